import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Account, Calculator, Quote, QuoteRequest } from "prorata";
import type { Locale } from "../../language/locale.ts";
import { type Wording, wordingOf } from "../../language/wording.ts";
import { type Cart, emptyCart, type PackOrder, withQuantity } from "../../state/cart.ts";
import { type Forecast, startingForecast } from "../../state/forecast.ts";
import { lookAhead, type Outlook, unlessReported } from "../../state/outlook.ts";
import { isPurchase, type Pricing, packsAsOverage, priceOut } from "../../state/pricing.ts";
import { startingUsageAhead, type UsageAhead } from "../../state/usage-ahead.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import type { Bill } from "../bill/bill.ts";
import type { ForecastEvent } from "../forecast/forecast.ts";
import type { PlanChoice } from "../plans/plans.ts";
import type { UsageAheadEvent } from "../usage-ahead/usage-ahead.ts";
import { styles } from "./purchase.styles.ts";
import "../bill/bill.ts";
import "../comparison/comparison.ts";
import "../costs/costs.ts";
import "../coverage/coverage.ts";
import "../forecast/forecast.ts";
import "../minutes/minutes.ts";
import "../packs/packs.ts";
import "../plans/plans.ts";
import "../quote-tools/quote-tools.ts";
import "../schedule/schedule.ts";

/** The quote is null where there is none, for a reason the bill shows. */
export type ChangeEvent = CustomEvent<{ cart: Cart; request: QuoteRequest; quote: Quote | null }>;
/** Usage and months to look ahead with. */
export type ForesightEvent = CustomEvent<{ forecast: Forecast; months: number; usageAhead: UsageAhead }>;
export type CheckoutEvent = CustomEvent<{ request: QuoteRequest; quote: Quote }>;

/**
 * Plans, packs, minutes and bill for one account on one date, and what they lead to at a forecast usage.
 * Emits "prorata-change" whenever the quote changes, "prorata-foresight" when the forecast does, and
 * "prorata-checkout" when the buyer confirms the quote.
 */
