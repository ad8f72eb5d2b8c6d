import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { PricingError, PurchasePlan } from "prorata";
import type { Cart, PackOrder, UsageAhead } from "../../elements.ts";
import { answer } from "../../state/answer.ts";
import { firstStep, isSamePurchase } from "../../state/first-step.ts";
import { Optimizer } from "../../state/optimizer.ts";
import { forecastAhead, monthsFrom, startingUsageAhead } from "../../state/usage-ahead.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { patternStyles } from "../coverage/patterns.styles.ts";
import { customElement } from "../custom-element.ts";
import { PricedPart } from "../pricing-element.ts";
import type { UsageAheadEvent } from "../usage-ahead/usage-ahead.ts";
import { packLanes, planLanes } from "./lanes.ts";
import { styles } from "./schedule.styles.ts";
import { renderTable } from "./table.ts";
import { renderTimeline } from "./timeline.ts";
import "../fault/fault.ts";
import "../usage-ahead/usage-ahead.ts";

/** The cheapest purchases over the coming months. Emits "usage-ahead-change", and "advice-change" with what to do now. */
@customElement("prorata-schedule")
export class Schedule extends PricedPart {
  static override styles = [theme, controls, table, patternStyles, styles];

  /** The forecast for the month of `date`. */
  @property({ attribute: false }) minutes: number | undefined;
  @property({ attribute: false }) usageAhead: UsageAhead = startingUsageAhead;

  /** Address of the worker, where the page knows it better than the module does. */
  @property() worker: string | undefined;

  /** While nobody looks: it is worked out, but not drawn. */
  @property({ type: Boolean, reflect: true }) override hidden = false;

