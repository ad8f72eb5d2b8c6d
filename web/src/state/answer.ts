import type { PricingError } from "prorata";

/** A figure or the reason why there is none: never something to show in its place. */
export type Answer<T> = { value: T; fault?: never } | { value?: never; fault: PricingError };

export function answer<T>(ask: () => T): Answer<T> {
  try {
    return { value: ask() };
  } catch (fault) {
    if (isPricingError(fault)) return { fault };
    throw fault;
  }
}

/** By its name, not its class: a page's calculator may be of another copy of the package than these elements. */
export const isPricingError = (error: unknown): error is PricingError =>
  error instanceof Error && error.name === "PricingError";
