import fc from "fast-check";
import { type Calculator, loadCalculator, PricingError } from "prorata";
import { agree, agreeAsync, ask, type Both, Difference } from "./agreement.js";
import type { QuoteColumns } from "./bulk.js";
import { dateIn, dayOf, daysIn, monthOf, monthsAfter, monthsBetween } from "./calendar.js";
import type { PriceListDocument } from "./catalog.js";
import type { Sizes } from "./generators/account.js";
import { scaled } from "./generators/part.js";
import { priceList, type ScaledList } from "./generators/price-list.js";
import { type Halfway, halfway, requests } from "./generators/request.js";
import { spoil, spoiled } from "./generators/spoil.js";
import { type Answer, loadReference, type Request, type Verb } from "./reference.js";

export interface Property {
  name: string;
  property: fc.IAsyncProperty<unknown[]>;
}

const requestsPerList = 20;

/** Does the work with both for one price list. */
async function withBoth(document: PriceListDocument, work: (both: Both) => void): Promise<void> {
  const calculator = await loadCalculator({ catalog: document });
  try {
    work({ reference: loadReference(document), calculator });
  } finally {
    calculator.free();
  }
}

const sizesOf = ({ document, minutes, money }: ScaledList): Sizes => ({
  list: loadReference(document).list,
  minutes,
  money,
});

interface Case<T> {
  document: PriceListDocument;
  requests: T[];
}

/** Random requests of a verb, several to a random price list. */
const cases = <V extends Verb>(verb: V): fc.Arbitrary<Case<Request<V>>> =>
  fc
    .tuple(priceList, fc.array(requests[verb], { minLength: 1, maxLength: requestsPerList, size: "max" }))
    .map(([list, draws]) => {
      const sizes = sizesOf(list);
      return { document: list.document, requests: draws.map((draw) => draw(sizes) as Request<V>) };
    });

/** Of schedules that cost and waste the same any one may be given: what it comes to is compared, and that it may be. */
function askForSchedule({ reference, calculator }: Both, request: Request<"optimize">): void {
  const given: Answer<"optimize">[] = [];
  agree(
    { optimize: request },
    () => essence(reference.optimize(request)),
    () => {
      given.push(calculator.optimize(request));
      return given.map(essence)[0];
    },
  );
  for (const schedule of given)
    agree<unknown>(
      { optimize: request },
      () => reference.reckoned(request, schedule),
      () => schedule,
    );
}

function essence({ months, packMinutes, ...rest }: Answer<"optimize">) {
  const packs = months.flatMap((month) => month.packs).reduce((total, { quantity }) => total + quantity, 0);
  const { total, baseline, saving } = rest;
  return { total, baseline, saving, wasted: packMinutes.expired + packMinutes.left, packs };
}

const verbs = ["quote", "purchase", "cover", "compare", "settle", "convert", "equivalents", "optimize"] as const;

const askAny = (both: Both, verb: Verb, request: unknown): unknown =>
  verb === "optimize" ? askForSchedule(both, request as Request<"optimize">) : ask(both, verb, request as never);

const answers = verbs.map(
  (verb): Property => ({
    name: verb,
    property: fc.asyncProperty(cases(verb) as fc.Arbitrary<Case<unknown>>, ({ document, requests }) =>
      withBoth(document, (both) => {
        for (const request of requests) askAny(both, verb, request);
      }),
    ) as Property["property"],
  }),
);

const faults = verbs.map(
  (verb): Property => ({
    name: `${verb}, with a fault`,
    property: fc.asyncProperty(
      fc
        .tuple(
          cases(verb) as fc.Arbitrary<Case<unknown>>,
          fc.array(spoil, { minLength: requestsPerList, maxLength: requestsPerList }),
        )
        .map(([{ document, requests }, spoils]) => ({
          document,
          requests: requests.map((request, i) => spoiled(request, spoils[i] ?? { place: 0, change: "add" })),
        })),
      ({ document, requests }) =>
        withBoth(document, (both) => {
          for (const request of requests) askAny(both, verb, request);
        }),
    ) as Property["property"],
  }),
);

const loads = async (document: unknown): Promise<void> => {
  await agreeAsync(
    { load: document },
    () => loadReference(document as PriceListDocument).catalog,
    async () => {
      const calculator = await loadCalculator({ catalog: document as PriceListDocument });
      const { catalog } = calculator;
      calculator.free();
      return catalog;
    },
  );
};

const loading: Property[] = [
  { name: "load", property: fc.asyncProperty(priceList, ({ document }) => loads(document)) as Property["property"] },
  {
    name: "load, with a fault",
    property: fc.asyncProperty(
      fc
        .tuple(priceList, spoil)
        .map(([{ document }, change]) => spoiled(document, change))
        // A text would be the id of a built-in list.
        .filter((document) => typeof document !== "string"),
      loads,
    ) as Property["property"],
  },
];

