import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Account, Quote } from "prorata";
import { shortOf } from "../../language/short.ts";
import type { Wording } from "../../language/wording.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./glance.styles.ts";

/** Where the month stands: its day, the plan, what is used of the quota, what is left in packs and on the account. */
@customElement("prorata-glance")
export class Glance extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) account!: Account;
  /** Of an empty cart. */
  @property({ attribute: false }) quote!: Quote;
  /** Whether there is something in the cart, which may leave another balance than what is said here. */
  @property({ attribute: false }) isOrdering = false;

  override render() {
    const { quote, wording } = this;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading" class="visually-hidden">${wording.text.centre.glance.heading}</h2>
        ${this.renderFigures(quote)}
        <slot></slot>
      </section>
    `;
  }

  private renderFigures(quote: Quote) {
    const { on, period, capacity, balance, renewal } = quote;
    const { text, date, money, minutes, plan } = this.wording;
    const { plan: held, pendingChange } = this.account;
    const { glance } = text.centre;
    const { planMinutes, packMinutes, usedMinutes } = capacity;
    const scheduled = pendingChange && glance.scheduled(plan(pendingChange.plan), date(pendingChange.effectiveOn));
    return html`
      <dl>
        ${this.renderFigure(text.account.date, date(on), glance.day(Number(on.slice(8)), period.days))}
        ${this.renderFigure(glance.plan, plan(held), scheduled)}
        ${this.renderFigure(
          glance.used,
          glance.usedOf(minutes(usedMinutes), minutes(planMinutes)),
          html`<progress aria-label=${glance.used} max=${planMinutes} .value=${Math.min(usedMinutes, planMinutes)}></progress>`,
        )}
        ${this.renderFigure(glance.packs, text.packs.minutes(minutes(packMinutes)))}
        ${balance ? this.renderFigure(glance.balance, money(balance.before)) : nothing}
        ${renewal.amount === 0 ? nothing : this.renderFigure(text.bill.renewal, money(renewal.amount), date(renewal.on))}
      </dl>
      ${this.renderWarning(quote)}
    `;
  }

  private renderWarning(quote: Quote) {
    const { wording, isOrdering } = this;
    const short = shortOf(quote, wording, "now");
    if (!short) return nothing;
    const { withoutOrder } = wording.text.centre.glance;
    return html`
      <p class="notice">
        <strong>${isOrdering ? withoutOrder(short.words) : short.words}</strong> <slot name="recharge"></slot>
      </p>
    `;
  }

  private renderFigure(term: string, figure: string, note?: string | TemplateResult) {
    return html`
      <div>
        <dt>${term}</dt>
        <dd class="value">${figure}</dd>
        ${note ? html`<dd class="small muted">${note}</dd>` : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-glance": Glance;
  }
}
