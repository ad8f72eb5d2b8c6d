// Between JavaScript values and the JSON text that the core reads and writes.
import { PricingError } from "./error.js";
import type { ErrorReply } from "./generated/types.js";

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
    return cut(JSON.stringify(argument, (_key, value) => (isJson(value) ? value : null)) ?? "null");
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
    const text = JSON.stringify(quote, (_key, value) => (isJson(value) ? value : String(value))) ?? "";
    return cut(text).replace(loneSurrogate, (found) => (found === "\\\\" ? found : "\\ufffd"));
  } catch {
    return "";
  }
}

/** The value in an answer of the core, or the error in it thrown. */
export function unwrap<T>(answer: string): T {
  const envelope: { value: T } | { error: ErrorReply } = JSON.parse(answer);
  if ("value" in envelope) return envelope.value;
  const { code, path, message } = envelope.error;
  throw new PricingError(code, path, message);
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
