import { html, nothing, type PropertyValues } from "lit";
import type { Quote } from "prorata";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { PricedElement } from "../pricing-element.ts";
import { styles } from "./minutes.styles.ts";

/** What the month can draw on after the purchase, and what the next one starts with. */
@customElement("prorata-minutes")
export class MinutesPanel extends PricedElement {
  static override styles = [theme, controls, styles];

  private quote: Quote | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (this.concernsQuote(changed)) this.quote = this.ask(this.request).value;
  }

  override render() {
    const { text } = this.wording;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading" part="heading">${text.minutes.heading}</h2>
        ${this.quote ? this.renderFigures(this.quote) : html`<p class="muted">—</p>`}
      </section>
    `;
  }

  private renderFigures(quote: Quote) {
    const { quota, capacity, nextMonth } = quote;
    const { text, minutes, plan } = this.wording;
    const before =
      quota.before === quota.after
        ? nothing
        : html`
            <span class="before figure">${minutes(quota.before)}</span>
            <span class="before" aria-hidden="true">→</span>
            <span class="visually-hidden">${text.minutes.becomes}</span>
          `;
    return html`
      <dl>
        <div class="first">
          <dt>${text.minutes.quota}</dt>
          <dd class="value">${before}<span class="figure">${minutes(quota.after)}</span></dd>
          <dd class="small muted">${this.quotaRule(quote)}</dd>
        </div>
        ${this.renderFigure(text.minutes.packs, capacity.packMinutes)}
        ${this.renderFigure(
          text.minutes.remaining,
          capacity.remainingMinutes,
          text.minutes.used(minutes(capacity.usedMinutes)),
        )}
        ${this.renderFigure(
          text.minutes.nextMonth,
          nextMonth.quotaMinutes,
          text.minutes.nextPlan(plan(nextMonth.plan)),
        )}
      </dl>
    `;
  }

  private renderFigure(term: string, count: number, note?: string) {
    return html`
      <div>
        <dt>${term}</dt>
        <dd class="value figure">${this.wording.minutes(count)}</dd>
        ${note ? html`<dd class="small muted">${note}</dd>` : nothing}
      </div>
    `;
  }

  private quotaRule({ on, period, planChange }: Quote): string {
    const { text, plan } = this.wording;
    if (!planChange?.allowed || planChange.effectiveOn !== on) return text.minutes.unchanged;
    return this.priceList.policy.proration.quota === "day-weighted"
      ? text.minutes.weighted(plan(planChange.to), period.remainingDays, period.days)
      : text.minutes.full(plan(planChange.to));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-minutes": MinutesPanel;
  }
}
