import { PricingError } from "./error.js";

/** Plan changes, row by row: on the day `on[i]`, from plan `from[i]` to plan `to[i]`. The columns are equally long. */
export interface QuoteColumns {
  /** Days since 1970-01-01. */
  on: Int32Array;
  /** Positions in the price list, which are tiers. */
  from: Uint8Array;
  to: Uint8Array;
}

const types = { on: Int32Array, from: Uint8Array, to: Uint8Array };
type Name = keyof QuoteColumns;

/**
 * Copies of the columns, each read once. Throws PricingError for what is none: invalid_type, missing_field or unknown_field at
 * the member, or invalid_type at "".
 */
export function columnsOf(argument: unknown): QuoteColumns {
  if (typeof argument !== "object" || argument === null)
    throw new PricingError("invalid_type", "", "Columns are an object of typed arrays.");
  for (const name of Object.keys(argument))
    if (!Object.hasOwn(types, name))
      throw new PricingError(
        "unknown_field",
        `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        "No such column.",
      );
  return { on: columnOf(argument, "on"), from: columnOf(argument, "from"), to: columnOf(argument, "to") };
}

function columnOf<Column extends Name>(columns: Partial<QuoteColumns>, name: Column): QuoteColumns[Column] {
  const column = columns[name];
  if (column === undefined) throw new PricingError("missing_field", `/${name}`, "This column is missing.");
  const type = types[name];
  // By its own tag: an array of another window is one as well.
  if (ArrayBuffer.isView(column) && column[Symbol.toStringTag] === type.name) {
    try {
      // Of what it holds: its length may say anything, and its memory may be shared.
      return new type(column) as QuoteColumns[Column];
    } catch {
      // Its memory has gone to another thread.
    }
  }
  throw new PricingError("invalid_type", `/${name}`, `This column is a ${type.name}.`);
}
