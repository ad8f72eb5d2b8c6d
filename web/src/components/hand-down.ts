import { Directive, directive, type ElementPart } from "lit/directive.js";
import type { PricedElement } from "./pricing-element.ts";

class HandDown extends Directive {
  override render(_from: PricedElement) {}

  override update({ element }: ElementPart, [from]: [PricedElement]) {
    const { calculator, account, date, locale, messages, salesContact } = from;
    Object.assign(element, { calculator, account, date, locale, messages, salesContact });
  }
}

/** Gives an element what all elements take that put questions to a calculator. The cart only some are shown. */
export const handDown = directive(HandDown);
