import { html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Catalog, Comparison, Quote } from "prorata";
import type { Wording } from "../../language/wording.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { styles } from "./plans.styles.ts";

/** Without a plan: stay on the one held. */
export interface PlanChoice {
  plan: string | undefined;
}

type Plan = Catalog["plans"][number];
type SelfServePlan = Extract<Plan, { contactSales: false }>;
type SalesPlan = Extract<Plan, { contactSales: true }>;

/** Every plan as a card: its terms, what changing to it costs today, or why that is not possible. Emits "plan-choose". */
@customElement("prorata-plans")
export class Plans extends LitElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) held = "";
  @property({ attribute: false }) pending: string | undefined;
  @property({ attribute: false }) chosen: string | undefined;
  /** What each plan on its own comes to; absent where there is no quote. */
  @property({ attribute: false }) quotes: Map<string, Quote> | undefined;
  /** The forecast usage and what each plan costs with it; absent where there is no comparison. */
  @property({ attribute: false }) forecast: { minutes: number; comparison: Comparison } | undefined;

  override render() {
    const { plans } = this.catalog;
    const { text } = this.wording;
    const selfServe = plans.filter((plan) => !plan.contactSales);
    return html`
      <section aria-labelledby="heading">
        <div class="heading">
          <h2 id="heading">${text.plans.heading}</h2>
          ${this.renderPeriod()}
        </div>
        <div class="cards ${selfServe.length % 4 === 0 ? "" : "thirds"}" role="radiogroup" aria-labelledby="heading">
          ${selfServe.map((plan) => this.renderCard(plan))}
          ${plans.map((plan) => (plan.contactSales ? this.renderSalesCard(plan) : nothing))}
        </div>
        ${this.renderFeatures()}
      </section>
    `;
  }

  private renderPeriod() {
    const quote = this.quotes?.get(this.held);
    if (!quote) return nothing;
    const { period, on } = quote;
    const { text, month } = this.wording;
    return html`
      <span class="small muted">${text.plans.period(period.remainingDays, period.days, month(on.slice(0, 7)))}</span>
    `;
  }

  private renderCard(plan: SelfServePlan) {
    const { held, chosen, pending } = this;
    const { text } = this.wording;
    const isHeld = plan.id === held;
    const isChosen = plan.id === (chosen ?? held);
    const refused = !isHeld && this.quotes?.get(plan.id)?.planChange?.allowed === false;
    const badge = isHeld ? text.plans.current : plan.id === pending ? text.plans.scheduled : "";
    return html`
      <div class="card ${isChosen ? "chosen" : ""} ${refused ? "refused" : ""}">
        <div class="title">
          <input
            type="radio"
            name="plan"
            id=${plan.id}
            aria-describedby="terms-${plan.id} today-${plan.id}"
            .checked=${isChosen}
            ?disabled=${refused}
            @change=${() => this.choose(isHeld ? undefined : plan.id)}
          /><label for=${plan.id}>${this.wording.plan(plan.id)}</label>
          ${badge ? html`<span class="badge">${badge}</span>` : nothing}
        </div>
        ${this.renderTerms(plan)}
        <div class="today" id="today-${plan.id}">${this.renderToday(plan)}</div>
      </div>
    `;
  }

  private renderTerms({ id, monthlyPrice, listPrice, monthlyMinutes, bonusMinutes }: SelfServePlan) {
    const { text, money, minutes } = this.wording;
    return html`
      <div class="terms" id="terms-${id}">
        <p class="price figure">${money(monthlyPrice)}</p>
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
        ${this.renderRecommendation(id)}
      </div>
    `;
  }

  private renderRecommendation(id: string) {
    const { text, minutes, money } = this.wording;
    const { comparison, minutes: usage } = this.forecast ?? {};
    const cost = comparison?.rows.find(({ plan }) => plan === id)?.month;
    if (comparison?.cheapest.month !== id || !cost || usage === undefined) return nothing;
    return html`
      <p class="small recommended">
        <strong>${text.plans.recommended}</strong> ${text.plans.recommendedWhy(minutes(usage), money(cost.total))}
      </p>
    `;
  }

  private renderToday({ id }: SelfServePlan) {
    const { text, money, minutes, date } = this.wording;
    const quote = this.quotes?.get(id);
    if (!quote?.planChange) return html`<p class="muted">—</p>`;
    const { planChange } = quote;
    if (id === this.held) return html`<p class="muted">${text.plans.keep}</p>`;
    if (!planChange.allowed) return this.renderRefusal(planChange);
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
    `;
  }

  private renderRefusal({ reason, allowedFrom }: NonNullable<Quote["planChange"]>) {
    const { text, date } = this.wording;
    if (!reason) return nothing;
    return html`<p class="reason">${text.plans.refused[reason](allowedFrom && date(allowedFrom))}</p>`;
  }

  private renderSalesCard({ id, minimumMinutes }: SalesPlan) {
    const { text, minutes } = this.wording;
    const change = this.quotes?.get(id)?.planChange;
    return html`
      <div class="card wide refused">
        <div class="title">
          <input
            type="radio"
            name="plan"
            id=${id}
            aria-describedby="today-${id}"
            .checked=${id === this.chosen}
            disabled
          /><label for=${id}>${this.wording.plan(id)}</label>
        </div>
        <p class="small muted">
          ${minimumMinutes === null ? nothing : text.plans.fromMinutes(minutes(minimumMinutes))}
        </p>
        <div class="small" id="today-${id}">${change ? this.renderRefusal(change) : "—"}</div>
      </div>
    `;
  }

  private renderFeatures() {
    const { plans } = this.catalog;
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

  private choose(plan: string | undefined) {
    this.dispatchEvent(new CustomEvent<PlanChoice>("plan-choose", { detail: { plan } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-plans": Plans;
  }
}
