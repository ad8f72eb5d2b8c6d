import { type Calendar, calendarOf, civilDate } from "./civil-date.js";
import { PricingError } from "./error.js";
import type {
  Catalog,
  CivilDate,
  CompareRequest,
  Comparison,
  Conversion,
  ConvertRequest,
  Coverage,
  CoverRequest,
  Equivalents,
  EquivalentsRequest,
  OptimizeRequest,
  Purchase,
  PurchasePlan,
  Quote,
  QuoteRequest,
  Settlement,
  SettleRequest,
  Verification,
} from "./generated/types.js";
import { argumentText, quoteText, unwrap } from "./json.js";
import type { RawCalculator } from "./prorata.mjs";

/**
 * Prices according to one catalog. Every method is synchronous and pure: the answer depends on the arguments and the
 * catalog alone, no clock is read (but by `today` without argument), nothing is remembered and no argument is changed.
 * Malformed input throws a PricingError.
 */
export interface Calculator {
  /** The catalog as loaded, normalised: money in minor units, plans in tier order. Deeply frozen. */
  readonly catalog: Catalog;

  /**
   * The civil date of an instant (now, when absent) in the catalog's time zone.
   * Throws at "": invalid_type for what is no Date, invalid_date outside 2000-01-01 to 2999-12-31.
   */
  today(instant?: Date): CivilDate;

  /** The bill to confirm before paying: plan change and top-up packs in one cart. */
  quote(request: QuoteRequest): Quote;

  /**
   * Recomputes a quote and says where it differs: what a server asks before it takes the money. The quote may be
   * anything; only a malformed request throws.
   */
  verify(request: QuoteRequest, quote: unknown): Verification;

  /** The quote, and the account once it is paid, null while there is a shortfall: what a server stores. */
  purchase(request: QuoteRequest): Purchase;

  /** An account brought to a later date: closed months, renewals, scheduled changes, expired packs, and what is left. */
  settle(request: SettleRequest): Settlement;

  /** Media usage in standard minutes: exact per item, rounded up once, on the total. */
  convert(request: ConvertRequest): Conversion;

  /** How many whole minutes of each role and media a number of standard minutes is. */
  equivalents(request: EquivalentsRequest): Equivalents;

  /** How this month's usage would be absorbed once the same request's quote is paid: plan quota, packs, overage. */
  cover(request: CoverRequest): Coverage;

  /** Every plan side by side for a forecast usage, for one month and for the long run. */
  compare(request: CompareRequest): Comparison;

  /** The cheapest sequence of plans and packs for a usage forecast, exactly. */
  optimize(request: OptimizeRequest): PurchasePlan;

  /**
   * Gives the WebAssembly memory back. Any later call throws PricingError calculator_freed at "", except `free` itself,
   * which then does nothing. A calculator that is forgotten instead is cleaned up some time after.
   */
  free(): void;
}

/** What the core says of a catalog text, as a calculator. Throws PricingError for a catalog that is none. @internal */
export function calculatorOf(raw: RawCalculator): Calculator {
  try {
    return new CoreCalculator(raw);
  } catch (error) {
    raw.delete();
    throw error;
  }
}

// Some hosts have no such registry: there only `free` gives memory back.
const forgotten = globalThis.FinalizationRegistry && new FinalizationRegistry<RawCalculator>((raw) => raw.delete());

class CoreCalculator implements Calculator {
  readonly catalog: Catalog;
  readonly #calendar: Calendar;
  #raw: RawCalculator | undefined;

  constructor(raw: RawCalculator) {
    this.catalog = deepFreeze(unwrap<Catalog>(raw.catalog()));
    this.#calendar = calendarOf(this.catalog.timeZone);
    this.#raw = raw;
    forgotten?.register(this, raw, this);
  }

  today(instant: Date = new Date()): CivilDate {
    this.#core();
    return civilDate(instant, this.#calendar);
  }

  quote(request: QuoteRequest): Quote {
    return unwrap(this.#core().quote(requestText(request)));
  }

  verify(request: QuoteRequest, quote: unknown): Verification {
    return unwrap(this.#core().verify(requestText(request), quoteText(quote)));
  }

  purchase(request: QuoteRequest): Purchase {
    return unwrap(this.#core().purchase(requestText(request)));
  }

  settle(request: SettleRequest): Settlement {
    return unwrap(this.#core().settle(requestText(request)));
  }

  convert(request: ConvertRequest): Conversion {
    return unwrap(this.#core().convert(requestText(request)));
  }

  equivalents(request: EquivalentsRequest): Equivalents {
    return unwrap(this.#core().equivalents(requestText(request)));
  }

  cover(request: CoverRequest): Coverage {
    return unwrap(this.#core().cover(requestText(request)));
  }

  compare(request: CompareRequest): Comparison {
    return unwrap(this.#core().compare(requestText(request)));
  }

  optimize(request: OptimizeRequest): PurchasePlan {
    return unwrap(this.#core().optimize(requestText(request)));
  }

  free(): void {
    forgotten?.unregister(this);
    this.#raw?.delete();
    this.#raw = undefined;
  }

  #core(): RawCalculator {
    if (!this.#raw) throw new PricingError("calculator_freed", "", "The calculator was used after free().");
    return this.#raw;
  }
}

const requestText = (request: unknown): string => argumentText(request, "invalid_json");

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
