import { html, nothing, type PropertyValues, svg } from "lit";
import { property } from "lit/decorators.js";
import type { Comparison, Quote } from "prorata";
import type { PlansElement } from "../../elements.ts";
import { oneHostWords } from "../../language/equivalents.ts";
import { quotaFallWords } from "../../language/quota-fall.ts";
import type { Answer } from "../../state/answer.ts";
import { compareFor, quotaFallOf } from "../../state/outlook.ts";
import type { SalesPlan, SelfServePlan } from "../../state/plans.ts";
import { planQuotes } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { renderEquivalents } from "../equivalents.ts";
import { PricedPart } from "../pricing-element.ts";
import { styles } from "./plans.styles.ts";

@customElement("prorata-plans")
export class Plans extends PricedPart implements PlansElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) minutes: number | undefined;

  /** What each plan on its own comes to. */
  private quotes!: Answer<Map<string, Quote>>;
  /** What each plan costs with the usage expected; absent where none is, or no answer. */
  private comparison: Comparison | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const { calculator, held, minutes } = this;
    if (this.concernsAccount(changed)) this.quotes = planQuotes(calculator, held);
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
        ${renderEquivalents(
          text.equivalents.ofPlans,
          selfServe.map((plan) => ({ name: this.wording.plan(plan.id), minutes: plan.monthlyMinutes })),
          this.calculator,
          this.wording,
        )}
        ${this.renderFeatures()}
      </section>
    `;
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
    const { text } = this.wording;
    const isHeld = plan.id === planHeld;
    const isChosen = plan.id === (cart.plan ?? planHeld);
    const isPending = plan.id === this.account?.pendingChange?.plan;
    const refused = !isHeld && this.quotes.value?.get(plan.id)?.planChange?.allowed === false;
    const badge = isHeld ? text.plans.current : isPending ? text.plans.scheduled : "";
    return html`
      <div
        class="card ${isChosen ? "chosen" : ""} ${refused ? "refused" : ""}"
        part="card ${isChosen ? "chosen" : ""}"
      >
        <div class="title">
          <input
            type="radio"
            name="plan"
            id=${plan.id}
            aria-describedby="terms-${plan.id} today-${plan.id}"
            .checked=${isChosen}
            ?disabled=${refused}
            @change=${() => this.choose({ ...cart, plan: isHeld ? undefined : plan.id })}
          /><label for=${plan.id}>${this.wording.plan(plan.id)}</label>
          ${badge ? html`<span class="badge">${badge}</span>` : nothing}
        </div>
        ${this.renderTerms(plan)}
        <div class="today" id="today-${plan.id}">${this.renderToday(plan)}</div>
      </div>
    `;
  }

  private renderTerms({ id, monthlyPrice, listPrice, monthlyMinutes, bonusMinutes, overage }: SelfServePlan) {
    const { text, money, minutes } = this.wording;
    return html`
      <div class="terms" id="terms-${id}">
        <p class="price figure" part="price">${money(monthlyPrice)}</p>
        <p class="small muted">
          ${text.plans.perMonth}
          ${
            listPrice === null
              ? nothing
              : html`<span class="visually-hidden">${text.plans.listPrice}</span> <s class="figure">${money(listPrice)}</s>`
          }
        </p>
        <p class="small long">${text.plans.minutes(minutes(monthlyMinutes))}</p>
        ${bonusMinutes > 0 ? html`<p class="small muted long">${text.plans.bonus(minutes(bonusMinutes))}</p>` : nothing}
        <p class="small muted long">${oneHostWords(this.calculator, monthlyMinutes, this.wording)}</p>
        ${overage === "suspend" ? html`<p class="small long">${text.plans.stops}</p>` : nothing}
        ${this.renderUnserved(id)} ${this.renderRecommendation(id)}
      </div>
    `;
  }

  private monthOn(id: string) {
    return this.comparison?.rows.find(({ plan }) => plan === id)?.month;
  }

  /** A price that serves less than the forecast says so beside it. */
  private renderUnserved(id: string) {
    const { text, minutes } = this.wording;
    const unserved = this.monthOn(id)?.unservedMinutes ?? 0;
    if (unserved === 0 || this.minutes === undefined) return nothing;
    return html`
      <p class="small reason long">${text.plans.unserved(minutes(unserved), minutes(this.minutes))}</p>
    `;
  }

  private renderRecommendation(id: string) {
    const { text, minutes, money } = this.wording;
    const { comparison, minutes: usage } = this;
    const cost = this.monthOn(id);
    if (comparison?.cheapest.month !== id || !cost || usage === undefined) return nothing;
    return html`
      <p class="small recommended long">
        <strong>${text.plans.recommended}</strong>${text.plans.recommendedWhy(minutes(usage), money(cost.total))}
      </p>
    `;
  }

  private renderToday({ id }: SelfServePlan) {
    const { text, money, minutes, date } = this.wording;
    const quote = this.quotes.value?.get(id);
    if (!quote?.planChange) return html`<p class="muted">—</p>`;
    const { planChange } = quote;
    if (id === this.planHeld) return this.renderHeld(planChange);
    if (!planChange.allowed) return this.renderRefusal(planChange);
    const fall = quotaFallOf(this.calculator, { ...this.held, plan: id }, quote);
    return html`
      <dl>
        <dt>${text.plans.dueToday}</dt>
        <dd class="figure">${money(quote.amountDue)}</dd>
      </dl>
      <dl>
        <dt>${text.plans.quota}</dt>
        <dd class="figure">${text.plans.minutesShort(minutes(quote.quota.after))}</dd>
      </dl>
      <dl>
        <dt>${text.plans.quotaNextMonth}</dt>
        <dd class="figure">${text.plans.minutesShort(minutes(quote.nextMonth.quotaMinutes))}</dd>
      </dl>
      <dl>
        <dt>${text.plans.effective}</dt>
        <dd>${planChange.effectiveOn === quote.on ? text.plans.effectiveToday : date(planChange.effectiveOn ?? "")}</dd>
      </dl>
      ${fall ? html`<p class="reason">${quotaFallWords(fall, this.wording).join(" ")}</p>` : nothing}
    `;
  }

  /** A scheduled change is taken back here, or the sales team asked to. */
  private renderHeld({ kind, allowed }: NonNullable<Quote["planChange"]>) {
    const { text, plan, date } = this.wording;
    const { cart, planHeld } = this;
    const pending = this.account?.pendingChange;
    if (!pending) return html`<p class="muted">${text.plans.keep}</p>`;
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

  private renderRefusal({ reason, allowedFrom }: NonNullable<Quote["planChange"]>) {
    const { text, date } = this.wording;
    if (!reason) return nothing;
    return html`<p class="reason">${text.plans.refused[reason](allowedFrom && date(allowedFrom))}</p>`;
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
