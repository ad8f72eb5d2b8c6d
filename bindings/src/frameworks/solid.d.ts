// The elements in Solid's JSX: properties as such or after "prop:", "on:" before the name of an event.
import type { JSX } from "solid-js";
import type { Listeners, Own, PricingElements } from "./own.js";

export type * from "../web/elements.js";

type Prefixed<Members> = { [Name in keyof Members as `prop:${Name & string}`]: Members[Name] };

type SolidElements = {
  [Tag in keyof PricingElements]: Own<PricingElements[Tag]> &
    Prefixed<Own<PricingElements[Tag]>> &
    Listeners<"on:"> &
    Omit<JSX.HTMLAttributes<PricingElements[Tag]>, keyof Own<PricingElements[Tag]>>;
};

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements extends SolidElements {}
  }
}
