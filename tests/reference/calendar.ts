import type { CivilDate, Month } from "prorata";

// "2024-08-16" and "2024-08" are their own representation: years have four digits, so text sorts as time does.

export const firstDate: CivilDate = "2000-01-01";
export const lastDate: CivilDate = "2999-12-31";

export const monthOf = (date: CivilDate): Month => date.slice(0, 7);
export const dayOf = (date: CivilDate): number => Number(date.slice(8));
export const dateIn = (month: Month, day: number): CivilDate => `${month}-${twoDigits(day)}`;
export const firstOf = (month: Month): CivilDate => dateIn(month, 1);
export const lastOf = (month: Month): CivilDate => dateIn(month, daysIn(month));

export function daysIn(month: Month): number {
  const [year, number] = [yearOf(month), numberOf(month)];
  if (number !== 2) return [4, 6, 9, 11].includes(number) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The day itself counts. */
export const remainingDays = (date: CivilDate): number => daysIn(monthOf(date)) - dayOf(date) + 1;

export function monthsAfter(month: Month, months: number): Month {
  const count = yearOf(month) * 12 + numberOf(month) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${twoDigits((count % 12) + 1)}`;
}
export const nextMonth = (month: Month): Month => monthsAfter(month, 1);

export const monthsBetween = (from: Month, to: Month): number =>
  (yearOf(to) - yearOf(from)) * 12 + numberOf(to) - numberOf(from);

/** Whether a text is a date of the span that requests may name. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [month, day] = [numberOf(text), dayOf(text)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(monthOf(text))) return false;
  return text >= firstDate && text <= lastDate;
}

const yearOf = (text: string): number => Number(text.slice(0, 4));
const numberOf = (text: string): number => Number(text.slice(5, 7));
const twoDigits = (number: number): string => String(number).padStart(2, "0");
