// What the server offers: a row a tool.
import { builtInCatalogs, loadCalculator } from "prorata";
import { lint } from "./lint.js";
import { bundledSchema } from "./schema.js";

const ids = await builtInCatalogs();

const priceList = {
  description: `The price list: the id of a built-in one (${ids.join(", ")}; ${ids[0]} when absent), or a whole document.`,
  type: ["string", "object"],
};

/** A verb of the calculator. Its arguments are the members of its request, and the price list. */
function verb(name, file, definition, description) {
  const { properties, ...request } = bundledSchema(file, definition);
  return {
    name,
    description,
    inputSchema: { ...request, type: "object", properties: { ...properties, catalog: priceList } },
    async answer({ catalog, ...request }) {
      const calculator = await loadCalculator({ catalog });
      try {
        return calculator[name](request);
      } finally {
        calculator.free();
      }
    },
  };
}

const dates = "Dates are civil dates in the price list's time zone; amounts are minor units (fen, cents).";

/** Each: name, description, JSON Schema of its arguments, and `answer(arguments)`, which may throw a PricingError. */
export const tools = [
  {
    name: "catalog",
    description: "The price list itself: plans, packs, overage, policy. Start here for the ids the other tools take.",
    inputSchema: { type: "object", additionalProperties: false, properties: { catalog: priceList } },
    async answer({ catalog }) {
      const calculator = await loadCalculator({ catalog });
      try {
        return calculator.catalog;
      } finally {
        calculator.free();
      }
    },
  },
  verb(
    "quote",
    "quote.json",
    "QuoteRequest",
    `What a plan change and top-up packs cost on a day: the bill to confirm before paying, line by line. ${dates}`,
  ),
  verb(
    "compare",
    "compare.json",
    "CompareRequest",
    `Every plan side by side for a monthly usage, for one month and in the long run, and which is the cheapest. ${dates}`,
  ),
  verb(
    "cover",
    "cover.json",
    "CoverRequest",
    `What absorbs this month's usage: plan quota, packs, overage, and when each runs out. ${dates}`,
  ),
  verb(
    "optimize",
    "optimize.json",
    "OptimizeRequest",
    `The cheapest sequence of plans and packs for a usage forecast of up to 36 months, exactly. ${dates}`,
  ),
  {
    name: "lint",
    description:
      "What the author of a price list wants to know before publishing it: faults with their places, remarks (dominated plans, dear packs, missing translations), and, against the list before it, what changed for whom. Lines count in the document indented by two.",
    inputSchema: lintSchema(),
    answer: ({ priceList, against }) => lint(priceList, against),
  },
];

// The document is described but not demanded: what is wrong with it is what lint has to say.
function lintSchema() {
  const { $defs, ...document } = bundledSchema("catalog.json", "CatalogDocument");
  return {
    type: "object",
    additionalProperties: false,
    required: ["priceList"],
    properties: {
      priceList: { description: `The price list to look at. ${document.description}`, type: ["object", "string"] },
      against: { ...priceList, description: "The price list it follows: an id or a document." },
    },
    $defs: { ...$defs, CatalogDocument: document },
  };
}
