// The elements in React's JSX: properties as such, "on" before the name of an event.
import type { HTMLAttributes, RefAttributes } from "react";
import type { Listeners, Own, PricingElements } from "./own.js";

export type * from "../web/elements.js";

type ReactElements = {
  [Tag in keyof PricingElements]: Own<PricingElements[Tag]> &
    Listeners<"on"> &
    Omit<HTMLAttributes<PricingElements[Tag]>, keyof Own<PricingElements[Tag]>> &
    RefAttributes<PricingElements[Tag]>;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
