import { PricingError } from "./error.js";
import type { CivilDate } from "./generated/types.js";

/** The calendar of a time zone, made when it is first asked for: a browser takes some 20 ms for its first one. */
export type Calendar = () => Intl.DateTimeFormat;

/** Throws PricingError invalid_catalog at "/timeZone" for a name that Intl does not know. */
export function calendarOf(timeZone: string): Calendar {
  let format = isListed(timeZone) ? undefined : formatOf(timeZone);
  return () => {
    format ??= formatOf(timeZone);
    return format;
  };
}

/** Quick, but it lists one name a zone: Intl takes others as well. */
const isListed = (timeZone: string) => Intl.supportedValuesOf?.("timeZone").includes(timeZone);

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en", {
      calendar: "gregory",
      numberingSystem: "latn",
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  } catch (cause) {
    throw new PricingError("invalid_catalog", "/timeZone", `${timeZone} is no time zone.`, { cause });
  }
}

/**
 * The day on which an instant falls in a calendar. Throws PricingError at "": invalid_type for what is no Date,
 * invalid_date for one that is invalid or falls outside 2000-01-01 to 2999-12-31.
 */
export function civilDate(instant: Date, calendar: Calendar): CivilDate {
  // No zone is a day from UTC; and an Intl year has no sign, so years before Christ must not get that far.
  const year = utcYear(instant);
  if (year >= 1999 && year <= 3000) {
    const part = Object.fromEntries(
      calendar()
        .formatToParts(instant)
        .map(({ type, value }) => [type, value]),
    );
    const date = `${part.year}-${part.month}-${part.day}`;
    if (date >= "2000-01-01" && date <= "2999-12-31") return date;
  }
  throw new PricingError("invalid_date", "", "The instant is not between 2000-01-01 and 2999-12-31.");
}

function utcYear(instant: Date): number {
  try {
    // Called this way it takes a Date of another window as well, and nothing else.
    return Date.prototype.getUTCFullYear.call(instant);
  } catch (cause) {
    throw new PricingError("invalid_type", "", "An instant is a Date.", { cause });
  }
}
