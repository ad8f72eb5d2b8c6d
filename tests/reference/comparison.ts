import type { Comparison as PublishedComparison, CompareRequest as PublishedRequest } from "prorata";
import { accountFaults, newAccount } from "./account.js";
import { breakpoints, cheapestForMonth } from "./breakpoint.js";
import type { PriceList, SelfServePlan } from "./catalog.js";
import type { Exact } from "./exact.js";
import type { Fault } from "./fault.js";
import { cheapestMix, type Mix } from "./mix.js";
import { billExcess } from "./overage.js";
import { planChange } from "./plan-change.js";
import { bill } from "./quote.js";
import { larger, ratio, rounded, smaller } from "./ratio.js";

export type Comparison = Exact<PublishedComparison>;
export type CompareRequest = Exact<PublishedRequest>;
type Row = Comparison["rows"][number];

const longest = (list: PriceList): bigint => list.packValidityMonths + 1n;

export function compareFaults(list: PriceList, { on, account, months = 1n }: CompareRequest): Fault[] {
  const faults = account === undefined ? [] : accountFaults(list, on, account);
  if (months < 1n || months > longest(list)) faults.push({ code: "out_of_range", path: "/months" });
  return faults;
}

export function compare(list: PriceList, request: CompareRequest): Comparison {
  const { on, account = newAccount(list), monthlyMinutes, months = smaller(12n, longest(list)) } = request;
  const views = new Map<string, LongView | null>();
  for (const plan of list.plans)
    views.set(plan.id, plan.contactSales ? null : longView(list, plan, monthlyMinutes, months));

  const rows = list.plans.map((plan): Row => {
    const change = planChange(list, on, account, plan.id);
    const isHeld = plan.id === account.plan;
    const due = () => bill(list, { on, account, plan: plan.id }).quote.amountDue;
    return {
      plan: plan.id,
      change,
      amountDue: isHeld ? 0n : change.allowed ? due() : null,
      month: plan.contactSales ? null : monthView(list, plan, monthlyMinutes),
      long: views.get(plan.id)?.shown ?? null,
    };
  });
  const cheapest = { month: cheapestForMonth(list, monthlyMinutes).id, long: cheapestLong(views) };
  return { rows, cheapest, breakpoints: breakpoints(list) };
}

const excessOf = (plan: SelfServePlan, minutes: bigint): bigint => larger(0n, minutes - plan.monthlyMinutes);

function monthView(list: PriceList, plan: SelfServePlan, minutes: bigint): Row["month"] {
  const excessMinutes = excessOf(plan, minutes);
  const { overage, unservedMinutes } = billExcess(list, plan, excessMinutes);
  const total = plan.monthlyPrice + overage.amount;
  const hasPrice = minutes > 0n && unservedMinutes === 0n;
  return {
    price: plan.monthlyPrice,
    quotaMinutes: plan.monthlyMinutes,
    excessMinutes,
    overageAmount: overage.amount,
    unservedMinutes,
    total,
    perThousand: hasPrice ? rounded(ratio(total * 1000n, minutes)) : null,
  };
}

interface LongView {
  shown: NonNullable<Row["long"]>;
  /** Exact, in minor units times `perMinutes`. */
  cost: bigint;
}

/** All the excess counts together: a pack bought in the first of these months lives through the last. */
function longView(list: PriceList, plan: SelfServePlan, minutes: bigint, months: bigint): LongView | null {
  const mix = cheapestMix(list, excessOf(plan, minutes) * months, plan.overage === "postpaid");
  if (mix === null) return null;
  const planAmount = plan.monthlyPrice * months;
  const { packs, packAmount } = boughtIn(list, mix);
  const overageAmount = billExcess(list, plan, mix.overageMinutes).overage.amount;
  const total = planAmount + packAmount + overageAmount;
  const cost = planAmount * list.overage.perMinutes + mix.cost;
  return { shown: { planAmount, packs, packAmount, overageAmount, total }, cost };
}

function boughtIn(list: PriceList, { quantities }: Mix) {
  const kinds = list.packs.map(({ id, price }, i) => ({ pack: id, price, quantity: quantities[i] ?? 0n }));
  return {
    packs: kinds.filter(({ quantity }) => quantity > 0n).map(({ pack, quantity }) => ({ pack, quantity })),
    packAmount: kinds.reduce((total, { price, quantity }) => total + price * quantity, 0n),
  };
}

/** Ties go to the lower tier. */
function cheapestLong(views: Map<string, LongView | null>): string {
  const candidates = [...views].flatMap(([plan, view]) => (view === null ? [] : [{ plan, cost: view.cost }]));
  return candidates.reduce((best, each) => (each.cost < best.cost ? each : best)).plan;
}
