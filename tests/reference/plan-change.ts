import type { CivilDate, PlanChange } from "prorata";
import { type Account, spellsOf } from "./account.js";
import { firstOf, monthOf, monthsAfter, nextMonth } from "./calendar.js";
import { isFree, type PriceList, planNamed, priceOf, tierOf } from "./catalog.js";
import { chargeDate, isLate } from "./charge-date.js";
import type { Exact } from "./exact.js";

export type Change = Exact<PlanChange>;

export function planChange(list: PriceList, on: CivilDate, account: Account, to: string): Change {
  const kind = kindOf(list, on, account, to);
  const refused = refusal(list, on, account, to, kind);
  return {
    kind,
    from: account.plan,
    to,
    allowed: refused === null,
    reason: refused?.reason ?? null,
    effectiveOn: refused === null ? effectiveOn(list, on, kind) : null,
    allowedFrom: refused?.allowedFrom ?? null,
  };
}

function kindOf(list: PriceList, on: CivilDate, account: Account, to: string): Change["kind"] {
  if (to === account.plan) return canWithdraw(list, on, account) ? "withdraw" : "none";
  if (tierOf(list, to) > tierOf(list, account.plan))
    return isFree(planNamed(list, account.plan)) ? "subscribe" : "upgrade";
  return isFree(planNamed(list, to)) ? "cancel" : "downgrade";
}

/** Until the renewal that executes the change. */
function canWithdraw(list: PriceList, on: CivilDate, { pendingChange }: Account): boolean {
  return (
    list.policy.downgrade.withdrawal === "self-serve" &&
    pendingChange !== undefined &&
    on < chargeDate(list, monthOf(pendingChange.effectiveOn))
  );
}

type Refusal = { reason: Change["reason"]; allowedFrom: CivilDate | null } | null;

function refusal(list: PriceList, on: CivilDate, account: Account, to: string, kind: Change["kind"]): Refusal {
  const month = monthOf(on);
  const { cutoff, limitPerMonth } = list.policy.downgrade;
  const { pendingChange, lastDowngradeOn } = account;

  if (kind === "withdraw") return null;
  if (pendingChange !== undefined) return { reason: "pending_change", allowedFrom: pendingChange.effectiveOn };
  if (kind === "none") return { reason: "already_on_plan", allowedFrom: null };
  if (planNamed(list, to).contactSales) return { reason: "contact_sales", allowedFrom: null };
  if (!isLower(kind)) return null;
  if (limitPerMonth !== null && lastDowngradeOn !== undefined && monthOf(lastDowngradeOn) === month)
    return { reason: "downgrade_limit", allowedFrom: firstOf(nextMonth(month)) };
  if (cutoff === "renewal-day-wait" && isLate(list, on))
    return { reason: "already_renewed", allowedFrom: firstOf(nextMonth(month)) };
  return null;
}

export const isLower = (kind: Change["kind"]): boolean => kind === "downgrade" || kind === "cancel";

function effectiveOn(list: PriceList, on: CivilDate, kind: Change["kind"]): CivilDate {
  const { effective, cutoff } = list.policy.downgrade;
  if (!isLower(kind) || effective === "immediately") return on;
  const waits = cutoff === "renewal-day" && isLate(list, on);
  return firstOf(monthsAfter(monthOf(on), waits ? 2 : 1));
}

/** Whether another plan is held from the request's date on. */
export const takesEffectAtOnce = (on: CivilDate, { allowed, kind, effectiveOn }: Change): boolean =>
  allowed && kind !== "withdraw" && effectiveOn === on;

/** The account once the change is made, before anything is paid. */
export function changed(list: PriceList, on: CivilDate, account: Account, change: Change | null): Account {
  if (change === null || !change.allowed) return account;
  const { kind, from, to, effectiveOn } = change;
  if (kind === "withdraw") return { ...account, pendingChange: undefined };

  const lastDowngradeOn = isLower(kind) ? on : account.lastDowngradeOn;
  if (!takesEffectAtOnce(on, change) && effectiveOn !== null)
    return { ...account, pendingChange: { plan: to, effectiveOn }, lastDowngradeOn };

  const earlier = spellsOf(account, monthOf(on)).filter((spell) => spell.from !== on);
  const history = [...earlier, { plan: to, from: on }];
  return {
    ...account,
    plan: to,
    history,
    lastDowngradeOn,
    nextMonthDifference: difference(list, on, account, from, to),
  };
}

/** Next month was paid for on the old plan where it has been charged: its 1st settles what the new one costs besides. */
function difference(list: PriceList, on: CivilDate, account: Account, from: string, to: string): bigint | undefined {
  if (!isLate(list, on)) return undefined;
  const total = (account.nextMonthDifference ?? 0n) + priceOf(list, to) - priceOf(list, from);
  return total === 0n ? undefined : total;
}
