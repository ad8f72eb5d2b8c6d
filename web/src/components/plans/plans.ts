import { html, nothing, type PropertyValues, svg } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import type { Comparison, Quote } from "prorata";
import type { PlansElement } from "../../elements.ts";
import { oneHostWords } from "../../language/equivalents.ts";
import { quotaFallWords } from "../../language/quota-fall.ts";
import type { Answer } from "../../state/answer.ts";
import { compareFor, quotaFallOf } from "../../state/outlook.ts";
import type { SalesPlan, SelfServePlan } from "../../state/plans.ts";
import { planQuotes, quoteRequest } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { renderEquivalents } from "../equivalents.ts";
import { figure } from "../figure.ts";
import { PricedPart } from "../pricing-element.ts";
import { styles } from "./plans.styles.ts";

@customElement("prorata-plans")
export class Plans extends PricedPart implements PlansElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) minutes: number | undefined;
  @property() recommended: string | undefined;

  /** What each plan on its own comes to. */
  private quotes!: Answer<Map<string, Quote>>;
  /** The same as if the scheduled change were taken back, where the buyer can do that. */
  private withdrawn: ReadonlyMap<string, Quote> | undefined;
  /** What each plan costs with the usage expected; absent where none is, or no answer. */
  private comparison: Comparison | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const { calculator, held, minutes } = this;
    if (this.concernsAccount(changed)) {
      this.quotes = planQuotes(calculator, held);
      this.withdrawn = this.quotesWithdrawn();
    }
    if (this.concernsAccount(changed) || changed.has("minutes")) {
      this.comparison = minutes === undefined ? undefined : compareFor(calculator, held, minutes, 1).value;
    }
  }

  override render() {
    const { plans } = this.priceList;
    const { text } = this.wording;
    const { fault } = this.quotes;
    const selfServe = plans.filter((plan): plan is SelfServePlan => !plan.contactSales);
    return html`
      <section aria-labelledby="heading">
        <div class="heading">
          <h2 id="heading" part="heading">${text.plans.heading}</h2>
          ${this.renderPeriod()}
        </div>
        ${this.renderFault(fault, text.fault.quote)}
        <div class="cards ${selfServe.length % 4 === 0 ? "" : "thirds"}" role="radiogroup" aria-labelledby="heading">
          ${selfServe.map((plan) => this.renderCard(plan))}
          ${plans.map((plan) => (plan.contactSales ? this.renderSalesCard(plan) : nothing))}
        </div>
        ${guard([this.calculator, this.wording], () => [
          renderEquivalents(
            text.equivalents.ofPlans,
            selfServe.map((plan) => ({ name: this.wording.plan(plan.id), minutes: plan.monthlyMinutes })),
            this.calculator,
            this.wording,
          ),
          this.renderFeatures(),
        ])}
      </section>
    `;
  }

  private quotesWithdrawn() {
    const { calculator, account, date, planHeld } = this;
    const change = this.quotes.value?.get(planHeld)?.planChange;
    if (!account || change?.kind !== "withdraw" || !change.allowed) return undefined;
    const { pendingChange: _, ...without } = account;
    return planQuotes(calculator, quoteRequest(date, without)).value;
  }

  private renderPeriod() {
    const quote = this.quotes.value?.get(this.planHeld);
    if (!quote) return nothing;
    const { period, on } = quote;
    const { text, month } = this.wording;
    return html`
      <span class="small muted">${text.plans.period(period.remainingDays, period.days, month(on.slice(0, 7)))}</span>
    `;
  }

  private renderCard(plan: SelfServePlan) {
    const { planHeld, cart } = this;
    const { id } = plan;
    const isHeld = id === planHeld;
    const isChosen = id === (cart.plan ?? planHeld);
    const refused = !isHeld && this.quotes.value?.get(id)?.planChange?.allowed === false;
    return html`
      <div
        class="card ${isChosen ? "chosen" : ""} ${refused ? "refused" : ""}"
        part="card ${isChosen ? "chosen" : ""}"
      >
        <div class="title">
          <input
            type="radio"
            name="plan"
            id=${id}
            aria-describedby="badges-${id} price-${id} terms-${id} notes-${id}"
            .checked=${isChosen}
            ?disabled=${refused}
            @change=${() => this.choose({ ...cart, plan: isHeld ? undefined : id })}
          /><label for=${id}>${this.wording.plan(id)}</label>
        </div>
        <div class="badges" id="badges-${id}">${this.renderBadges(id)}</div>
        ${this.renderPrice(plan)} ${this.renderTerms(plan)}
        <div class="notes small" id="notes-${id}">${this.renderNotes(plan)}</div>
      </div>
    `;
  }

  private renderBadges(id: string) {
    const { text } = this.wording;
    return html`
      ${id === this.planHeld ? html`<span class="badge">${text.plans.current}</span>` : nothing}
      ${id === this.account?.pendingChange?.plan ? html`<span class="badge">${text.plans.scheduled}</span>` : nothing}
      ${id === this.recommended && this.unserved(id) === 0 ? html`<span class="badge good">${text.plans.recommended}</span>` : nothing}
    `;
  }

  private renderPrice({ id, monthlyPrice, listPrice }: SelfServePlan) {
    const { text, money } = this.wording;
    const quote = this.quotes.value?.get(id);
    const isDue = id !== this.planHeld && quote?.planChange?.allowed;
    const price = money(monthlyPrice);
    return html`
      <div class="prices" id="price-${id}">
        <p>
          <span class="price figure ${price.length > 13 ? "long" : ""}" part="price" .textContent=${price}></span>
          <span class="small muted">${text.plans.perMonth}</span>
          ${
            listPrice === null
              ? nothing
              : html`<span class="visually-hidden">${text.plans.listPrice}</span> <s class="small figure">${money(listPrice)}</s>`
          }
        </p>
        ${isDue ? html`<p class="due"><span class="small muted">${text.plans.dueToday}</span> ${figure(money(quote.amountDue))}</p>` : nothing}
      </div>
    `;
  }

  private renderTerms({ id, monthlyMinutes, bonusMinutes }: SelfServePlan) {
    const { text, minutes } = this.wording;
    return html`
      <div class="terms" id="terms-${id}">
        <p>${text.plans.minutes(minutes(monthlyMinutes))}</p>
        ${bonusMinutes > 0 ? html`<p class="small muted">${text.plans.bonus(minutes(bonusMinutes))}</p>` : nothing}
        <p class="small muted">
          ${guard([this.calculator, this.wording], () => oneHostWords(this.calculator, monthlyMinutes, this.wording))}
        </p>
      </div>
    `;
  }

  private renderNotes({ id, overage }: SelfServePlan) {
    const { text } = this.wording;
    return html`
      ${this.renderToday(id)}
      ${overage === "suspend" ? html`<p class="muted">${text.plans.stops}</p>` : nothing}
      ${this.renderUnserved(id)}
      ${id === this.recommended ? this.renderRecommendation(id) : nothing}
    `;
  }

  /** Of a whole month's forecast, on the plan alone. */
  private unserved(id: string): number {
    return this.comparison?.rows.find(({ plan }) => plan === id)?.month?.unservedMinutes ?? 0;
  }

  /** What would leave minutes unserved is not recommended: the schedule serves them from packs it buys besides. */
  private renderRecommendation(id: string) {
    const words = this.wording.text.plans;
    return this.unserved(id) > 0
      ? html`<p class="muted">${words.onlyWithPacks}</p>`
      : html`<p class="recommended">${words.recommendedWhy}</p>`;
  }

  /** A price that serves less than the forecast says so beside it. */
  private renderUnserved(id: string) {
    const { text, minutes } = this.wording;
    const unserved = this.unserved(id);
    if (unserved === 0 || this.minutes === undefined) return nothing;
    return html`<p class="reason">${text.plans.unserved(minutes(unserved), minutes(this.minutes))}</p>`;
  }

  private renderToday(id: string) {
    const { text, minutes, date } = this.wording;
    const quote = this.quotes.value?.get(id);
    if (!quote?.planChange) return html`<p class="muted">—</p>`;
    const { planChange, quota, on } = quote;
    if (id === this.planHeld) return this.renderHeld(planChange);
    const pending = this.account?.pendingChange;
    if (id === pending?.plan) return html`<p>${text.plans.fromLater(date(pending.effectiveOn))}</p>`;
    if (!planChange.allowed) return this.renderRefusal(planChange);
    const fall = quotaFallOf(this.calculator, { ...this.held, plan: id }, quote);
    const isNow = planChange.effectiveOn === on;
    return html`
      <p>${isNow ? text.plans.fromToday(minutes(quota.after)) : text.plans.fromLater(date(planChange.effectiveOn ?? on))}</p>
      ${fall ? html`<p class="reason">${quotaFallWords(fall, this.wording).join(text.betweenSentences)}</p>` : nothing}
    `;
  }

  /** A scheduled change is taken back here, or the sales team asked to. */
  private renderHeld({ kind, allowed }: NonNullable<Quote["planChange"]>) {
    const { text, plan, date } = this.wording;
    const { cart, planHeld } = this;
    const pending = this.account?.pendingChange;
    if (!pending) return nothing;
    const isTakenBack = cart.plan === planHeld;
    return html`
      <p>${text.plans.scheduledChange(plan(pending.plan), date(pending.effectiveOn))}</p>
      ${
        kind === "withdraw" && allowed
          ? html`
              <button
                type="button"
                class="above"
                @click=${() => this.choose({ ...cart, plan: isTakenBack ? undefined : planHeld })}
              >${isTakenBack ? text.plans.keepScheduled : text.plans.withdraw}</button>
            `
          : html`
              <p class="muted">${text.plans.throughSales}</p>
              <p class="above">${this.renderContact({ about: "scheduled-change", plan: pending.plan })}</p>
            `
      }
    `;
  }

  private renderRefusal({ to, reason, allowedFrom }: NonNullable<Quote["planChange"]>) {
    const { text, date } = this.wording;
    if (!reason) return nothing;
    const refused = text.plans.refused[reason](allowedFrom && date(allowedFrom));
    const isOpen = this.withdrawn?.get(to)?.planChange?.allowed === true;
    const words = isOpen ? [refused, text.plans.unlessWithdrawn] : [refused];
    return html`<p class="reason">${words.join(text.betweenSentences)}</p>`;
  }

  private renderSalesCard({ id, minimumMinutes }: SalesPlan) {
    const { text, minutes } = this.wording;
    const change = this.quotes.value?.get(id)?.planChange;
    return html`
      <div class="card wide refused" part="card">
        <div class="title">
          <input
            type="radio"
            name="plan"
            id=${id}
            aria-describedby="today-${id}"
            .checked=${id === this.cart.plan}
            disabled
          /><label for=${id}>${this.wording.plan(id)}</label>
        </div>
        <p class="small muted">
          ${minimumMinutes === null ? nothing : text.plans.fromMinutes(minutes(minimumMinutes))}
        </p>
        <div class="small" id="today-${id}">${change ? this.renderRefusal(change) : "—"}</div>
        <div class="above">${this.renderContact({ about: "plan", plan: id })}</div>
      </div>
    `;
  }

  private renderFeatures() {
    const { plans } = this.priceList;
    const { text, plan } = this.wording;
    const features = [...new Set(plans.flatMap((one) => Object.keys(one.features)))];
    if (features.length === 0) return nothing;
    return html`
      <details>
        <summary>${text.features.heading}</summary>
        <div class="scroll" role="region" aria-label=${text.features.heading} tabindex="0">
          <table aria-label=${text.features.heading}>
            <thead>
              <tr>
                <th scope="col">${text.features.feature}</th>
                ${plans.map(({ id }) => html`<th scope="col">${plan(id)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${features.map(
                (feature) => html`
                  <tr>
                    <th scope="row">${text.features.names[feature] ?? feature}</th>
                    ${plans.map((one) => html`<td>${this.renderFeature(one.features[feature])}</td>`)}
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  private renderFeature(offer: SelfServePlan["features"][string] | undefined) {
    const { text } = this.wording;
    if (offer === undefined) return html`<span class="muted">${text.features.absent}</span>`;
    const icon =
      offer === "included"
        ? svg`<path d="m3 8 3.5 3.5L13 5" />`
        : svg`<circle cx="8" cy="8" r="6" /><path d="M8 4.5V8l2.5 1.5" />`;
    return html`
      <span class="feature ${offer}">
        <svg viewBox="0 0 16 16" aria-hidden="true">${icon}</svg>${text.features.offers[offer]}
      </span>
    `;
  }
}
