import type { Cart } from "../elements.ts";

export const emptyCart: Cart = { packs: [] };

export const quantityOf = (cart: Cart, pack: string): number =>
  cart.packs.find((order) => order.pack === pack)?.quantity ?? 0;

/** The quantity is passed on as it was typed: whether it is a possible one is for the core to say. */
export function withQuantity(cart: Cart, pack: string, quantity: number): Cart {
  const order = { pack, quantity };
  const known = cart.packs.some((item) => item.pack === pack);
  const packs = known ? cart.packs.map((item) => (item.pack === pack ? order : item)) : [...cart.packs, order];
  return { ...cart, packs: packs.filter((item) => item.quantity !== 0) };
}
