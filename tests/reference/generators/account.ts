import fc from "fast-check";
import type { Account } from "prorata";
import { firstOf, monthOf, monthsAfter } from "../calendar.js";
import type { PriceList } from "../catalog.js";
import { isLate } from "../charge-date.js";
import { dayUpTo, type Earlier, earlier, earlierThan, isInSpan } from "./date.js";
import { maybe, type Part, part, pick, present, scaled } from "./part.js";

export interface AccountDraw {
  plan: number;
  history: { plan: number; day: Part }[] | undefined;
  pending: { plan: number; monthsAhead: number } | undefined;
  lastDowngrade: Earlier | undefined;
  packs: { kind: number; purchased: Earlier; remaining: Part }[] | undefined;
  used: Part | undefined;
  balance: { amount: Part; isDebt: boolean } | undefined;
  difference: DifferenceDraw | undefined;
}

/** Any amount, or the prices of two plans apart: what a change back would settle. */
type DifferenceDraw = { amount: Part; isCredit: boolean } | { from: number; to: number };

export const accountDraw: fc.Arbitrary<AccountDraw> = fc.record({
  plan: fc.nat(4),
  history: maybe(fc.array(fc.record({ plan: fc.nat(4), day: part }), { minLength: 1, maxLength: 4 })),
  pending: fc.option(fc.record({ plan: fc.nat(4), monthsAhead: fc.constantFrom(1, 1, 1, 2, 2, 3, 14) }), {
    nil: undefined,
    freq: 2,
  }),
  lastDowngrade: maybe(earlier(fc.constantFrom(0, 0, 1, 12))),
  packs: maybe(
    fc.array(
      fc.record({
        kind: fc.nat(4),
        purchased: earlier(fc.oneof(fc.constantFrom(0, 1, 12, 13, 14), fc.nat(130))),
        remaining: part,
      }),
      { maxLength: 4 },
    ),
  ),
  used: maybe(part),
  balance: maybe(fc.record({ amount: part, isDebt: fc.boolean() })),
  difference: maybe(
    fc.oneof(fc.record({ amount: part, isCredit: fc.boolean() }), fc.record({ from: fc.nat(4), to: fc.nat(4) })),
  ),
});

export interface Sizes {
  list: PriceList;
  minutes: number;
  money: number;
}

/** An account as it can stand on a date. */
export function accountOf({ list, minutes, money }: Sizes, on: string, draw: AccountDraw): Account {
  const plans = list.plans.filter((plan) => !plan.contactSales).map(({ id }) => id);
  const plan = pick(plans, draw.plan);
  return present<Account>({
    plan,
    history: draw.history && historyOf(on, plans, plan, draw.history),
    pendingChange: draw.pending && pendingOf(on, plans, plan, draw.pending),
    lastDowngradeOn: draw.lastDowngrade && earlierThan(on, draw.lastDowngrade),
    packs: draw.packs?.map(({ kind, purchased, remaining }) => ({
      // A kind that is no longer sold has no id.
      ...(kind < list.packs.length && { pack: list.packs[kind]?.id as string }),
      purchasedOn: earlierThan(on, purchased),
      remainingMinutes: scaled(remaining, minutes),
    })),
    usedMinutes: draw.used && scaled(draw.used, minutes),
    balance: draw.balance && (draw.balance.isDebt ? -1 : 1) * scaled(draw.balance.amount, money),
    nextMonthDifference: draw.difference && differenceOf(list, on, money, draw.difference),
  });
}

function historyOf(on: string, plans: string[], plan: string, draws: { plan: number; day: Part }[]) {
  const days = draws.map(({ day }) => dayUpTo(on, day)).sort();
  return draws.map((draw, i) => ({
    plan: i === draws.length - 1 ? plan : pick(plans, draw.plan),
    from: days[i] as string,
  }));
}

function pendingOf(on: string, plans: string[], plan: string, draw: { plan: number; monthsAhead: number }) {
  const others = plans.filter((other) => other !== plan);
  const effectiveOn = firstOf(monthsAfter(monthOf(on), draw.monthsAhead));
  if (others.length === 0 || !isInSpan(effectiveOn)) return undefined;
  return { plan: pick(others, draw.plan), effectiveOn };
}

function differenceOf(list: PriceList, on: string, money: number, draw: DifferenceDraw): number | undefined {
  const amount = "amount" in draw ? scaled(draw.amount, money) * (draw.isCredit ? -1 : 1) : apart(list, draw);
  return amount === 0 || !isLate(list, on) ? undefined : amount;
}

function apart(list: PriceList, { from, to }: { from: number; to: number }): number {
  const prices = list.plans.flatMap((plan) => (plan.contactSales ? [] : [plan.monthlyPrice]));
  return Number(pick(prices, to) - pick(prices, from));
}
