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
 * The columns where they lie. Throws PricingError for what is none: invalid_type, missing_field or unknown_field at the
 * member, or invalid_type at "".
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
  // Each is read once, and all before the first is looked into: reading one may run code that gives another away.
  const { on, from, to } = argument as Record<Name, unknown>;
  return { on: columnOf("on", on), from: columnOf("from", from), to: columnOf("to", to) };
}

// What an array says of itself may be anything; these ask what it is.
const asked = <Answer>(name: PropertyKey) => {
  const get = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), name)?.get;
  return (column: unknown): Answer => get?.call(column);
};
const tagOf = asked<string | undefined>(Symbol.toStringTag);
const bufferOf = asked<ArrayBuffer>("buffer");
const offsetOf = asked<number>("byteOffset");
const lengthOf = asked<number>("length");

function columnOf<Column extends Name>(name: Column, column: unknown): QuoteColumns[Column] {
  if (column === undefined) throw new PricingError("missing_field", `/${name}`, "This column is missing.");
  const type = types[name];
  // An array of another window is one as well.
  if (tagOf(column) === type.name) {
    try {
      return new type(bufferOf(column), offsetOf(column), lengthOf(column)) as QuoteColumns[Column];
    } catch {
      // Its memory has gone to another thread.
    }
  }
  throw new PricingError("invalid_type", `/${name}`, `This column is a ${type.name}.`);
}
