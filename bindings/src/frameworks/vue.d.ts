// The elements in Vue's templates.
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { Own, PricingElements, PricingEvents } from "./own.js";

export type * from "../web/elements.js";

type Emits = { [Name in keyof PricingEvents]: (event: PricingEvents[Name]) => void };

type VueElements = {
  [Tag in keyof PricingElements]: new () => PricingElements[Tag] & {
    /** What a template may set. */
    $props: Own<PricingElements[Tag]> & Omit<HTMLAttributes, keyof Own<PricingElements[Tag]>> & PublicProps;
    $emit: EmitFn<Emits>;
  };
};

declare module "vue" {
  interface GlobalComponents extends VueElements {}
}
