import { html, type PropertyValues, render } from "lit";
import { property } from "lit/decorators.js";
import type { Account, Calculator, PricingError, Quote, QuoteRequest } from "prorata";
import type {
  Cart,
  ChangeDetail,
  ContactDetail,
  PartElement,
  PricingElement,
  RechargeDetail,
  SomeMessages,
  StepDetail,
} from "../elements.ts";
import { messagesIn, preferredLocale } from "../language/locale.ts";
import { type Wording, wordingOf } from "../language/wording.ts";
import { type Answer, answer } from "../state/answer.ts";
import { emptyCart } from "../state/cart.ts";
import { OwnCalculator } from "../state/own-calculator.ts";
import { quoteRequest } from "../state/pricing.ts";
import { renderContact } from "./contact.ts";
import { InTurn } from "./in-turn.ts";
import "./fault/fault.ts";

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}

/** What all elements that put questions to a calculator take, and what follows from it. */
export abstract class PricedElement extends InTurn implements PricingElement {
  @property({ attribute: false }) calculator!: Calculator;
  @property() catalog: string | undefined;
  @property({ attribute: false }) account: Account | undefined;
  @property() date = "";
  @property() locale: string | undefined;
  @property({ attribute: false }) messages: SomeMessages | undefined;
  @property({ attribute: false }) cart: Cart = emptyCart;
  @property({ attribute: "sales-contact" }) salesContact: string | undefined;

  protected wording!: Wording;

  private readonly ownCalculator = new OwnCalculator(this);

  @property()
  get plan(): string | undefined {
    return this.cart.plan;
  }

  set plan(plan: string | null | undefined) {
    this.cart = { ...this.cart, plan: plan ?? undefined };
  }

  override connectedCallback() {
    super.connectedCallback();
    // It speaks the reader's language itself, and a browser's translation would hold on to amounts that are changed.
    this.translate = false;
    // Sums, and the languages it speaks, run from left to right; a page may say otherwise for its own messages.
    if (this.dir === "") this.dir = "ltr";
  }

  /** A page may add an element first and set the calculator when it is loaded. */
  override shouldUpdate(changed: PropertyValues<this>) {
    if (changed.has("catalog") || changed.has("calculator")) this.ownCalculator.load();
    if (this.calculator !== undefined) return true;
    render(this.renderFailure(), this.renderRoot, this.renderOptions);
    return false;
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has("calculator") && !changed.has("locale") && !changed.has("messages")) return;
    const { calculator, locale, messages, spoken } = this;
    const tag = messages && locale && isTag(locale) ? locale : spoken;
    // What a page in another language says of its own does not hold in here.
    this.lang = tag;
    this.wording = wordingOf(calculator.catalog, spoken, messages, tag);
  }

  private get spoken() {
    return preferredLocale(this.locale ? [this.locale] : []);
  }

  /** Why an element that loads its own calculator has none; while it is on its way, what the page has for that time. */
  private renderFailure() {
    const { failure } = this.ownCalculator;
    if (failure === undefined) return html`<slot name="loading"></slot>`;
    const text = messagesIn(this.spoken).fault;
    return html`
      <prorata-fault
        .text=${text}
        .heading=${text.load}
        .reason=${failure}
        .canRetry=${true}
        @retry=${() => this.ownCalculator.load()}
      ></prorata-fault>
    `;
  }

  protected get priceList() {
    return this.calculator.catalog;
  }

  protected get planHeld(): string {
    return this.account?.plan ?? this.priceList.defaultPlan;
  }

  /** The account with nothing bought. */
  protected get held(): QuoteRequest {
    return quoteRequest(this.date, this.account);
  }

  protected get request(): QuoteRequest {
    return quoteRequest(this.date, this.account, this.cart);
  }

  protected ask(request: QuoteRequest): Answer<Quote> {
    return answer(() => this.calculator.quote(request));
  }

  protected concernsAccount(changed: PropertyValues<this>): boolean {
    return changed.has("calculator") || changed.has("date") || changed.has("account");
  }

  protected concernsQuote(changed: PropertyValues<this>): boolean {
    return this.concernsAccount(changed) || changed.has("cart");
  }

  protected announceChange(bill: Answer<Quote>) {
    const { cart, request } = this;
    this.announce("prorata-change", { cart, request, quote: bill.value ?? null } satisfies ChangeDetail);
  }

  /** Whether nobody prevented what follows from it. */
  protected announce(type: keyof HTMLElementEventMap, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** Tells those who count how far buyers get. */
  protected tell(step: StepDetail["step"]) {
    this.announce("prorata-step", { step, plan: this.cart.plan } satisfies StepDetail);
  }

  /** The way to recharge what the balance lacks, as far as the page that embeds knows one. */
  protected renderRecharge(address: string | undefined, amount: number, label: string, style: string) {
    if (address === undefined) return undefined;
    const recharge = (event: Event) => {
      this.tell("recharge");
      if (!this.announce("prorata-recharge", { amount } satisfies RechargeDetail, true)) event.preventDefault();
    };
    return address === ""
      ? html`<button type="button" class=${style} @click=${recharge} .textContent=${label}></button>`
      : html`<a class=${style} href=${address} @click=${recharge} .textContent=${label}></a>`;
  }

  /** The way to the sales team, as far as the page that embeds knows one. */
  protected renderContact(detail: ContactDetail) {
    return renderContact(this.salesContact, this.wording.text.contact.sales, (event) => {
      this.tell("contact");
      if (!this.announce("prorata-contact", detail, true)) event.preventDefault();
    });
  }
}

/** What stands beside a bill. */
export abstract class PricedPart extends PricedElement implements PartElement {
  @property({ type: Boolean }) faultReported = false;

  /** Why there is no answer; nothing where the page says so already. */
  protected renderFault(fault: PricingError | undefined, heading: string) {
    if (!fault || this.faultReported) return undefined;
    return html`<prorata-fault .text=${this.wording.text.fault} .heading=${heading} .reason=${fault}></prorata-fault>`;
  }

  protected choose(cart: Cart, step: StepDetail["step"] = cart.plan === this.cart.plan ? "packs" : "plan") {
    this.cart = cart;
    this.tell(step);
    this.announceChange(this.ask(this.request));
  }
}
