import type { ErrorCode } from "./generated/types.js";

/**
 * Thrown for input that is malformed or contradicts itself. A plan change that is merely not permitted is no error:
 * the quote says so, and why.
 */
export class PricingError extends Error {
  // Defined, not assigned: where Error.prototype is frozen, its name cannot be assigned below it.
  override readonly name = "PricingError";
  /** Why the input was refused. */
  readonly code: ErrorCode;
  /** JSON Pointer to the value at fault, in the request or in the catalog document; "" is the whole of it. */
  readonly path: string;

  constructor(code: ErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}
