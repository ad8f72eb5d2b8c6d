import type { Calculator } from "prorata";
import { columnFaults, type QuoteColumns, quoteColumns } from "./bulk.js";
import { type PriceList, type PriceListDocument, priceListOf } from "./catalog.js";
import { placesAtFault } from "./catalog-form.js";
import { compare, compareFaults } from "./comparison.js";
import { convert, convertFaults, equivalents, equivalentsFaults } from "./conversion.js";
import { cover, coverFaults } from "./coverage.js";
import { answer, type Exact, exact } from "./exact.js";
import { type Fault, refuseAny } from "./fault.js";
import { optimize, optimizeFaults, reckoned } from "./optimization.js";
import { purchase } from "./purchase.js";
import { bill, quoteFaults } from "./quote.js";
import { shapes } from "./request.js";
import { settle, settleFaults } from "./settlement.js";
import { verification } from "./verification.js";

/** The verbs that are asked and answer in JSON. */
export type Verb = "quote" | "purchase" | "cover" | "compare" | "settle" | "convert" | "equivalents" | "optimize";
export type Request<V extends Verb> = Parameters<Calculator[V]>[0];
export type Answer<V extends Verb> = ReturnType<Calculator[V]>;

export type Verbs = { [V in Verb]: (request: Request<V>) => Answer<V> };

/** What the rules say of a price list; each method throws `Refused` with all that is wrong with its request. */
export type Reference = Verbs & {
  list: PriceList;
  catalog: Calculator["catalog"];
  /** What a schedule comes to; null where it is none that may be chosen. */
  reckoned: (request: Request<"optimize">, schedule: Answer<"optimize">) => Answer<"optimize"> | null;
  verify: Calculator["verify"];
  quoteColumns: (columns: QuoteColumns) => Float64Array;
};

export function loadReference(document: PriceListDocument): Reference {
  refuseAny(placesAtFault(document).map((path) => ({ code: "invalid_catalog", path })));
  const list = priceListOf(document);

  function verb<V extends Verb>(
    name: V,
    faults: (list: PriceList, request: Exact<Request<V>>) => Fault[],
    reckon: (list: PriceList, request: Exact<Request<V>>) => Exact<Answer<V>>,
  ): (request: Request<V>) => Answer<V> {
    return (request) => {
      refuseAny(shapes[name](request, ""));
      const asked = exact(request);
      refuseAny(faults(list, asked));
      return answer<Answer<V>>(reckon(list, asked));
    };
  }

  const quote = verb("quote", quoteFaults, (list, request) => bill(list, request).quote);
  return {
    list,
    catalog: answer<Calculator["catalog"]>(list),
    quote,
    verify: (request, given) => verification(quote(request), given),
    purchase: verb("purchase", quoteFaults, purchase),
    cover: verb("cover", coverFaults, cover),
    compare: verb("compare", compareFaults, compare),
    settle: verb("settle", settleFaults, settle),
    convert: verb("convert", convertFaults, convert),
    equivalents: verb("equivalents", equivalentsFaults, equivalents),
    optimize: verb("optimize", optimizeFaults, optimize),
    reckoned: (request, { months }) => answer<Answer<"optimize"> | null>(reckoned(list, exact(request), exact(months))),
    quoteColumns: (columns) => {
      refuseAny(columnFaults(list, columns));
      return quoteColumns(list, columns);
    },
  };
}
