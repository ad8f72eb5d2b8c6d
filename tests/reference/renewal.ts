import type { CivilDate, Month } from "prorata";
import { type Account, planAtStartOf } from "./account.js";
import { firstOf, monthOf, nextMonth } from "./calendar.js";
import { type PriceList, priceOf, tierOf } from "./catalog.js";
import { chargeDate } from "./charge-date.js";

export interface Charge {
  on: CivilDate;
  reason: "renewal" | "difference";
  month: Month;
  plan: string;
  amount: bigint;
}

/** What is charged by itself next, after a date. */
export function nextCharge(list: PriceList, on: CivilDate, account: Account): Charge {
  const following = nextMonth(monthOf(on));
  if (account.nextMonthDifference !== undefined) return differenceCharge(account, following);

  let month = following;
  while (chargeDate(list, month) <= on || isPaidOnRequest(list, account, month)) month = nextMonth(month);
  return renewalCharge(list, account, month);
}

/** The charge of a date itself; null where there is none. */
export function chargeOn(list: PriceList, date: CivilDate, account: Account): Charge | null {
  const month = monthOf(date);
  if (account.nextMonthDifference !== undefined && date === firstOf(month)) return differenceCharge(account, month);

  const due = [month, nextMonth(month)].find((paidFor) => chargeDate(list, paidFor) === date);
  return due === undefined || isPaidOnRequest(list, account, due) ? null : renewalCharge(list, account, due);
}

const differenceCharge = (account: Account, month: Month): Charge => ({
  on: firstOf(month),
  reason: "difference",
  month,
  plan: planAtStartOf(account, month),
  amount: account.nextMonthDifference ?? 0n,
});

function renewalCharge(list: PriceList, account: Account, month: Month): Charge {
  const plan = planAtStartOf(account, month);
  return { on: chargeDate(list, month), reason: "renewal", month, plan, amount: priceOf(list, plan) };
}

/** The first month of a lower plan, where it is paid when it is asked for. */
const isPaidOnRequest = (list: PriceList, { plan, pendingChange }: Account, month: Month): boolean =>
  list.policy.downgrade.charge === "on-request" &&
  pendingChange !== undefined &&
  monthOf(pendingChange.effectiveOn) === month &&
  tierOf(list, pendingChange.plan) < tierOf(list, plan);
