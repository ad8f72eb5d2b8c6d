import type { Comparison } from "prorata";
import type { PriceList, SelfServePlan } from "./catalog.js";
import { type Exact, largest } from "./exact.js";
import { larger } from "./ratio.js";

/** The exact cost of one full month, in minor units times `perMinutes`; null where minutes stay unserved. */
function monthCost({ overage }: PriceList, plan: SelfServePlan, minutes: bigint): bigint | null {
  const excess = larger(0n, minutes - plan.monthlyMinutes);
  if (excess > 0n && plan.overage === "suspend") return null;
  return plan.monthlyPrice * overage.perMinutes + excess * overage.price;
}

/** Ties go to the lower tier. */
export function cheapestForMonth(list: PriceList, minutes: bigint): SelfServePlan {
  let cheapest: { plan: SelfServePlan; cost: bigint } | null = null;
  for (const plan of list.plans) {
    const cost = plan.contactSales ? null : monthCost(list, plan, minutes);
    if (plan.contactSales || cost === null || (cheapest !== null && cheapest.cost <= cost)) continue;
    cheapest = { plan, cost };
  }
  if (cheapest === null) throw new Error("every price list has a postpaid plan");
  return cheapest.plan;
}

/** Which plan is cheapest for each usage: looked up wherever that can change. */
export function breakpoints(list: PriceList): Exact<Comparison["breakpoints"]> {
  const found: Exact<Comparison["breakpoints"]> = [];
  for (const minutes of usagesToLookAt(list)) {
    const { id } = cheapestForMonth(list, minutes);
    const last = found.at(-1);
    if (last?.plan === id) continue;
    if (last !== undefined) last.throughMinutes = minutes - 1n;
    found.push({ plan: id, fromMinutes: minutes, throughMinutes: null });
  }
  return found;
}

/** The ends of quotas, and where the overage of one plan makes up the price of another. */
function usagesToLookAt({ plans, overage }: PriceList): bigint[] {
  const selfServe = plans.filter((plan) => !plan.contactSales);
  const meetings = selfServe.flatMap((cheaper) =>
    selfServe.flatMap((dearer) => {
      const dearerBy = dearer.monthlyPrice - cheaper.monthlyPrice;
      if (dearerBy < 0n || overage.price === 0n) return [];
      return [cheaper.monthlyMinutes + (dearerBy * overage.perMinutes) / overage.price];
    }),
  );
  const around = [...selfServe.map((plan) => plan.monthlyMinutes), ...meetings].flatMap((minutes) => [
    minutes,
    minutes + 1n,
  ]);
  const usages = [...new Set([0n, ...around])].filter((minutes) => minutes <= largest);
  return usages.sort((a, b) => (a < b ? -1 : 1));
}