  private readonly optimizer = new Optimizer(this);
  /** What the schedule has bought or asked for now; undefined without one, and where it cannot be chosen. */
  private step: Cart | undefined;
  private stepOf: PurchasePlan | undefined;
  private advised = "";

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (this.concernsAccount(changed) || changed.has("minutes") || changed.has("usageAhead")) this.optimize();
    const { value } = this.optimizer.outcome ?? {};
    if (!this.concernsAccount(changed) && value === this.stepOf) return;
    this.stepOf = value;
    // Until it is updated it may be of an account that was another one.
    this.step = value && answer(() => firstStep(this.calculator, this.held, value)).value;
  }

  /** What it says to do now is marked where it is chosen. */
  override updated() {
    const advice = this.optimizer.isUpdating ? undefined : this.step;
    const advised = JSON.stringify(advice) ?? "";
    if (advised === this.advised) return;
    this.advised = advised;
    this.dispatchEvent(new CustomEvent("advice-change", { detail: advice }));
  }

  private optimize() {
    const { calculator, held, optimizer } = this;
    const { fault } = answer(() => {
      const forecast = forecastAhead(this.usageAhead, this.minutes);
      if (forecast) optimizer.ask(calculator, { ...held, forecast }, this.worker);
      else optimizer.show(undefined);
    });
    if (fault) optimizer.show({ fault });
  }

  override render() {
    const { wording, optimizer } = this;
    if (this.hidden) return nothing;
    const text = wording.text.schedule;
    const { fault } = optimizer.outcome ?? {};
    return html`
      <section class="panel" aria-labelledby="heading">
        <div>
          <h2 id="heading" part="heading">${text.heading}</h2>
          <p class="small muted">${text.note}</p>
        </div>
        <prorata-usage-ahead
          .wording=${wording}
          .date=${this.date}
          .minutes=${this.minutes}
          .usageAhead=${this.usageAhead}
          .monthAtFault=${fault && this.monthAt(fault.path)}
          @usage-ahead-change=${({ detail }: UsageAheadEvent) =>
            this.dispatchEvent(new CustomEvent("usage-ahead-change", { detail }))}
        ></prorata-usage-ahead>
        <div class="result" aria-busy=${optimizer.isUpdating}>${this.renderOutcome()}</div>
      </section>
    `;
  }

  private renderOutcome() {
    const { optimizer } = this;
    const { text } = this.wording;
    const { outcome, isUpdating } = optimizer;
    if (!outcome) return html`<p class="muted">${isUpdating ? text.schedule.waiting : "—"}</p>`;
    if (outcome.value) return this.renderSchedule(outcome.value);
    if ("failure" in outcome) {
      return html`
        <prorata-fault
          .text=${text.fault}
          .heading=${text.fault.load}
          .reason=${outcome.failure}
          @retry=${() => optimizer.retry()}
        ></prorata-fault>
      `;
    }
    const { fault } = outcome;
    return this.renderFault(fault, this.faultHeading(fault)) ?? html`<p class="muted">—</p>`;
  }

  private faultHeading({ code, path }: PricingError): string {
    const { text, month } = this.wording;
    const index = this.monthAt(path);
    const name = index === undefined ? undefined : monthsFrom(this.date, index + 1)?.[index];
    if (name !== undefined) return text.schedule.faultIn(month(name));
    return code === "out_of_range" && path === "/forecast" ? text.schedule.unservable : text.schedule.fault;
  }

  private monthAt(path: string): number | undefined {
    const [, index] = /^\/forecast\/(\d+)$/.exec(path) ?? [];
    return index === undefined ? undefined : Number(index);
  }

  private renderSchedule(schedule: PurchasePlan) {
    const { wording, optimizer } = this;
    const { catalog } = this.calculator;
    const { months } = schedule;
    const lanes = [
      ...planLanes(months, catalog, wording),
      ...packLanes(months, catalog, wording, (index, order) => this.usableThrough(months[index]?.month, index, order)),
    ];
    return html`
      <p class="updating small ${optimizer.isUpdating ? "shown" : ""}">${wording.text.schedule.updating}</p>
      <div class="figures ${optimizer.isUpdating ? "earlier" : ""}">
        ${this.renderFigures(schedule)} ${this.renderFirstStep(schedule)} ${renderTimeline(months, lanes, wording)}
        ${renderTable(schedule, wording)}
      </div>
    `;
  }

  /** The pack's last day by the price list's own rule. */
  private usableThrough(month: string | undefined, index: number, order: PackOrder): string | undefined {
    const on = index === 0 ? this.date : `${month}-01`;
    return answer(() => this.calculator.quote({ on, packs: [order] })).value?.packs[0]?.validThrough;
  }

  private renderFigures({ months, total, saving, baseline, packMinutes }: PurchasePlan) {
    const { text, money, minutes } = this.wording;
    const words = text.schedule;
    return html`
      <dl>
        ${this.renderFigure(months.length === 1 ? words.oneMonth : words.total(minutes(months.length)), money(total))}
        ${this.renderFigure(saving < 0 ? words.costsMore : words.saving, money(Math.abs(saving)), this.against(baseline))}
        ${this.renderFigure(
          words.baseline,
          money(baseline.total),
          baseline.unservedMinutes > 0
            ? html`<strong class="unserved">${words.unserved(minutes(baseline.unservedMinutes))}</strong>`
            : words.served,
        )}
        ${this.renderFigure(words.expired, text.forecast.value(minutes(packMinutes.expired)))}
        ${this.renderFigure(words.left, text.forecast.value(minutes(packMinutes.left)))}
      </dl>
    `;
  }

  private renderFigure(term: string, figure: string, note?: string | TemplateResult) {
    return html`
      <div>
        <dt>${term}</dt>
        <dd class="value figure">${figure}</dd>
        ${note ? html`<dd class="small muted">${note}</dd>` : nothing}
      </div>
    `;
  }

  private against({ unservedMinutes }: PurchasePlan["baseline"]): string {
    const { text, plan } = this.wording;
    const pending = this.account?.pendingChange?.plan;
    const keeping =
      pending === undefined
        ? text.schedule.keeping(plan(this.planHeld))
        : text.schedule.keepingPending(plan(this.planHeld), plan(pending));
    return unservedMinutes > 0 ? [keeping, text.schedule.servesLess].join(text.schedule.separator) : keeping;
  }

  private renderFirstStep(schedule: PurchasePlan) {
    const { text, month } = this.wording;
    const words = text.schedule;
    const { step } = this;
    const isSomething = step !== undefined && (step.plan !== undefined || step.packs.length > 0);
    return html`
      <div class="first-step">
        <div>
          <h3>${words.firstStep(month(schedule.months[0]?.month ?? ""))}</h3>
          <p>${this.describeStep(schedule)}</p>
          ${step?.plan === undefined ? this.renderRequest(schedule) : nothing}
        </div>
        ${
          isSomething
            ? html`
                <div class="apply">
                  <button
                    type="button"
                    class="primary"
                    ?disabled=${this.optimizer.isUpdating}
                    @click=${() => this.choose(step, "advice")}
                  >${words.apply}</button>
                  <p class="small muted" role="status">${isSamePurchase(this.cart, step) ? words.inCart : nothing}</p>
                </div>
              `
            : nothing
        }
      </div>
    `;
  }

  private describeStep({ months }: PurchasePlan): string {
    const { text, minutes, pack } = this.wording;
    const words = text.schedule;
    const { step } = this;
    if (!step) return `${words.switchTo(this.wording.plan(months[0]?.plan ?? ""))}. ${words.notPossible}`;
    const purchases = step.packs.map((order) => text.comparison.packCount(minutes(order.quantity), pack(order.pack)));
    if (step.plan === undefined && purchases.length === 0) return words.nothingNow;
    return [this.describeChange(step.plan, months), ...(purchases.length > 0 ? purchases : [words.noPack])].join(
      words.separator,
    );
  }

  private describeChange(to: string | undefined, [first, second]: PurchasePlan["months"]): string {
    const { text, month, plan } = this.wording;
    const words = text.schedule;
    if (to === undefined) return words.keep(plan(this.planHeld));
    if (to === this.planHeld) return text.plans.withdraw;
    return to === first?.plan ? words.switchTo(plan(to)) : words.ask(plan(to), month(second?.month ?? ""));
  }

  /** When the next lower plan has to be asked for: the schedule says only when it starts. */
  private renderRequest({ months }: PurchasePlan) {
    const { plans, policy } = this.calculator.catalog;
    const { text, plan, month } = this.wording;
    const tier = (id: string) => plans.findIndex((candidate) => candidate.id === id);
    const index = months.findIndex((next, at) => tier(next.plan) < tier(months[at - 1]?.plan ?? next.plan));
    const [before, lower] = [months[index - 1], months[index]];
    const pending = this.account?.pendingChange;
    const isScheduled = pending?.plan === lower?.plan && pending?.effectiveOn.startsWith(lower?.month ?? "");
    if (!before || !lower || isScheduled || policy.downgrade.effective !== "next-month") return nothing;
    return html`<p class="small muted">${text.schedule.request(plan(lower.plan), month(lower.month), month(before.month))}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-schedule": Schedule;
  }
}
