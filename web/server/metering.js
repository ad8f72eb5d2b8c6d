import { firstDayOf, monthOf, monthsAfter } from "./dates.js";

/**
 * What a console asks its metering, in the terms of `settle`: the minutes of each month that ends between two dates,
 * and those used this month before the second. A sample account uses the same every day.
 * @param {import("./accounts.js").Account} account
 * @param {string} from
 * @param {string} through
 */
export function meteredMinutes({ minutesADay }, from, through) {
  const usage = [];
  for (let month = monthOf(from); month < monthOf(through); month = monthsAfter(month, 1)) {
    usage.push(minutesADay * daysBefore(firstDayOf(monthsAfter(month, 1)), firstDayOf(month)));
  }
  return { usage, usedMinutes: minutesADay * daysBefore(through, firstDayOf(monthOf(through))) };
}

/**
 * @param {string} date
 * @param {string} from
 */
const daysBefore = (date, from) => (Date.parse(date) - Date.parse(from)) / 86_400_000;
