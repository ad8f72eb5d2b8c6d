import type { Coverage as PublishedCoverage, CoverRequest as PublishedRequest } from "prorata";
import { boughtPacks, newAccount, packValidThrough } from "./account.js";
import { dateIn, dayOf, monthOf, remainingDays } from "./calendar.js";
import { type PriceList, selfServe } from "./catalog.js";
import { draw, inOrder } from "./draw.js";
import { answer, type Exact } from "./exact.js";
import type { Fault } from "./fault.js";
import { billExcess } from "./overage.js";
import { changed, planChange } from "./plan-change.js";
import { monthQuota } from "./quota.js";
import { bill, periodOf, quoteFaults, validPacks } from "./quote.js";

export type Coverage = Exact<PublishedCoverage>;
export type CoverRequest = Exact<PublishedRequest>;

export function coverFaults(list: PriceList, { monthMinutes, ...request }: CoverRequest): Fault[] {
  const faults = quoteFaults(list, request);
  if (monthMinutes < (request.account?.usedMinutes ?? 0n)) faults.push({ code: "out_of_range", path: "/monthMinutes" });
  return faults;
}

export function cover(list: PriceList, request: CoverRequest): Coverage {
  const { on, account = newAccount(list), plan, packs: cart = [], monthMinutes } = request;
  // Where there is no quote, there is no account after it.
  answer(bill(list, request).quote);
  const after = changed(list, on, account, plan === undefined ? null : planChange(list, on, account, plan));
  const quota = monthQuota(list, after, monthOf(on));
  const packs = [
    ...inOrder(validPacks(list, on, account.packs ?? [])).map((pack) => ({ ...pack, owned: true })),
    ...boughtPacks(list, on, cart).map((pack) => ({ ...pack, owned: false })),
  ];

  const { given, excess } = draw(monthMinutes, [quota, ...packs.map(({ remainingMinutes }) => remainingMinutes)]);
  const [fromPlan = 0n, ...fromPacks] = given;
  const packMinutes = packs.reduce((total, { remainingMinutes }) => total + remainingMinutes, 0n);
  const exhausted = (capacity: bigint) => exhaustedOn(on, after.usedMinutes ?? 0n, monthMinutes, capacity);
  return {
    period: periodOf(on),
    sources: [
      { kind: "plan", plan: after.plan, minutes: quota, used: fromPlan, left: quota - fromPlan },
      ...packs.map(({ pack, owned, purchasedOn, remainingMinutes: minutes }, i) => {
        const used = fromPacks[i] ?? 0n;
        const validThrough = packValidThrough(list, purchasedOn);
        return {
          kind: "pack" as const,
          pack: pack ?? null,
          owned,
          purchasedOn,
          validThrough,
          minutes,
          used,
          left: minutes - used,
        };
      }),
    ],
    ...billExcess(list, selfServe(list, after.plan), excess),
    exhaustedOn: { plan: exhausted(quota), all: exhausted(quota + packMinutes) },
  };
}

/** The first day at whose end more is used than there is, when what is still to come is spread evenly. */
function exhaustedOn(on: string, used: bigint, monthMinutes: bigint, capacity: bigint): string | null {
  const days = remainingDays(on);
  for (let gone = 1; gone <= days; gone++)
    if (used * BigInt(days) + (monthMinutes - used) * BigInt(gone) > capacity * BigInt(days) || used > capacity)
      return dateIn(monthOf(on), dayOf(on) + gone - 1);
  return null;
}
