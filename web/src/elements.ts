/**
 * The public elements: what another page sets on them and hears from them. This file becomes the package's types, so
 * it stands on `prorata` and on the messages, and on nothing else.
 */
import type { Account, Calculator, Media, Quote, QuoteRequest, Role, Sdk } from "prorata";
import type { ElementMessages } from "./language/messages.ts";

export type { ElementMessages };

/** Messages, as many of them as are to be other ones. */
export type SomeMessages = { [Group in keyof ElementMessages]?: Some<ElementMessages[Group]> };
type Some<Messages> = Messages extends (...args: never[]) => string
  ? Messages
  : Messages extends object
    ? { [Name in keyof Messages]?: Some<Messages[Name]> }
    : Messages;

/** Of "prorata-step": where the buyer got to, for those who count it. It tells nothing of the account. */
export interface StepDetail {
  step: "plan" | "packs" | "advice" | "outlook" | "checkout" | "pay" | "done" | "failed" | "recharge" | "contact";
  /** The plan in the cart, if there is one. */
  plan: string | undefined;
}

export interface PackOrder {
  /** Id of a pack of the price list. */
  pack: string;
  /** How many of it: a whole number from 1. */
  quantity: number;
}

/** What the buyer has chosen: a plan to change to, and packs. Without a plan the one held stays. */
export interface Cart {
  readonly plan?: string | undefined;
  readonly packs: readonly PackOrder[];
}

/** Video streams of one size, received at the same time. */
export interface Streams {
  width: number;
  height: number;
  count: number;
}

/** People who join calls in one role and receive the same, so long on each of so many days a month. */
export interface CallGroup {
  people: number;
  role: Role;
  receives: Media | readonly Streams[];
  minutesPerDay: number;
  daysPerMonth: number;
}

/** The usage expected in a whole month. What the buyer is not using just now is kept, to come back to. */
export interface Forecast {
  by: "minutes" | "calls";
  /** Standard-definition minutes of the whole month. */
  minutes: number;
  sdk: Sdk;
  calls: readonly CallGroup[];
}

/** Usage over the coming months. What the buyer is not using just now is kept, to come back to. */
export interface UsageAhead {
  by: "flat" | "growth" | "months";
  /** Whole percent a month; negative where usage shrinks. */
  growth: number;
  /** Minutes typed for each month; none until they are first asked for. */
  months: readonly number[];
}

/** What lies beyond this month's purchase, each shown when asked for. */
export type Outlook = "schedule" | "comparison" | "costs";

/** What a purchase is made up of. */
export type Section = "plans" | "packs" | "forecast" | "coverage" | "capacity" | "bill" | Outlook;

/** Of "prorata-change". */
export interface ChangeDetail {
  cart: Cart;
  /** What the cart asks of `calculator.quote`. */
  request: QuoteRequest;
  /** Null where there is none: the element shows why. */
  quote: Quote | null;
}

/** Of "prorata-foresight": usage and months to look ahead with, once the buyer has settled on them. */
export interface ForesightDetail {
  /** Absent while it is estimated from the account. */
  forecast: Forecast | undefined;
  months: number;
  usageAhead: UsageAhead;
  outlook: Outlook | undefined;
}

/** Of "prorata-contact": what the buyer wants to ask the sales team. */
export interface ContactDetail {
  about: "plan" | "scheduled-change" | "bill";
  /** The plan sold through sales, the one scheduled, or the one that the bill is for. */
  plan: string;
}

/** The purchase agreement that buyers have to agree to before they pay. */
export interface Agreement {
  /** What an order carries, whatever language it was read in. */
  name: string;
  /** What it is called in other languages, by their tags; shown in place of the name. */
  names?: Readonly<Record<string, string>>;
  version: string;
  /** Where it can be read. */
  href: string;
}

/** Of "prorata-checkout": what the buyer confirmed, for a server to verify before it takes money. */
export interface CheckoutDetail {
  request: QuoteRequest;
  quote: Quote;
  /** What the buyer agreed to, where there is an agreement. */
  agreement?: Pick<Agreement, "name" | "version">;
  /**
   * Called while the event is handled, it keeps the dialog open until the promise settles: resolved, the buyer is shown
   * what was bought; rejected, that it was not, and may try again. The slot "notice" says why.
   */
  waitUntil(done: Promise<unknown>): void;
}

/** Of "prorata-recharge": what the balance lacks. */
export interface RechargeDetail {
  amount: number;
}

/**
 * What every element takes. Properties are compared by identity: to change an account or a cart, set a new object.
 * Until there is a calculator nothing is shown.
 */
export interface PricingElement extends HTMLElement {
  calculator: Calculator | undefined;
  /**
   * Without a calculator, the price list to load one for: the id of one that is built in, or the address of a JSON
   * document, relative to the page. The date is then today's unless it is set. Also an attribute.
   */
  catalog: string | undefined;
  /** As in a quote's request; without one, an account on the price list's default plan that holds nothing. */
  account: Account | undefined;
  /** The day of purchase, "2024-08-16"; `calculator.today()` is today at the seller's. Also an attribute. */
  date: string;
  /** A language tag: any Chinese is shown as "zh-CN", anything else, or none, as "en". Also an attribute. */
  locale: string | undefined;
  /**
   * Another language, or other words: what it does not name is said as `locale` says it. With messages numbers, dates
   * and money are written as is usual for `locale`, whichever it is.
   */
  messages: SomeMessages | undefined;
  /** Empty at first. */
  cart: Cart;
  /**
   * Where the sales team is reached, for plans it sells and changes only it can take back: an address beginning with
   * https:, http:, mailto: or tel:. Empty: a button that only emits "prorata-contact". Absent: neither. Also an attribute,
   * "sales-contact".
   */
  salesContact: string | undefined;
  /** The plan in the cart, to change to. Also an attribute. */
  plan: string | undefined;
}

