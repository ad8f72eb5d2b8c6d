import fc from "fast-check";
import { dateIn, dayOf, daysIn, lastDate, monthOf, monthsAfter, nextMonth } from "../calendar.js";
import type { PriceList } from "../catalog.js";
import { chargeDate } from "../charge-date.js";
import { type Part, part, scaled } from "./part.js";

export interface DateDraw {
  month: number;
  day: number | "first" | "last" | "charge" | "before charge" | "after charge";
}

const months = 12_000;

/** A date of the span, mostly one where something begins or ends. */
export const dateDraw: fc.Arbitrary<DateDraw> = fc.record({
  month: fc.oneof(
    fc.integer({ min: 288, max: 348 }),
    fc.nat(months - 1),
    fc.nat(999).map((year) => year * 12 + 1),
    fc.constantFrom(0, 1, months - 3, months - 2, months - 1),
  ),
  day: fc.oneof(
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom("first", "last", "charge", "before charge", "after charge"),
  ),
});

export function dateOf(list: PriceList, { month, day }: DateDraw): string {
  const within = monthsAfter("2000-01", month);
  const last = daysIn(within);
  const charge = chargeDate(list, nextMonth(within));
  const charged = monthOf(charge) === within ? dayOf(charge) : 1;
  const days = { first: 1, last, charge: charged, "before charge": charged - 1, "after charge": charged + 1 };
  return dateIn(within, Math.min(last, Math.max(1, typeof day === "number" ? day : days[day])));
}

/** A day of the month of a date, not after it. */
export const dayUpTo = (date: string, day: Part): string => dateIn(monthOf(date), 1 + scaled(day, dayOf(date) - 1));

/** The same month or an earlier one, as far back as the span goes. */
export interface Earlier {
  monthsBack: number;
  day: Part;
}

export const earlier = (monthsBack: fc.Arbitrary<number>): fc.Arbitrary<Earlier> =>
  fc.record({ monthsBack, day: part });

export function earlierThan(date: string, { monthsBack, day }: Earlier): string {
  const month = monthsAfter(monthOf(date), -monthsBack);
  if (monthsBack === 0 || month < "2000-01") return dayUpTo(date, day);
  return dateIn(month, 1 + scaled(day, daysIn(month) - 1));
}

export const isInSpan = (date: string): boolean => date <= lastDate;
