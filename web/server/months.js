// Months as "YYYY-MM" and dates as "YYYY-MM-DD": as text they are in order of time.

/** @param {string} date */
export const monthOf = (date) => date.slice(0, 7);

/** @param {string} month */
export const firstDayOf = (month) => `${month}-01`;

/**
 * @param {string} month
 * @param {number} count negative: before
 */
export function monthsAfter(month, count) {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