/** What stands beside a bill, which says as well what is wrong with the account or the date. */
export interface PartElement extends PricingElement {
  /** Whether the page already says so: then this element shows dashes and no reason. */
  faultReported: boolean;
}

/** The plans as cards: price, what changing to each costs today, or why that is not possible. Emits "prorata-change". Parts "heading", "card", "chosen", "price". */
export interface PlansElement extends PartElement {
  /** The usage of a whole month: plans that would not serve all of it say so. */
  minutes: number | undefined;
  /** The plan to mark as recommended. Also an attribute. */
  recommended: string | undefined;
}

/** The packs on sale, with windows and quantities. Emits "prorata-change". Parts "heading", "card", "price". */
export interface PacksElement extends PartElement {
  /** The packs to mark as recommended. */
  recommended: readonly PackOrder[];
}

/** How a purchase is confirmed and paid. */
export interface CheckoutOptions {
  /** While nothing can be confirmed: an order is on its way. Also an attribute. */
  blocked: boolean;
  /** Figures only: nothing can be confirmed. Also an attribute. */
  estimate: boolean;
  /** Whether the quote can be taken along as JSON. Also an attribute. */
  tools: boolean;
  /** Without one nothing has to be agreed to. Also an attribute, as JSON. */
  agreement: Agreement | undefined;
  /**
   * Where the balance is recharged. Empty: a button that only emits "prorata-recharge". Absent: neither. Also an
   * attribute, "recharge-address".
   */
  rechargeAddress: string | undefined;
}

/**
 * The bill to confirm: lines with their sums, the amount due, balance and renewal. Its button opens a dialog to agree
 * and pay in, which emits "prorata-checkout" and shows afterwards what was bought. What is put in the slot "notice"
 * stands by the button and is read out when it changes; what is put in "receipt" stands below what was bought.
 * Parts "heading", "total", "button".
 */
export interface BillElement extends PricingElement, CheckoutOptions {
  /** An order already placed: shown instead of the cart as it was confirmed, with nothing left to confirm. */
  placed: Quote | undefined;
}

/** What absorbs a month's usage once the cart is bought, and until when. Parts "heading". */
export interface CoverageElement extends PartElement {
  /** The usage of a whole month. */
  minutes: number | undefined;
}

/** Every plan side by side: due today, one month, the long view. Emits "prorata-months-change" with the number chosen. Parts "heading". */
export interface ComparisonElement extends PartElement {
  /** The usage of a whole month. */
  minutes: number | undefined;
  /** Length of the long view; a year, or as long as a pack can serve, unless it is set. Also an attribute. */
  months: number | undefined;
}

/**
 * The whole purchase: plans, packs, minutes, bill, coverage, comparison and schedule for one account on one date.
 * Emits "prorata-change" with every new quote, the first one included, "prorata-foresight" and "prorata-checkout".
 * Has the bill's slots. While what was bought is shown it has the attribute "receipt": print only this then.
 * Parts "heading", "card", "chosen", "price", "total", "button".
 */
export interface PurchaseElement extends PricingElement, CheckoutOptions {
  /** Absent: estimated from what the account has used so far. */
  forecast: Forecast | undefined;
  /** What to show, as sections parted by spaces; absent: all of them. Also an attribute. */
  sections: string | undefined;
  /** What is shown beyond this month; nothing at first. Also an attribute. */
  outlook: Outlook | undefined;
  /** Length of the comparison's long view, as there. Also an attribute. */
  months: number | undefined;
  usageAhead: UsageAhead;
  /**
   * Address of `prorata/web/optimizer-worker.js`, which works the schedule out, where the elements do not find it by
   * themselves. Where no worker can be started the page does its work. Also an attribute.
   */
  worker: string | undefined;
}

/** Every element by its tag. */
export interface PricingElements {
  "prorata-purchase": PurchaseElement;
  "prorata-plans": PlansElement;
  "prorata-packs": PacksElement;
  "prorata-bill": BillElement;
  "prorata-coverage": CoverageElement;
  "prorata-comparison": ComparisonElement;
}

/** Every event by its name; all of them bubble, out of the elements as well. */
export interface PricingEvents {
  "prorata-change": CustomEvent<ChangeDetail>;
  "prorata-foresight": CustomEvent<ForesightDetail>;
  "prorata-checkout": CustomEvent<CheckoutDetail>;
  "prorata-months-change": CustomEvent<number>;
  "prorata-step": CustomEvent<StepDetail>;
  /** Cancelable: then the address is not followed. */
  "prorata-recharge": CustomEvent<RechargeDetail>;
  /** Cancelable: then the address is not followed. */
  "prorata-contact": CustomEvent<ContactDetail>;
}

declare global {
  interface HTMLElementTagNameMap extends PricingElements {}
  interface HTMLElementEventMap extends PricingEvents {}
}