/** A quote as the rules give it, sent back with one change, or with more wrong with it than is listed. */
const much = { replace: Array.from({ length: 1_100 }, (_, i) => i) };
const returned = fc.oneof(
  { weight: 20, arbitrary: spoil },
  { weight: 1, arbitrary: fc.record({ place: fc.nat(100), change: fc.constant(much) }) },
);
const verifying: Property = {
  name: "verify",
  property: fc.asyncProperty(cases("quote"), returned, ({ document, requests }, change) =>
    withBoth(document, ({ reference, calculator }) => {
      for (const request of requests) {
        const quote = agree(
          { quote: request },
          () => reference.quote(request),
          () => calculator.quote(request),
        );
        const given = spoiled(quote, change);
        agree(
          { verify: request, given },
          () => reference.verify(request, given),
          () => calculator.verify(request, given),
        );
      }
    }),
  ) as unknown as Property["property"],
};

// Days of the span, and others; plans of the list, or any.
const day = fc.oneof(
  { weight: 100, arbitrary: fc.integer({ min: 10_957, max: 376_199 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 10_956, 376_200) },
);
const rows = fc.array(fc.record({ on: day, from: fc.nat(5), to: fc.nat(5) }), { maxLength: 30 });
const columnsFault = fc.constantFrom<"plans" | "on" | "from" | "to" | undefined>(
  ...Array(6).fill(undefined),
  "plans",
  "on",
  "from",
  "to",
);
const columns: Property = {
  name: "quoteColumns",
  property: fc.asyncProperty(priceList, rows, columnsFault, ({ document }, rows, fault) =>
    withBoth(document, ({ reference, calculator }) => {
      const { plans } = reference.list;
      const sold = [...plans.keys()].filter((plan) => !plans[plan]?.contactSales);
      const columns: QuoteColumns = {
        on: Int32Array.from(rows, ({ on }) => on),
        from: Uint8Array.from(rows, ({ from }) => (fault === "plans" ? from : (sold[from % sold.length] ?? from))),
        to: Uint8Array.from(rows, ({ to }) => (fault === "plans" ? to : to % plans.length)),
      };
      if (fault === "on") columns.on = columns.on.slice(1);
      if (fault === "from" || fault === "to") columns[fault] = columns[fault].slice(1);
      agree(
        { quoteColumns: columns },
        () => reference.quoteColumns(columns),
        () => calculator.quoteColumns(columns),
      );
    }),
  ) as unknown as Property["property"],
};

/** Settling to a day and from there on gives what settling at once gives: no question to the reference. */
const composition: Property = {
  name: "settle in two steps",
  property: fc.asyncProperty(cases("settle"), halfway, ({ document, requests }, draw) =>
    withBoth(document, ({ calculator }) => {
      for (const request of requests) {
        const [first, second] = stepsOf(request, draw);
        if (endsPastRange(calculator, first)) continue;
        agree(
          { settle: request, steps: [first, second] },
          () => calculator.settle(request),
          () => {
            const settled = calculator.settle(first);
            const rest = calculator.settle({ ...second, account: settled.account });
            return { events: [...settled.events, ...rest.events], account: rest.account };
          },
        );
      }
    }),
  ) as unknown as Property["property"],
};

type Settle = Request<"settle">;

/** A balance may pass its range on the way; a step that ends there has no answer. */
function endsPastRange(calculator: Calculator, step: Settle): boolean {
  try {
    calculator.settle(step);
    return false;
  } catch (error) {
    return error instanceof PricingError && error.code === "out_of_range" && error.path === "";
  }
}

function stepsOf(
  { on, account, through, usage = [], usedMinutes }: Settle,
  draw: Halfway,
): [Settle, Omit<Settle, "account">] {
  const months = scaled(draw.date, usage.length);
  const month = monthsAfter(monthOf(on), months);
  const from = months === 0 ? dayOf(on) : 1;
  const to = months === usage.length ? dayOf(through) : daysIn(month);
  const date = dateIn(month, from + scaled(draw.used, to - from));
  const before = months === 0 ? (account.usedMinutes ?? 0) : 0;
  const after = usage[months] ?? usedMinutes ?? (usage.length === 0 ? before : 0);
  const used = before + scaled(draw.used, after - before);
  const rest = usage.slice(months);
  return [
    { on, account, through: date, usedMinutes: used, ...(months > 0 && { usage: usage.slice(0, months) }) },
    {
      on: date,
      through,
      ...(monthsBetween(month, monthOf(through)) > 0 && { usage: rest }),
      ...(usedMinutes !== undefined && { usedMinutes }),
    },
  ];
}

export const properties: Property[] = [...loading, ...answers, verifying, columns, ...faults, composition];

/** Null where all agree, else the smallest case found that differs. */
export async function checkProperty({ property }: Property, runs: number, seed: number): Promise<string | null> {
  const details = await fc.check(property, { numRuns: runs, seed, endOnFailure: false });
  if (!details.failed) return null;
  const error = details.errorInstance;
  const [{ document }] = details.counterexample as [{ document?: unknown }];
  const list = document === undefined ? "" : `price list   ${JSON.stringify(document)}\n`;
  return `${list}${error instanceof Difference ? error.message : ((error as Error).stack ?? error)}`;
}
