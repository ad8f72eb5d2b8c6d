import type { Calculator, PurchasePlan, QuoteRequest } from "prorata";
import type { Cart } from "../elements.ts";
import { quantityOf } from "./cart.ts";

/**
 * What a schedule has bought or asked for in its first month, as a cart. A lower plan that starts with the second month
 * has to be asked for in the first, and so has a scheduled change to be taken back. Undefined where the schedule begins
 * with what cannot be chosen today.
 */
export function firstStep(calculator: Calculator, held: QuoteRequest, { months }: PurchasePlan): Cart | undefined {
  const planHeld = held.account?.plan ?? calculator.catalog.defaultPlan;
  const { plan = planHeld, packs = [] } = months[0] ?? {};
  const next = months[1]?.plan;
  if (plan !== planHeld) return calculator.quote({ ...held, plan }).planChange?.allowed ? { plan, packs } : undefined;
  if (next === undefined || next === calculator.quote(held).nextMonth.plan) return { packs };
  const { planChange, nextMonth } = calculator.quote({ ...held, plan: next });
  const isForNextMonth = planChange?.kind === "withdraw" || planChange?.effectiveOn !== held.on;
  return planChange?.allowed && isForNextMonth && nextMonth.plan === next ? { plan: next, packs } : { packs };
}

export const isSamePurchase = (one: Cart, other: Cart): boolean =>
  one.plan === other.plan &&
  one.packs.length === other.packs.length &&
  one.packs.every(({ pack, quantity }) => quantityOf(other, pack) === quantity);
