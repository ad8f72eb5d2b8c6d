// What the templates of every framework may set on an element and hear from it.
import type { PricingEvents } from "../web/elements.js";

export type { PricingElements, PricingEvents } from "../web/elements.js";

/** What an element has beside what any HTML element has. */
export type Own<Element> = { [Name in Exclude<keyof Element, keyof HTMLElement>]?: Element[Name] | undefined };

export type Listeners<Prefix extends string> = {
  [Name in keyof PricingEvents as `${Prefix}${Name}`]?: ((event: PricingEvents[Name]) => void) | undefined;
};
