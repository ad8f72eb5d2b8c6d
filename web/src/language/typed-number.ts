/** Why what was typed is no whole number: nothing of it is guessed at, or read by half. */
export type NumberFault = "none" | "unreadable" | "fraction" | "tooLarge";

const form = /^([-+]?)(\d+|\d{1,3}(?:([, ])\d{3})(?:\3\d{3})*)(?:\.(\d*))?(千|万|百万|千万|亿|K|W|M)?$/;

/** Decimal places that a unit moves a number by; 20w is how 20万 is typed in a hurry. */
const places: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, K: 3, W: 4, M: 6 };

/**
 * Full-width digits, commas and signs become the plain ones, and any space a plain space; marks that nobody sees, as
 * they come with what is pasted, are left out. Nothing else is replaced: 10² is not 102.
 */
export const plainly = (typed: string): string =>
  typed
    .replace(/[\uFF00-\uFFEF]+/gu, (wide) => wide.normalize("NFKC"))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/gu, "")
    .replace(/\u2212/g, "-")
    .trim()
    .replace(/\s+/gu, " ")
    .toUpperCase();

/** The digits of a number in plain characters, and by how many places a unit behind it moves its point. */
export function typedDigits(plain: string) {
  const read = form.exec(plain.replace(/ (?=[^\d ]+$)/u, ""));
  const [, sign = "", whole, , fraction = "", unit = ""] = read ?? [];
  if (whole === undefined) return plain === "" ? "none" : "unreadable";
  return { sign, whole: whole.replace(/[, ]/g, ""), fraction, moved: places[unit] ?? 0 };
}

/**
 * A whole number as people type and paste it: 1,000 · 1 000 · １０００ · 20万 · 1.5万 · 20k · −5. A comma or a space that
 * does not stand between thousands makes it none, and so do decimals, zeros as well: 1.000 is a thousand to some.
 */
export function typedNumber(typed: string): number | NumberFault {
  const read = typedDigits(plainly(typed));
  if (typeof read === "string") return read;
  const { sign, whole, fraction, moved } = read;
  if (fraction.length > moved) return "fraction";
  const value = Number(`${sign}${whole}${fraction.padEnd(moved, "0")}`);
  if (!Number.isSafeInteger(value)) return "tooLarge";
  return value === 0 ? 0 : value;
}
