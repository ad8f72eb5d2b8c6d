import type { CivilDate, SettleRequest as PublishedRequest, Settlement as PublishedSettlement } from "prorata";
import { type Account, accountFaults, packValidThrough } from "./account.js";
import { dayOf, firstOf, lastOf, monthOf, monthsAfter, monthsBetween } from "./calendar.js";
import { type PriceList, selfServe } from "./catalog.js";
import { chargeDate } from "./charge-date.js";
import { draw, inOrder } from "./draw.js";
import type { Exact } from "./exact.js";
import type { Fault } from "./fault.js";
import { billExcess } from "./overage.js";
import { monthQuota } from "./quota.js";
import { validPacks } from "./quote.js";
import { chargeOn } from "./renewal.js";

export type Settlement = Exact<PublishedSettlement>;
export type SettleRequest = Exact<PublishedRequest>;
type Event = Settlement["events"][number];

export function settleFaults(list: PriceList, { on, account, through, usage, usedMinutes }: SettleRequest): Fault[] {
  const faults = accountFaults(list, on, account);
  const months = monthsBetween(monthOf(on), monthOf(through));
  const used = account.usedMinutes ?? 0n;
  if (through < on || months > 36) return [...faults, { code: "out_of_range", path: "/through" }];
  if (months > 0 && usage === undefined) faults.push({ code: "missing_field", path: "/usage" });
  if (usage !== undefined && usage.length !== months) faults.push({ code: "invalid_value", path: "/usage" });
  if ((usage?.[0] ?? used) < used) faults.push({ code: "out_of_range", path: "/usage/0" });
  if (months === 0 && (usedMinutes ?? used) < used) faults.push({ code: "out_of_range", path: "/usedMinutes" });
  return faults;
}

/** The account brought from one date to a later one, what falls on the first having happened already. */
export function settle(
  list: PriceList,
  { on, account: given, through, usage = [], usedMinutes }: SettleRequest,
): Settlement {
  const events: Event[] = [];
  // Only what is answered has to be in range: on its way a balance may pass it.
  let account: Account = { ...given };
  const charged = (amount: bigint) => {
    if (account.balance !== undefined) account = { ...account, balance: account.balance - amount };
  };

  for (const date of datesToLookAt(list, on, through)) {
    const charge = chargeOn(list, date, account);
    if (dayOf(date) === 1) {
      const closed = closeMonth(list, date, account, usage[monthsBetween(monthOf(on), monthOf(date)) - 1] ?? 0n);
      events.push(...closed.events);
      account = closed.account;
      charged(closed.overageAmount);

      const { plan, pendingChange } = account;
      if (pendingChange?.effectiveOn === date) {
        events.push({ kind: "plan_changed", on: date, from: plan, to: pendingChange.plan });
        account = { ...account, plan: pendingChange.plan, pendingChange: undefined };
      }
    }
    if (charge !== null && charge.amount !== 0n) {
      events.push({ kind: "charged", ...charge });
      charged(charge.amount);
    }
    if (charge?.reason === "difference") account = { ...account, nextMonthDifference: undefined };
  }

  const used = usedMinutes ?? (monthOf(on) === monthOf(through) ? account.usedMinutes : undefined);
  const packs = account.packs?.length === 0 ? undefined : account.packs;
  return { events, account: { ...account, packs, usedMinutes: used === 0n ? undefined : used } };
}

/** The 1sts and the charge dates after `on`, up to `through`. */
function datesToLookAt(list: PriceList, on: CivilDate, through: CivilDate): CivilDate[] {
  const dates = new Set<CivilDate>();
  for (let months = 0; months <= monthsBetween(monthOf(on), monthOf(through)); months++) {
    const month = monthsAfter(monthOf(on), months);
    dates.add(firstOf(month));
    dates.add(chargeDate(list, monthsAfter(month, 1)));
  }
  return [...dates].filter((date) => date > on && date <= through).sort();
}

/** On the 1st: last month's usage drawn and billed, packs whose last month it was gone. */
function closeMonth(list: PriceList, date: CivilDate, account: Account, usedMinutes: bigint) {
  const month = monthsAfter(monthOf(date), -1);
  const plan = selfServe(list, account.plan);
  const quotaMinutes = monthQuota(list, account, month);
  const valid = inOrder(validPacks(list, lastOf(month), account.packs ?? []));
  const { given, excess } = draw(usedMinutes, [quotaMinutes, ...valid.map((pack) => pack.remainingMinutes)]);
  const [fromPlan = 0n, ...fromPacks] = given;
  const drawn = valid.map((pack, i) => ({ pack, minutes: fromPacks[i] ?? 0n }));
  const { overage, unservedMinutes } = billExcess(list, plan, excess);

  const left = new Map(drawn.map(({ pack, minutes }) => [pack, pack.remainingMinutes - minutes] as const));
  const isOver = (purchasedOn: CivilDate) => packValidThrough(list, purchasedOn) < date;
  const events: Event[] = [
    {
      kind: "month_closed",
      on: date,
      month,
      plan: plan.id,
      quotaMinutes,
      usedMinutes,
      fromPlan,
      packs: drawn
        .filter(({ minutes }) => minutes > 0n)
        .map(({ pack, minutes }) => ({ pack: pack.pack ?? null, purchasedOn: pack.purchasedOn, minutes })),
      overage,
      unservedMinutes,
    },
    ...[...left]
      .filter(([{ purchasedOn }, minutes]) => isOver(purchasedOn) && minutes > 0n)
      .map(([{ pack, purchasedOn }, minutes]) => ({
        kind: "pack_expired" as const,
        on: date,
        pack: pack ?? null,
        purchasedOn,
        minutes,
      })),
  ];
  const packs = account.packs
    ?.filter(({ purchasedOn }) => !isOver(purchasedOn))
    .map((pack) => ({ ...pack, remainingMinutes: left.get(pack) ?? 0n }));
  const next: Account = { ...account, packs, history: undefined, usedMinutes: undefined };
  return { events, account: next, overageAmount: overage.amount };
}
