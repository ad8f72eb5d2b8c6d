import type { CivilDate, Month } from "prorata";
import { dateIn, daysIn, firstOf, monthOf, monthsAfter, nextMonth } from "./calendar.js";
import type { PriceList } from "./catalog.js";

/** When a month is charged: on a day of the month before it, save that day 1 is the 1st of the month itself. */
export function chargeDate({ policy: { renewal } }: PriceList, month: Month): CivilDate {
  const before = monthsAfter(month, -1);
  if ("daysBeforeMonthEnd" in renewal) return dateIn(before, daysIn(before) - Number(renewal.daysBeforeMonthEnd));
  return renewal.day === 1n ? firstOf(month) : dateIn(before, Number(renewal.day));
}

/** Whether next month has been charged already. */
export const isLate = (list: PriceList, on: CivilDate): boolean => on >= chargeDate(list, nextMonth(monthOf(on)));
