/** Why what was typed is no whole number: nothing of it is guessed at, or read by half. */
export type NumberFault = "none" | "unreadable" | "fraction" | "tooLarge";

const form = /^([-+]?)(\d+|\d{1,3}(?:([, ])\d{3})(?:\3\d{3})*)(?:\.(\d*))?(万|亿|K|M)?$/;

/** Decimal places that a unit moves a number by. */
const places: Record<string, number> = { 万: 4, 亿: 8, K: 3, M: 6 };

/** Full-width digits, commas and signs become the plain ones, and any space a plain space. */
export const plainly = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim()
    .replace(/\s+/gu, " ")
    .toUpperCase();

/** The digits of a number in plain characters, and by how many places a unit behind it moves its point. */
export function typedDigits(plain: string) {
  const read = form.exec(plain.replace(/ (?=[万亿KM]$)/u, ""));
  const [, sign = "", whole, , fraction = "", unit = ""] = read ?? [];
  if (whole === undefined) return plain === "" ? "none" : "unreadable";
  return { sign, whole: whole.replace(/[, ]/g, ""), fraction, moved: places[unit] ?? 0 };
}

/**
 * A whole number as people type and paste it: 1,000 · 1 000 · １０００ · 20万 · 1.5万 · 20k · −5. A comma or a space that
 * does not stand between thousands makes it none.
 */
export function typedNumber(typed: string): number | NumberFault {
  const read = typedDigits(plainly(typed));
  if (typeof read === "string") return read;
  const { sign, whole, fraction, moved } = read;
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > moved) return "fraction";
  const value = Number(`${sign}${whole}${kept.padEnd(moved, "0")}`);
  if (!Number.isSafeInteger(value)) return "tooLarge";
  return value === 0 ? 0 : value;
}
