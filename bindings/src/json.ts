// Between JavaScript values and the JSON text that the core reads and writes.
import { PricingError } from "./error.js";

/** The core refuses text of more bytes; a character takes at least one. */
const maxBytes = 1024 * 1024;

/**
 * A request or a catalog as text. Members that are undefined are absent. Anything else that JSON has no word for, such
 * as NaN or a bigint, becomes null, which the core takes nowhere and so refuses at its own place.
 * Throws PricingError `fault` at "" when there is no text at all: for a cycle, for nesting deeper than the call stack,
 * when a getter or toJSON throws.
 */
export function argumentText(argument: unknown, fault: "invalid_json" | "invalid_catalog"): string {
  try {
    return cut(textOf(argument, () => null) ?? "null");
  } catch (cause) {
    throw new PricingError(fault, "", "It cannot be written as JSON.", { cause });
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

/** The JSON text of a value, each part that JSON has no word for replaced. */
function textOf(value: unknown, replacement: (part: unknown) => unknown): string | undefined {
  // A replacer makes JSON.stringify several times slower.
  if (isPlain(value)) return JSON.stringify(value);
  return JSON.stringify(value, (_key, part) => (isJson(part) ? part : replacement(part)));
}

/** The core takes no document that is nested deeper. */
const mostLevels = 64;

/** Whether a value is nothing but plain objects and arrays of what JSON has words for. */
function isPlain(value: unknown, levels = mostLevels): boolean {
  if (typeof value !== "object" || value === null) return isJson(value);
  if (levels === 0 || "toJSON" in value) return false;
  if (!Array.isArray(value)) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    value = Object.values(value);
  }
  const parts = value as unknown[];
  for (let i = 0; i < parts.length; i++) if (!isPlain(parts[i], levels - 1)) return false;
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
