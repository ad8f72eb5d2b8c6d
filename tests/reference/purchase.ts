import type { Purchase as PublishedPurchase } from "prorata";
import type { PriceList } from "./catalog.js";
import type { Exact } from "./exact.js";
import { bill, type QuoteRequest } from "./quote.js";

export type Purchase = Exact<PublishedPurchase>;

/** The quote, and the account once it is paid. */
export function purchase(list: PriceList, request: QuoteRequest): Purchase {
  const { quote, paid } = bill(list, request);
  const isShort = quote.balance !== null && quote.balance.shortfall > 0n;
  return { quote, account: isShort ? null : paid };
}
