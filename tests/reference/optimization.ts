import type { PurchasePlan as PublishedPlan, OptimizeRequest as PublishedRequest } from "prorata";
import { type Account, accountFaults, newAccount, type OwnedPack, packValidThrough } from "./account.js";
import { firstOf, monthOf, monthsAfter } from "./calendar.js";
import { type PriceList, packNamed, priceOf, quotaOf, selfServe, tierOf } from "./catalog.js";
import { isLate } from "./charge-date.js";
import { draw, inOrder } from "./draw.js";
import type { Exact } from "./exact.js";
import { type Fault, Refused, TooLarge } from "./fault.js";
import { billExcess } from "./overage.js";
import { changed, planChange, takesEffectAtOnce } from "./plan-change.js";
import { monthQuota } from "./quota.js";
import { bill, validPacks } from "./quote.js";
import { ratio, roundedUp } from "./ratio.js";

export type PurchasePlan = Exact<PublishedPlan>;
export type OptimizeRequest = Exact<PublishedRequest>;
type Month = PurchasePlan["months"][number];
type Cart = Month["packs"];

/** What is chosen for a month: a plan, at its amount and quota in that month, and packs. */
interface PlanChoice {
  plan: string;
  amount: bigint;
  quota: bigint;
}
export function optimizeFaults(list: PriceList, { on, account, forecast }: OptimizeRequest): Fault[] {
  const faults = account === undefined ? [] : accountFaults(list, on, account);
  if ((forecast[0] ?? 0n) < (account?.usedMinutes ?? 0n)) faults.push({ code: "out_of_range", path: "/forecast/0" });
  return faults;
}

/** The plans of each month that a schedule may take; two ways where a pending change can be kept or taken back. */
function plansAllowed(list: PriceList, on: string, account: Account, months: number): PlanChoice[][][] {
  const withdrawn = planChange(list, on, account, account.plan);
  const accounts = withdrawn.kind === "withdraw" ? [account, changed(list, on, account, withdrawn)] : [account];
  return accounts.flatMap((held) =>
    firstMonth(list, on, held).map((first) => [
      [first],
      ...Array.from({ length: months - 1 }, (_, i) => laterMonth(list, on, held, first.plan, i + 1)),
    ]),
  );
}

/** Today's plan, or one that can be had at once. */
function firstMonth(list: PriceList, on: string, account: Account): PlanChoice[] {
  const month = monthOf(on);
  const stay = { plan: account.plan, amount: 0n, quota: monthQuota(list, account, month) };
  const others = list.plans.flatMap(({ id }) => {
    const change = planChange(list, on, account, id);
    if (!takesEffectAtOnce(on, change)) return [];
    const after = changed(list, on, account, change);
    const { amountDue } = bill(list, { on, account, plan: id }).quote;
    return [{ plan: id, amount: amountDue, quota: monthQuota(list, after, month) }];
  });
  return [stay, ...others];
}

function laterMonth(list: PriceList, on: string, account: Account, firstPlan: string, index: number): PlanChoice[] {
  const { pendingChange, lastDowngradeOn, plan } = account;
  const { cutoff, limitPerMonth } = list.policy.downgrade;
  const start = firstOf(monthsAfter(monthOf(on), index));
  const isLimited = limitPerMonth !== null && lastDowngradeOn !== undefined && monthOf(lastDowngradeOn) === monthOf(on);
  const noDowngradeYet = isLimited || (cutoff !== "none" && isLate(list, on));
  const isAllowed = (id: string): boolean => {
    if (pendingChange !== undefined && start < pendingChange.effectiveOn) return id === plan;
    if (pendingChange?.effectiveOn === start) return tierOf(list, id) >= tierOf(list, pendingChange.plan);
    if (pendingChange === undefined && index === 1 && noDowngradeYet)
      return tierOf(list, id) >= tierOf(list, firstPlan);
    return true;
  };
  return list.plans
    .filter((each) => !each.contactSales && isAllowed(each.id))
    .map(({ id }) => ({ plan: id, amount: priceOf(list, id), quota: quotaOf(list, id) }));
}

/** A schedule month by month: what it costs, and what is left of its packs. */
interface Simulation {
  months: Month[];
  total: bigint;
  packs: OwnedPack[];
  expired: bigint;
  bought: bigint;
  unserved: bigint;
}

const start = (list: PriceList, on: string, account: Account): Simulation => ({
  months: [],
  total: 0n,
  packs: inOrder(validPacks(list, on, account.packs ?? [])),
  expired: 0n,
  bought: 0n,
  unserved: 0n,
});

