import { html, type PropertyValues } from "lit";
import { property, query } from "lit/decorators.js";
import type { Quote } from "prorata";
import type {
  Agreement,
  ChangeDetail,
  Forecast,
  ForesightDetail,
  PurchaseElement,
  UsageAhead,
} from "../../elements.ts";
import type { Answer } from "../../state/answer.ts";
import { startingMonths } from "../../state/choices.ts";
import { startingForecast } from "../../state/forecast.ts";
import { coverFor, type ForecastUsage, usageOf } from "../../state/outlook.ts";
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

  @property({ attribute: false }) forecast: Forecast = startingForecast();
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

  private quote!: Answer<Quote>;
  private usage!: ForecastUsage;
  /** What is at fault is said once, by the first that meets it: the bill, then the coverage. */
  private reported!: { quote: boolean; coverage: boolean };
  /** What was announced last, as text. */
  private announced: string | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const { calculator, forecast } = this;
    if (changed.has("calculator") || changed.has("forecast")) this.usage = usageOf(calculator, forecast);
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
    const { cart, reported } = this;
    const { minutes } = this.usage;
    return html`
      <div class="layout" @prorata-change=${this.take}>
        <div class="choices">
          <prorata-plans
            exportparts="heading, card, chosen, price"
            ${handDown(this)}
            .cart=${cart}
            .minutes=${minutes}
            .faultReported=${reported.quote}
          ></prorata-plans>
          <prorata-packs
            exportparts="heading, card, price"
            ${handDown(this)}
            .cart=${cart}
            .faultReported=${reported.quote}
          ></prorata-packs>
          <prorata-minutes exportparts="heading" ${handDown(this)} .cart=${cart}></prorata-minutes>
          ${this.renderForecast()}
          <prorata-coverage
            exportparts="heading"
            ${handDown(this)}
            .cart=${cart}
            .minutes=${minutes}
            .faultReported=${reported.quote}
          ></prorata-coverage>
        </div>
        <prorata-bill
          exportparts="heading, total, button"
          ${handDown(this)}
          .cart=${cart}
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
      </div>
      ${this.renderSchedule()} ${this.renderComparison()} ${this.renderSummary()}
    `;
  }

  private renderForecast() {
    return html`
      <prorata-forecast
        exportparts="heading"
        .catalog=${this.priceList}
        .wording=${this.wording}
        .forecast=${this.forecast}
        .calls=${this.usage.calls}
        @forecast-change=${({ detail }: ForecastEvent) => {
          this.forecast = detail.forecast;
          if (detail.settled) this.announceForesight();
        }}
      ></prorata-forecast>
    `;
  }

  private renderSchedule() {
    const { cart, usageAhead, reported } = this;
    return html`
      <prorata-schedule
        exportparts="heading"
        ${handDown(this)}
        .cart=${cart}
        .minutes=${this.usage.minutes}
        .usageAhead=${usageAhead}
        .worker=${this.worker}
        .faultReported=${reported.quote || (usageAhead.by !== "months" && reported.coverage)}
        @prorata-change=${this.take}
        @usage-ahead-change=${({ detail }: UsageAheadEvent) => {
          this.usageAhead = detail.usageAhead;
          if (detail.settled) this.announceForesight();
        }}
      ></prorata-schedule>
    `;
  }

  private renderComparison() {
    const { minutes } = this.usage;
    return html`
      <div class="comparison">
        <prorata-comparison
          exportparts="heading"
          ${handDown(this)}
          .minutes=${minutes}
          .months=${this.months}
          .faultReported=${this.reported.coverage}
          @prorata-months-change=${(event: CustomEvent<number>) => {
            event.stopPropagation();
            this.months = event.detail;
            this.announceForesight();
          }}
        ></prorata-comparison>
        <prorata-costs exportparts="heading" ${handDown(this)} .minutes=${minutes}></prorata-costs>
      </div>
    `;
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

  /** Straight to the last look at it where something can be bought, else to the bill, which says why not. */
  private renderSummaryButton() {
    const { text } = this.wording;
    const { value } = this.quote;
    const canBuy = value && isPurchase(value) && !this.estimate && (value.balance?.shortfall ?? 0) === 0;
    return canBuy
      ? html`<button type="button" class="primary" @click=${() => this.bill.next()}>${text.checkout.next}</button>`
      : html`<button type="button" @click=${this.showBill}>${text.bill.seeBill}</button>`;
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
    const { forecast, usageAhead } = this;
    const months = this.months ?? startingMonths(this.priceList);
    this.announce("prorata-foresight", { forecast, months, usageAhead } satisfies ForesightDetail);
  }
}
