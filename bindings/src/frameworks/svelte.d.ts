// The elements in Svelte's templates: properties as such, "on" before the name of an event.
import type { HTMLAttributes } from "svelte/elements";
import type { Listeners, Own, PricingElements } from "./own.js";

export type * from "../web/elements.js";

type SvelteElements = {
  [Tag in keyof PricingElements]: Own<PricingElements[Tag]> &
    Listeners<"on"> &
    Omit<HTMLAttributes<PricingElements[Tag]>, keyof Own<PricingElements[Tag]>>;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements extends SvelteElements {}
}
