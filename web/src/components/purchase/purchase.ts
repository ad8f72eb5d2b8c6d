import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Quote } from "prorata";
import type {
  Agreement,
  Cart,
  ChangeDetail,
  Forecast,
  ForesightDetail,
  Outlook,
  PurchaseElement,
  Section,
  UsageAhead,
} from "../../elements.ts";
import type { Answer } from "../../state/answer.ts";
import { emptyCart } from "../../state/cart.ts";
import { startingMonths } from "../../state/choices.ts";
import { type Estimate, estimateUsage, startingForecast } from "../../state/forecast.ts";
import { coverFor, type ForecastUsage, usageOf } from "../../state/outlook.ts";
import { outlooks } from "../../state/outlooks.ts";
import { isPurchase } from "../../state/pricing.ts";
import { startingUsageAhead } from "../../state/usage-ahead.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import type { Bill } from "../bill/bill.ts";
import { customElement } from "../custom-element.ts";
import { figure } from "../figure.ts";
import type { ForecastEvent } from "../forecast/forecast.ts";
import { handDown } from "../hand-down.ts";
import { PricedElement } from "../pricing-element.ts";
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
import "../schedule/schedule.ts";

/** None where it cannot be written, such as for an account that holds itself. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

@customElement("prorata-purchase")
export class Purchase extends PricedElement implements PurchaseElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) forecast: Forecast | undefined;
  @property() outlook: Outlook | undefined;
  @property() sections: string | undefined;
  @property({ type: Number }) months: number | undefined;
  @property({ attribute: false }) usageAhead: UsageAhead = startingUsageAhead;
  @property({ type: Boolean, reflect: true }) blocked = false;
  @property() worker: string | undefined;
  @property({ type: Boolean }) estimate = false;
  @property({ type: Boolean }) tools = false;
  @property({ type: Object }) agreement: Agreement | undefined;
  @property({ attribute: "recharge-address" }) rechargeAddress: string | undefined;
  @property({ type: Boolean, reflect: true }) receipt = false;

  @query("prorata-bill") private bill!: Bill;

  /** What the schedule says to do now. */
  @state() private advice: Cart | undefined;
  /** Whether the buyer is typing or moving the forecast: what compares and looks ahead waits for the end of it. */
  @state() private isForecasting = false;

  private quote!: Answer<Quote>;
  private estimated!: Estimate;
  private usage!: ForecastUsage;
  /** The forecast's minutes, but for those of a number that is only half typed or a slider that is moved. */
  private settledMinutes: number | undefined;
  /** What is at fault is said once, by the first that meets it: the bill, then the coverage. */
  private reported!: { quote: boolean; coverage: boolean };
  /** What was announced last, as text. */
  private announced: string | undefined;

  /** Taken off the page with the field, it would wait for an end of typing that is not told any more. */
  override connectedCallback() {
    super.connectedCallback();
    this.isForecasting = false;
  }

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const { calculator, date, account } = this;
    if (this.concernsAccount(changed)) this.estimated = estimateUsage(calculator, date, account);
    if (this.concernsAccount(changed) || changed.has("forecast")) {
      this.usage = usageOf(calculator, this.forecast ?? startingForecast(this.estimated));
    }
    if (!this.isForecasting) this.settledMinutes = this.usage.minutes;
    if (this.concernsQuote(changed)) this.quote = this.ask(this.request);
    if (this.concernsQuote(changed) || changed.has("forecast")) this.reported = this.report();
  }

  /** By value: a page that sets new, equal objects whenever it hears of a change shall come to rest. */
  override updated(changed: PropertyValues<this>) {
    if (!this.concernsQuote(changed)) return;
    this.toggleAttribute("faulty", this.quote.fault !== undefined);
    const news = textOf([this.request, this.quote.value]);
    if (news !== undefined && news === this.announced) return;
    this.announced = news;
    this.announceChange(this.quote);
  }

  override render() {
    const { cart, reported, settledMinutes } = this;
    const { minutes } = this.usage;
    const { text } = this.wording;
    return html`
      <button type="button" class="skip" @click=${this.showBill}>${text.outlook.skip}</button>
      <div class="layout" @prorata-change=${this.take}>
        <div class="choices">
          ${this.renderSection(
            "plans",
            () => html`
            <prorata-plans
              exportparts="heading, card, chosen, price"
              ${handDown(this)}
              .cart=${cart}
              .minutes=${settledMinutes}
              .recommended=${this.advice?.plan}
              .faultReported=${reported.quote}
            ></prorata-plans>
          `,
          )}
          ${this.renderSection(
            "packs",
            () => html`
            <prorata-packs
              exportparts="heading, card, price"
              ${handDown(this)}
              .cart=${cart}
              .recommended=${this.advice?.packs ?? emptyCart.packs}
              .faultReported=${reported.quote}
            ></prorata-packs>
          `,
          )}
          ${this.renderSection("forecast", () => this.renderForecast())}
          ${this.renderSection(
            "coverage",
            () => html`
            <prorata-coverage
              exportparts="heading"
              ${handDown(this)}
              .cart=${cart}
              .minutes=${minutes}
              .faultReported=${reported.quote}
            ></prorata-coverage>
          `,
          )}
          ${this.renderSection("capacity", () => html`<prorata-minutes exportparts="heading" ${handDown(this)} .cart=${cart}></prorata-minutes>`)}
        </div>
        ${this.renderSection("bill", () => this.renderBill())}
      </div>
      ${this.renderOutlook()} ${this.renderSection("bill", () => this.renderSummary())}
    `;
  }

  /** As far as the page that embeds wants it. */
  private renderSection(section: Section, render: () => TemplateResult) {
    return this.shows(section) ? render() : nothing;
  }

  private shows(section: Section): boolean {
    return this.sections === undefined || this.sections.split(/\s+/).includes(section);
  }

  private renderBill() {
    return html`
      <prorata-bill
        exportparts="heading, total, button"
        ${handDown(this)}
        .cart=${this.cart}
        .blocked=${this.blocked}
        .estimate=${this.estimate}
        .tools=${this.tools}
        .agreement=${this.agreement}
        .rechargeAddress=${this.rechargeAddress}
        @receipt-change=${({ detail }: CustomEvent<boolean>) => {
          this.receipt = detail;
        }}
        @capacity=${this.showCapacity}
      >
        <slot name="notice" slot="notice"></slot>
        <slot name="receipt" slot="receipt"></slot>
      </prorata-bill>
    `;
  }

  private renderForecast() {
    return html`
      <prorata-forecast
        exportparts="heading"
        .catalog=${this.priceList}
        .wording=${this.wording}
        .forecast=${this.forecast ?? startingForecast(this.estimated)}
        .estimate=${this.forecast ? undefined : this.estimated}
        .calls=${this.usage.calls}
        @forecast-change=${({ detail }: ForecastEvent) => {
          this.forecast = detail.forecast;
          this.isForecasting = !detail.settled;
          if (detail.settled) this.announceForesight();
        }}
      ></prorata-forecast>
    `;
  }

  /** One step away, each on request. */
  private renderOutlook() {
    const { text } = this.wording;
    const shown = outlooks.filter((outlook) => this.shows(outlook));
    if (shown.length === 0) return nothing;
    return html`
      <section class="outlook" aria-labelledby="outlook">
        <h2 id="outlook" part="heading">${text.outlook.heading}</h2>
        <div class="outlooks">
          ${shown.map(
            (outlook) => html`
              <button
                type="button"
                aria-expanded=${outlook === this.outlook}
                @click=${() => this.look(outlook === this.outlook ? undefined : outlook)}
              >${text.outlook.names[outlook]}</button>
            `,
          )}
        </div>
        ${this.renderSection("schedule", () => this.renderSchedule())}
        ${this.outlook === "comparison" ? this.renderSection("comparison", () => this.renderComparison()) : nothing}
        ${
          this.outlook === "costs"
            ? this.renderSection(
                "costs",
                () =>
                  html`<prorata-costs exportparts="heading" ${handDown(this)} .minutes=${this.settledMinutes}></prorata-costs>`,
              )
            : nothing
        }
      </section>
    `;
  }

  /** Also while it is not looked at: what it says to do now is marked on the plans and packs. */
  private renderSchedule() {
    const { cart, usageAhead, reported } = this;
    return html`
      <prorata-schedule
        exportparts="heading"
        .hidden=${this.outlook !== "schedule"}
        ${handDown(this)}
        .cart=${cart}
        .minutes=${this.settledMinutes}
        .usageAhead=${usageAhead}
        .worker=${this.worker}
        .faultReported=${reported.quote || (usageAhead.by !== "months" && reported.coverage)}
        @prorata-change=${this.take}
        @advice-change=${({ detail }: CustomEvent<Cart | undefined>) => {
          this.advice = detail;
        }}
        @usage-ahead-change=${({ detail }: UsageAheadEvent) => {
          this.usageAhead = detail.usageAhead;
          if (detail.settled) this.announceForesight();
        }}
      ></prorata-schedule>
    `;
  }

  private renderComparison() {
    return html`
      <prorata-comparison
        exportparts="heading"
        ${handDown(this)}
        .minutes=${this.settledMinutes}
        .months=${this.months}
        .faultReported=${this.reported.coverage}
        @prorata-months-change=${(event: CustomEvent<number>) => {
          event.stopPropagation();
          this.months = event.detail;
          this.announceForesight();
        }}
      ></prorata-comparison>
    `;
  }

  private look(outlook: Outlook | undefined) {
    this.outlook = outlook;
    if (outlook) this.tell("outlook");
    this.announceForesight();
  }

  /** On a narrow screen the bill is far below the choices; its total, or that there is none, stays in sight. */
  private renderSummary() {
    const { text, money } = this.wording;
    const { value, fault } = this.quote;
    const due = value && isPurchase(value) ? money(value.amountDue) : "—";
    return html`
      <div class="summary">
        <span>
          <span class="small muted">${text.bill.amountDue}</span>
          ${fault ? html`<strong class="fault">${text.bill.blocked}</strong>` : html`<strong>${figure(due)}</strong>`}
        </span>
        ${this.renderSummaryButton()}
      </div>
    `;
  }

  /** Straight to the last look at it, or to a recharge where it lacks one; else to the bill, which says why not. */
  private renderSummaryButton() {
    const { text, money } = this.wording;
    const { value } = this.quote;
    const seeBill = html`<button type="button" @click=${this.showBill}>${text.bill.seeBill}</button>`;
    if (!value || !isPurchase(value) || this.estimate) return seeBill;
    const shortfall = value.balance?.shortfall ?? 0;
    return shortfall > 0
      ? (this.renderRecharge(this.rechargeAddress, shortfall, text.bill.rechargeNow(money(shortfall)), "primary") ??
          seeBill)
      : html`<button type="button" class="primary" @click=${() => this.bill.next()}>${text.checkout.next}</button>`;
  }

  private report() {
    const { calculator, request } = this;
    const { minutes } = this.usage;
    const quote = this.quote.fault !== undefined;
    const coverage = quote || (minutes !== undefined && coverFor(calculator, request, minutes).fault !== undefined);
    return { quote, coverage };
  }

  /** A part's choice becomes this element's, which announces it with the quote. */
  private take(event: CustomEvent<ChangeDetail>) {
    event.stopPropagation();
    this.cart = event.detail.cart;
  }

  private showCapacity() {
    this.renderRoot.querySelector("prorata-minutes")?.scrollIntoView({ block: "start" });
  }

  private showBill() {
    this.bill.scrollIntoView({ block: "start" });
    this.bill.focus({ preventScroll: true });
  }

  private announceForesight() {
    const { forecast, usageAhead, outlook } = this;
    const months = this.months ?? startingMonths(this.priceList);
    this.announce("prorata-foresight", { forecast, months, usageAhead, outlook } satisfies ForesightDetail);
  }
}
