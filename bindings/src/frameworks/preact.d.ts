// The elements in Preact's JSX: properties as such, "on" before the name of an event.
import type { ClassAttributes, HTMLAttributes } from "preact";
import type { Listeners, Own, PricingElements } from "./own.js";

export type * from "../web/elements.js";

type PreactElements = {
  [Tag in keyof PricingElements]: Own<PricingElements[Tag]> &
    Listeners<"on"> &
    Omit<HTMLAttributes<PricingElements[Tag]>, keyof Own<PricingElements[Tag]> | keyof Listeners<"on">> &
    ClassAttributes<PricingElements[Tag]>;
};

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends PreactElements {}
  }
}