function withMonth(
  list: PriceList,
  { on, forecast }: OptimizeRequest,
  before: Simulation,
  { plan, amount, quota }: PlanChoice,
  cart: Cart,
): Simulation {
  const index = before.months.length;
  const month = monthsAfter(monthOf(on), index);
  const boughtOn = index === 0 ? on : firstOf(month);
  const bought = cart.map(({ pack, quantity }) => ({
    pack,
    purchasedOn: boughtOn,
    remainingMinutes: packNamed(list, pack).minutes * quantity,
  }));
  const [usage, packs] = [forecast[index] ?? 0n, [...before.packs, ...bought]];
  const { given, excess } = draw(usage, [quota, ...packs.map(({ remainingMinutes }) => remainingMinutes)]);
  const [fromPlan = 0n, ...fromPacks] = given;
  const left = packs.map((pack, i) => ({ ...pack, remainingMinutes: pack.remainingMinutes - (fromPacks[i] ?? 0n) }));
  const { overage, unservedMinutes } = billExcess(list, selfServe(list, plan), excess);
  const packAmount = cart.reduce((total, { pack, quantity }) => total + packNamed(list, pack).price * quantity, 0n);

  const isLast = index === forecast.length - 1;
  const goesOn = (pack: OwnedPack) => isLast || monthOf(packValidThrough(list, pack.purchasedOn)) > month;
  return {
    months: [
      ...before.months,
      {
        month,
        plan,
        planAmount: amount,
        packs: cart,
        packAmount,
        minutes: {
          forecast: usage,
          fromPlan,
          fromPacks: fromPacks.reduce((total, minutes) => total + minutes, 0n),
          overage: overage.minutes,
        },
        overageAmount: overage.amount,
      },
    ],
    total: before.total + amount + packAmount + overage.amount,
    packs: left.filter(goesOn),
    expired: before.expired + minutesIn(left.filter((pack) => !goesOn(pack))),
    bought: before.bought + cart.reduce((total, { quantity }) => total + quantity, 0n),
    unserved: before.unserved + unservedMinutes,
  };
}

const minutesIn = (packs: OwnedPack[]): bigint => packs.reduce((total, pack) => total + pack.remainingMinutes, 0n);

/** Today's plan or the pending one, and no pack. */
function baseline(list: PriceList, request: OptimizeRequest, account: Account): PurchasePlan["baseline"] {
  const { on, forecast } = request;
  const simulation = forecast.reduce(
    (before, _, index) => {
      const first = firstOf(monthsAfter(monthOf(on), index));
      const { pendingChange } = account;
      const plan =
        pendingChange !== undefined && pendingChange.effectiveOn <= first ? pendingChange.plan : account.plan;
      const choice =
        index === 0
          ? { plan, amount: 0n, quota: monthQuota(list, account, monthOf(on)) }
          : { plan, amount: priceOf(list, plan), quota: quotaOf(list, plan) };
      return withMonth(list, request, before, choice, []);
    },
    start(list, on, account),
  );
  return { total: simulation.total, unservedMinutes: simulation.unserved };
}

const mostMonthsTried = 20_000;

/** The best schedule, found by trying all; of several alike any one. */
export function optimize(list: PriceList, request: OptimizeRequest): PurchasePlan {
  const { on, forecast, account = newAccount(list) } = request;
  let best: Simulation | null = null;
  let tried = 0;
  const tryFrom = (before: Simulation, plans: PlanChoice[][]): void => {
    const [choices, ...later] = plans;
    if (choices === undefined) {
      if (best === null || isBetter(before, best)) best = before;
      return;
    }
    const ahead = forecast.slice(before.months.length).reduce((total, minutes) => total + minutes, 0n);
    for (const choice of choices)
      for (const cart of cartsUpTo(list, ahead)) {
        if (++tried > mostMonthsTried) throw new TooLarge();
        const after = withMonth(list, request, before, choice, cart);
        // Nothing that comes later takes away from the total.
        if (after.unserved === 0n && (best === null || after.total <= best.total)) tryFrom(after, later);
      }
  };
  for (const plans of plansAllowed(list, on, account, forecast.length)) tryFrom(start(list, on, account), plans);
  if (best === null) throw new Refused([{ code: "out_of_range", path: "/forecast" }]);
  return published(list, request, best);
}

function published(
  list: PriceList,
  request: OptimizeRequest,
  { months, total, packs, expired }: Simulation,
): PurchasePlan {
  const base = baseline(list, request, request.account ?? newAccount(list));
  const saving = base.total - total;
  return { months, total, baseline: base, saving, packMinutes: { expired, left: minutesIn(packs) } };
}

/** Fewer wasted minutes at one total, then fewer packs. */
function isBetter(a: Simulation, b: Simulation): boolean {
  const [wasteA, wasteB] = [a.expired + minutesIn(a.packs), b.expired + minutesIn(b.packs)];
  if (a.total !== b.total) return a.total < b.total;
  return wasteA !== wasteB ? wasteA < wasteB : a.bought < b.bought;
}

/** Every cart that may be worth buying: no more of a kind than would serve all by itself. */
function cartsUpTo(list: PriceList, minutes: bigint): Cart[] {
  let carts: Cart[] = [[]];
  for (const { id, minutes: size } of list.packs) {
    const most = Number(roundedUp(ratio(minutes, size)));
    if (carts.length * (most + 1) > 1_000) throw new TooLarge();
    carts = carts.flatMap((cart) =>
      Array.from({ length: most + 1 }, (_, quantity) =>
        quantity === 0 ? cart : [...cart, { pack: id, quantity: BigInt(quantity) }],
      ),
    );
  }
  return carts;
}

/** What the plans and packs of a schedule come to; null where they may not be chosen. */
export function reckoned(list: PriceList, request: OptimizeRequest, choices: Month[]): PurchasePlan | null {
  const { on, account = newAccount(list), forecast } = request;
  for (const plans of plansAllowed(list, on, account, forecast.length)) {
    const chosen = choices.map(({ plan }, i) => plans[i]?.find((each) => each.plan === plan));
    if (chosen.length !== forecast.length || chosen.includes(undefined)) continue;
    const simulation = (chosen as PlanChoice[]).reduce(
      (before, choice, i) => withMonth(list, request, before, choice, choices[i]?.packs ?? []),
      start(list, on, account),
    );
    return simulation.unserved === 0n ? published(list, request, simulation) : null;
  }
  return null;
}
