import type { Month } from "prorata";
import { type Account, spellsOf } from "./account.js";
import { dayOf, daysIn } from "./calendar.js";
import { isFree, type PriceList, planNamed, quotaOf } from "./catalog.js";
import { ratio, roundedDown } from "./ratio.js";

/** What the plans of a month carry in it. */
export function monthQuota(list: PriceList, account: Account, month: Month): bigint {
  if (list.policy.proration.quota === "full-month") return quotaOf(list, account.plan);

  const held = daysHeld(account, month);
  const isPaid = (plan: string) => !isFree(planNamed(list, plan));
  const anythingIsPaidFor = held.some(({ plan, days }) => days > 0 && isPaid(plan));
  const carrying = held.filter(({ plan }) => isPaid(plan) || !anythingIsPaidFor);
  const minuteDays = carrying.reduce((total, { plan, days }) => total + quotaOf(list, plan) * BigInt(days), 0n);
  return roundedDown(ratio(minuteDays, BigInt(daysIn(month))));
}

/** The day of a change belongs to the new plan, so of several changes on one day the earlier have no day. */
function daysHeld(account: Account, month: Month): { plan: string; days: number }[] {
  const spells = spellsOf(account, month);
  return spells.map(({ plan, from }, i) => {
    const next = spells[i + 1];
    const end = next === undefined ? daysIn(month) + 1 : dayOf(next.from);
    return { plan, days: end - dayOf(from) };
  });
}
