import { calendarOf, civilDate } from "./civil-date.js";
import { columnsOf, type QuoteColumns } from "./columns.js";
import { type Core, OpenCatalog } from "./core.js";
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
import { argumentText, quoteText } from "./json.js";
import type { Verb } from "./prorata.mjs";

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
   * The amounts due for many plan changes at once: what `quote` says is due for an account that has held `from` since
   * the 1st and nothing else; NaN where the change is not allowed, to the plan held included. Errors name the row in
   * their path ("/to/17"): invalid_value for columns of unequal lengths, at the first row that the shortest lacks,
   * unknown_plan for no plan's index, managed_account for a `from` sold through sales, invalid_date for a day outside
   * 2000-01-01 to 2999-12-31.
   */
  quoteColumns(columns: QuoteColumns): Float64Array;

  /**
   * Gives the WebAssembly memory back. Any later call throws PricingError calculator_freed at "", except `free` itself,
   * which then does nothing. A calculator that is forgotten instead is cleaned up some time after.
   */
  free(): void;
}

// Some hosts have no such registry: there only `free` gives memory back.
const forgotten = globalThis.FinalizationRegistry && new FinalizationRegistry<OpenCatalog>((open) => open.close());

/** A calculator for the price list of this text. Throws PricingError for one that is none. @internal */
export function calculatorOf(core: Core, catalogText: string): Calculator {
  const open = new OpenCatalog(core, catalogText);
  try {
    const calculator = calculatorIn(open);
    forgotten?.register(calculator, open, open);
    return calculator;
  } catch (error) {
    open.close();
    throw error;
  }
}

// Frozen, and of functions that need no `this`: so a method can be taken off it, and a framework that wraps what it is
// given lets it be.
function calculatorIn(open: OpenCatalog): Calculator {
  const catalog: Catalog = deepFreeze(JSON.parse(open.normalised));
  const calendar = calendarOf(catalog.timeZone);
  const ask = (verb: Verb, request: unknown, quote?: () => string) => {
    open.expectOpen();
    const text = argumentText(request, "invalid_json");
    return JSON.parse(quote ? open.ask(verb, text, quote()) : open.ask(verb, text));
  };
  return Object.freeze<Calculator>({
    catalog,
    today(instant = new Date()) {
      open.expectOpen();
      return civilDate(instant, calendar);
    },
    quote: (request) => ask("quote", request),
    verify: (request, quote) => ask("verify", request, () => quoteText(quote)),
    purchase: (request) => ask("purchase", request),
    settle: (request) => ask("settle", request),
    convert: (request) => ask("convert", request),
    equivalents: (request) => ask("equivalents", request),
    cover: (request) => ask("cover", request),
    compare: (request) => ask("compare", request),
    optimize: (request) => ask("optimize", request),
    quoteColumns(columns) {
      open.expectOpen();
      return open.quoteColumns(columnsOf(columns));
    },
    free() {
      forgotten?.unregister(open);
      open.close();
    },
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
