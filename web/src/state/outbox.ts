import type { Cart, CheckoutDetail } from "../elements.ts";
import { ServerError } from "../server-client.ts";

/** An order or a recharge that is sent, until the server has decided on it. */
export type Parcel = { key: string; account: string } & (
  | ({ kind: "order"; cart: Cart } & Pick<CheckoutDetail, "quote" | "agreement">)
  | { kind: "recharge"; amount: number }
);

/** By which a request is refused before its key is looked up. */
const beforeTheKey = [401, 403, 408, 413, 414, 415, 421, 429, 431];

/**
 * Whether it is certain that nothing came of a parcel, so that the buyer may begin anew. What is refused was not taken,
 * and neither is what a busy server says it left alone; a failure, or no answer, says nothing. Of one that was sent
 * before, and may have been taken then, only those refusals tell that know its key: whoever stands before the server,
 * or the server before it looked, does not.
 */
export function isRefused(reason: unknown, { wasSent }: { wasSent: boolean }): reason is ServerError {
  if (!(reason instanceof ServerError)) return false;
  const { status, reported } = reason;
  const isClients = status >= 400 && status < 500;
  if (wasSent) return isClients && !beforeTheKey.includes(status) && reported !== "no_json";
  return isClients || (status === 503 && ["busy", "clock_ahead"].includes(reported));
}

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
