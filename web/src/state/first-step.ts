import type { PurchasePlan } from "prorata";
import type { Cart } from "../elements.ts";
import { quantityOf } from "./cart.ts";

/** What a schedule buys in its first month, as a cart: the plan held needs no change. */
export function firstStep({ months }: PurchasePlan, held: string): Cart {
  const { plan = held, packs = [] } = months[0] ?? {};
  return plan === held ? { packs } : { plan, packs };
}

export const isSamePurchase = (one: Cart, other: Cart): boolean =>
  one.plan === other.plan &&
  one.packs.length === other.packs.length &&
  one.packs.every(({ pack, quantity }) => quantityOf(other, pack) === quantity);
