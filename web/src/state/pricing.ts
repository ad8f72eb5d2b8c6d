import type { Account, Calculator, Quote, QuoteRequest } from "prorata";
import type { Cart } from "../elements.ts";
import { type Answer, answer } from "./answer.ts";
import { emptyCart } from "./cart.ts";
import type { SelfServePlan } from "./plans.ts";

/** Whether confirming would do anything: an allowed plan change, a pack, or both. */
export const isPurchase = ({ planChange, lines }: Quote): boolean => planChange?.allowed === true || lines.length > 0;

export function quoteRequest(
  on: string,
  account: Account | undefined,
  { plan, packs }: Cart = emptyCart,
): QuoteRequest {
  return {
    on,
    ...(account && { account }),
    ...(plan !== undefined && { plan }),
    ...(packs.length > 0 && { packs: [...packs] }),
  };
}

/** Every plan of the price list on its own, for the account of a request with an empty cart. */
export function planQuotes(calculator: Calculator, held: QuoteRequest): Answer<Map<string, Quote>> {
  const { plans } = calculator.catalog;
  return answer(() => new Map(plans.map(({ id }) => [id, calculator.quote({ ...held, plan: id })])));
}

/** One of each pack: its window. */
export function packOffers(calculator: Calculator, held: QuoteRequest): Answer<Quote["packs"]> {
  const packs = calculator.catalog.packs.map(({ id }) => ({ pack: id, quantity: 1 }));
  return answer(() => calculator.quote({ ...held, packs }).packs);
}

/** By pack, what the core charges for as many minutes above the quota of a plan that bills overage. */
export function packsAsOverage(calculator: Calculator): Map<string, number> {
  const { plans, packs } = calculator.catalog;
  const plan = plans.find((one): one is SelfServePlan => !one.contactSales && one.overage === "postpaid");
  if (!plan) return new Map();
  // On any 1st the quota is the whole one.
  const held = { on: "2026-01-01", account: { plan: plan.id } };
  const asOverage = (minutes: number) =>
    calculator.cover({ ...held, monthMinutes: plan.monthlyMinutes + minutes }).overage.amount;
  return new Map(packs.map(({ id, minutes }) => [id, asOverage(minutes)]));
}
