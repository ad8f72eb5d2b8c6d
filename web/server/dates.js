// Dates as "YYYY-MM-DD" and months as "YYYY-MM": as text they are in order of time.

/**
 * Whether a text is a date that exists, within the calculator's span.
 * @param {string} text
 */
export function isDate(text) {
  if (!/^2\d{3}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

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
