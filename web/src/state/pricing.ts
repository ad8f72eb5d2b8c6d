import type { Account, Calculator, Quote, QuoteRequest } from "prorata";
import { type Answer, answer } from "./answer.ts";
import type { Cart } from "./cart.ts";

/** What a purchase comes to, each figure as the core gave it. */
export interface Pricing {
  request: QuoteRequest;
  /** The whole cart. */
  bill: Answer<Quote>;
  /** Every plan of the price list on its own. */
  plans: Answer<Map<string, Quote>>;
  /** One of each pack: its window. */
  packs: Answer<Quote["packs"]>;
}

/** Whether confirming would do anything: an allowed plan change, a pack, or both. */
export const isPurchase = ({ planChange, lines }: Quote): boolean => planChange?.allowed === true || lines.length > 0;

export function priceOut(calculator: Calculator, on: string, account: Account | undefined, cart: Cart): Pricing {
  const { plans, packs } = calculator.catalog;
  const held: QuoteRequest = account ? { on, account } : { on };
  const request: QuoteRequest = {
    ...held,
    ...(cart.plan !== undefined && { plan: cart.plan }),
    ...(cart.packs.length > 0 && { packs: [...cart.packs] }),
  };
  return {
    request,
    bill: answer(() => calculator.quote(request)),
    plans: answer(() => new Map(plans.map(({ id }) => [id, calculator.quote({ ...held, plan: id })]))),
    packs: answer(() => calculator.quote({ ...held, packs: packs.map(({ id }) => ({ pack: id, quantity: 1 })) }).packs),
  };
}

/** By pack, what the core charges for as many minutes above the quota of a plan that bills overage. */
export function packsAsOverage(calculator: Calculator): Map<string, number> {
  const { plans, packs } = calculator.catalog;
  const plan = plans.find((one) => !one.contactSales && one.overage === "postpaid");
  if (!plan || plan.contactSales) return new Map();
  // On any 1st the quota is the whole one.
  const held = { on: "2026-01-01", account: { plan: plan.id } };
  const asOverage = (minutes: number) =>
    calculator.cover({ ...held, monthMinutes: plan.monthlyMinutes + minutes }).overage.amount;
  return new Map(packs.map(({ id, minutes }) => [id, asOverage(minutes)]));
}
