import type { Cart, CheckoutDetail } from "../elements.ts";
import { ServerError } from "../server-client.ts";

/** An order or a recharge that is sent, until the server has decided on it. */
export type Parcel = { key: string; account: string } & (
  | ({ kind: "order"; cart: Cart } & Pick<CheckoutDetail, "quote" | "agreement">)
  | { kind: "recharge"; amount: number }
);

/** Whether the server decided, so that asking again would be another purchase. Else nobody knows what became of it. */
export const isDecided = (reason: unknown): reason is ServerError =>
  reason instanceof ServerError && reason.status >= 400 && reason.status < 500;

/** As random as a UUID. `crypto.randomUUID` there is only where a page comes over https. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const place = "prorata-outbox";

/*
 * What is on its way outlives the page: after a reload it is sent again under its key, so that it happens once. Where a
 * browser keeps nothing for a page, it lasts as long as the page.
 */

export function keepParcel(parcel: Parcel): void {
  attempt(() => sessionStorage.setItem(place, JSON.stringify(parcel)));
}

export function forgetParcel(): void {
  attempt(() => sessionStorage.removeItem(place));
}

export const keptParcel = (): Parcel | undefined =>
  attempt(() => JSON.parse(sessionStorage.getItem(place) ?? "null") ?? undefined);

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