@customElement("prorata-purchase")
export class Purchase extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) calculator!: Calculator;
  @property({ attribute: false }) account: Account | undefined;
  @property() on = "";
  @property() locale: Locale = "en";
  @property({ attribute: false }) cart: Cart = emptyCart;
  @property({ attribute: false }) forecast: Forecast = startingForecast();
  /** Length of the comparison's long view. */
  @property({ type: Number }) months = 12;
  @property({ attribute: false }) usageAhead: UsageAhead = startingUsageAhead;
  /** While nothing can be confirmed: an order is on its way. */
  @property({ type: Boolean }) blocked = false;

  @query("prorata-bill") private bill!: Bill;

  private pricing!: Pricing;
  private outlook!: Outlook;
  private wording!: Wording;
  private asOverage!: ReadonlyMap<string, number>;

  /** A page may add the element first and set the calculator when it is loaded. */
  override shouldUpdate() {
    return this.calculator !== undefined;
  }

  override willUpdate(changed: PropertyValues<this>) {
    const { calculator, on, account, cart, forecast, months, locale } = this;
    if (changed.has("calculator") || changed.has("locale")) this.wording = wordingOf(calculator.catalog, locale);
    if (changed.has("calculator")) this.asOverage = packsAsOverage(calculator);
    if (this.concernsQuote(changed)) this.pricing = priceOut(calculator, on, account, cart);
    if (this.concernsQuote(changed) || changed.has("forecast") || changed.has("months")) {
      this.outlook = lookAhead(calculator, this.pricing.request, account, forecast, months);
    }
  }

  override updated(changed: PropertyValues<this>) {
    if (!this.concernsQuote(changed)) return;
    const { request, bill } = this.pricing;
    this.announce("prorata-change", { cart: this.cart, request, quote: bill.value ?? null });
  }

  override render() {
    const { cart, outlook, pricing, wording } = this;
    const { catalog } = this.calculator;
    const { minutes } = outlook;
    const comparison = outlook.comparison?.value;
    return html`
      <div class="layout">
        <div class="choices">
          <prorata-plans
            .catalog=${catalog}
            .wording=${wording}
            .held=${this.account?.plan ?? catalog.defaultPlan}
            .pending=${this.account?.pendingChange?.plan}
            .chosen=${cart.plan}
            .quotes=${pricing.plans.value}
            .forecast=${comparison && minutes !== undefined ? { minutes, comparison } : undefined}
            @plan-choose=${({ detail }: CustomEvent<PlanChoice>) => {
              this.cart = { ...cart, ...detail };
            }}
          ></prorata-plans>
          <prorata-packs
            .catalog=${catalog}
            .wording=${wording}
            .cart=${cart}
            .offers=${pricing.packs.value}
            .asOverage=${this.asOverage}
            @pack-order=${({ detail }: CustomEvent<PackOrder>) => {
              this.cart = withQuantity(cart, detail.pack, detail.quantity);
            }}
          ></prorata-packs>
          <prorata-minutes
            .policy=${catalog.policy}
            .wording=${wording}
            .quote=${pricing.bill.value}
          ></prorata-minutes>
          ${this.renderForecast()}
        </div>
        <prorata-bill
          .catalog=${catalog}
          .wording=${wording}
          .answer=${pricing.bill}
          .change=${cart.plan === undefined ? undefined : pricing.plans.value?.get(cart.plan)}
          .blocked=${this.blocked}
          @pay=${this.checkOut}
        >
          <slot name="notice" slot="notice"></slot>
          ${pricing.bill.value ? this.renderTools(pricing.request, pricing.bill.value) : nothing}
        </prorata-bill>
      </div>
      ${this.renderSchedule()} ${this.renderComparison()} ${this.renderSummary()}
    `;
  }

  private renderTools(request: QuoteRequest, quote: Quote) {
    return html`
      <prorata-quote-tools slot="tools" .wording=${this.wording} .request=${request} .quote=${quote}></prorata-quote-tools>
    `;
  }

  private renderForecast() {
    const { calculator, outlook, pricing, wording } = this;
    const { catalog } = calculator;
    return html`
      <prorata-forecast
        .catalog=${catalog}
        .wording=${wording}
        .forecast=${this.forecast}
        .calls=${outlook.calls}
        @forecast-change=${({ detail }: ForecastEvent) => {
          this.forecast = detail.forecast;
          if (detail.settled) this.announceForesight();
        }}
      ></prorata-forecast>
      <prorata-coverage
        .catalog=${catalog}
        .wording=${wording}
        .minutes=${outlook.minutes}
        .usedMinutes=${this.account?.usedMinutes ?? 0}
        .answer=${unlessReported(outlook.coverage, pricing.bill)}
      ></prorata-coverage>
    `;
  }

  private renderSchedule() {
    const { calculator, outlook, pricing, usageAhead, wording } = this;
    const forecastFault = usageAhead.by === "months" ? undefined : outlook.coverage?.fault;
    return html`
      <prorata-schedule
        .calculator=${calculator}
        .wording=${wording}
        .on=${this.on}
        .account=${this.account}
        .cart=${this.cart}
        .minutes=${outlook.minutes}
        .usageAhead=${usageAhead}
        .faultBefore=${pricing.bill.fault ?? forecastFault}
        @usage-ahead-change=${({ detail }: UsageAheadEvent) => {
          this.usageAhead = detail.usageAhead;
          if (detail.settled) this.announceForesight();
        }}
        @step-apply=${({ detail }: CustomEvent<Cart>) => {
          this.cart = detail;
        }}
      ></prorata-schedule>
    `;
  }

  private renderComparison() {
    const { calculator, on, outlook, pricing, wording } = this;
    return html`
      <div class="comparison">
        <prorata-comparison
          .catalog=${calculator.catalog}
          .wording=${wording}
          .minutes=${outlook.minutes}
          .months=${this.months}
          .answer=${unlessReported(outlook.comparison, pricing.bill, outlook.coverage)}
          @months-change=${({ detail }: CustomEvent<number>) => {
            this.months = detail;
            this.announceForesight();
          }}
        ></prorata-comparison>
        <prorata-costs
          .calculator=${calculator}
          .wording=${wording}
          .on=${on}
          .minutes=${outlook.minutes}
          .comparison=${outlook.comparison?.value}
        ></prorata-costs>
      </div>
    `;
  }

  /** On a narrow screen the bill is far below the choices; its total stays in sight. */
  private renderSummary() {
    const { text, money } = this.wording;
    const quote = this.pricing.bill.value;
    return html`
      <div class="summary">
        <span>
          <span class="small muted">${text.bill.amountDue}</span>
          <strong class="figure">${quote && isPurchase(quote) ? money(quote.amountDue) : "—"}</strong>
        </span>
        <button type="button" @click=${this.showBill}>${text.bill.seeBill}</button>
      </div>
    `;
  }

  private showBill() {
    this.bill.scrollIntoView({ block: "start" });
    this.bill.focus({ preventScroll: true });
  }

  private concernsQuote(changed: PropertyValues<this>): boolean {
    return changed.has("calculator") || changed.has("on") || changed.has("account") || changed.has("cart");
  }

  private checkOut() {
    const { request, bill } = this.pricing;
    if (bill.value) this.announce("prorata-checkout", { request, quote: bill.value });
  }

  private announceForesight() {
    this.announce("prorata-foresight", {
      forecast: this.forecast,
      months: this.months,
      usageAhead: this.usageAhead,
    });
  }

  private announce(type: string, detail: ChangeEvent["detail"] | ForesightEvent["detail"] | CheckoutEvent["detail"]) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-purchase": Purchase;
  }
}
