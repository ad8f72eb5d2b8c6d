// Between JavaScript values and the JSON text that the core reads and writes.
import { PricingError } from "./error.js";

/** The core refuses text of more bytes; a character takes at least one. */
const maxBytes = 1024 * 1024;

class TooLarge extends Error {
  override message = "The document is larger than 1 MiB.";
}

/**
 * A request or a catalog as text. Members that are undefined are absent. Anything else that JSON has no word for, such
 * as NaN or a bigint, becomes null, which the core takes nowhere and so refuses at its own place.
 * Throws PricingError `fault` at "" when there is no text at all: for a cycle, for nesting deeper than the call stack,
 * when a getter or toJSON throws; and for more than the core takes, before it is written.
 */
export function argumentText(argument: unknown, fault: "invalid_json" | "invalid_catalog"): string {
  try {
    return cut(textOf(argument, () => null) ?? "null");
  } catch (cause) {
    const message = cause instanceof TooLarge ? cause.message : "It cannot be written as JSON.";
    throw new PricingError(fault, "", message, { cause });
  }
}

/**
 * A quote to verify as text, whatever it is: never throws. What JSON has no word for becomes a string, hence a
 * difference, and what has no text at all becomes the empty text, which is no quote.
 */
export function quoteText(quote: unknown): string {
  try {
    const text = textOf(quote, String) ?? "";
    return cut(text).replace(loneSurrogate, (found) => (found === "\\\\" ? found : "\\ufffd"));
  } catch {
    return "";
  }
}

/** The JSON text of a value, each part that JSON has no word for replaced. Throws TooLarge. */
function textOf(value: unknown, replacement: (part: unknown) => unknown): string | undefined {
  // A replacer makes JSON.stringify several times slower.
  if (isPlain(value, counter())) return JSON.stringify(value);
  const count = counter();
  return JSON.stringify(value, (_key, part) => {
    count(part);
    return isJson(part) ? part : replacement(part);
  });
}

/** Counts the bytes that parts take at least, each with a comma or brackets. Throws TooLarge once they are too many. */
function counter(): (part: unknown) => void {
  let bytes = 0;
  return (part) => {
    bytes += 2;
    if (typeof part === "string") bytes += part.length;
    // Of a typed array all indices are listed before the first part of it comes by.
    if (ArrayBuffer.isView(part)) bytes += part.byteLength / 4;
    if (bytes > maxBytes) throw new TooLarge();
  };
}

/** The core takes no document that is nested deeper. */
const mostLevels = 64;

/** Whether a value is nothing but plain objects and arrays of what JSON has words for. */
function isPlain(value: unknown, count: (part: unknown) => void, levels = mostLevels): boolean {
  count(value);
  if (typeof value !== "object" || value === null) return isJson(value);
  if (levels === 0 || "toJSON" in value) return false;
  if (!Array.isArray(value)) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    value = Object.values(value);
  }
  const parts = value as unknown[];
  for (let i = 0; i < parts.length; i++) if (!isPlain(parts[i], count, levels - 1)) return false;
  return true;
}

function isJson(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "bigint" && typeof value !== "function" && typeof value !== "symbol";
}

/** Too long a text, down to what shows that it is: the rest need not be copied into WebAssembly memory. */
function cut(text: string): string {
  return text.length > maxBytes ? text.slice(0, maxBytes + 1) : text;
}

/** Half of a character, as JSON.stringify writes it; or an escaped backslash, whose "ud800" is just text. */
const loneSurrogate = /\\(?:\\|ud[89a-f][0-9a-f]{2})/g;
