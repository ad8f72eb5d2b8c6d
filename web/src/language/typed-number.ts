/** Why what was typed is no whole number: nothing of it is guessed at, or read by half. */
export type NumberFault = "none" | "unreadable" | "fraction" | "tooLarge";

const form = /^([-+]?)(\d+|\d{1,3}(?:([, ])\d{3})(?:\3\d{3})*)(?:\.(\d+))?(万|亿|K|M)?$/;

/** Decimal places that a unit moves a number by. */
const places: Record<string, number> = { 万: 4, 亿: 8, K: 3, M: 6 };

/**
 * A whole number as people type and paste it: 1,000 · 1 000 · １０００ · 20万 · 1.5万 · 20k · −5. A comma or a space that
 * does not stand between thousands makes it none.
 */
export function typedNumber(typed: string): number | NumberFault {
  // Full-width digits, commas and signs become the plain ones, and any space a plain space.
  const plain = typed
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/ (?=[万亿KM]$)/iu, "")
    .toUpperCase();
  if (plain === "") return "none";
  const [, sign = "", whole, , fraction = "", unit] = form.exec(plain) ?? [];
  if (whole === undefined) return "unreadable";
  const moved = unit === undefined ? 0 : (places[unit] ?? 0);
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > moved) return "fraction";
  const value = Number(`${sign}${whole.replace(/[, ]/g, "")}${kept.padEnd(moved, "0")}`);
  if (!Number.isSafeInteger(value)) return "tooLarge";
  return value === 0 ? 0 : value;
}
