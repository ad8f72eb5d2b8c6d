import { PricingError } from "prorata";
import type { UsageAhead } from "../elements.ts";

export const monthsAhead = 12;

export const startingUsageAhead: UsageAhead = { by: "flat", growth: 5, months: [] };

export const leastGrowth = -100;
export const mostGrowth = 1000;

/**
 * Minutes month by month, the first month's `minutes` known from the forecast; undefined where they are needed and not
 * known. Minutes that are none are passed on, for the core to refuse.
 */
export function forecastAhead({ by, growth, months }: UsageAhead, minutes: number | undefined): number[] | undefined {
  if (by === "months") return [...months];
  if (minutes === undefined) return undefined;
  return by === "growth" ? growing(minutes, growth) : Array.from({ length: monthsAhead }, () => minutes);
}

/** floor(minutes × (100 + growth)^t ÷ 100^t) in month t: exact, and rounded down only once. */
function growing(minutes: number, growth: number): number[] {
  if (!Number.isInteger(growth)) throw new PricingError("invalid_type", "/growth", "No whole number.");
  if (growth < leastGrowth || growth > mostGrowth) throw new PricingError("out_of_range", "/growth", "No such growth.");
  const isWhole = Number.isSafeInteger(minutes) && minutes >= 0;
  return Array.from({ length: monthsAhead }, (_, month) =>
    isWhole ? Number((BigInt(minutes) * BigInt(100 + growth) ** BigInt(month)) / 100n ** BigInt(month)) : minutes,
  );
}

/** The calendar months from the one of a date on; undefined where the date is none. */
export function monthsFrom(on: string, count: number): string[] | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-/.exec(on) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const first = Number(year) * 12 + Number(month) - 1;
  return Array.from({ length: count }, (_, index) => {
    const later = first + index;
    return `${Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, "0")}`;
  });
}
