import { PricingError } from "prorata";

/** A figure or the reason why there is none: never something to show in its place. */
export type Answer<T> = { value: T; fault?: never } | { value?: never; fault: PricingError };

export function answer<T>(ask: () => T): Answer<T> {
  try {
    return { value: ask() };
  } catch (fault) {
    if (fault instanceof PricingError) return { fault };
    throw fault;
  }
}
