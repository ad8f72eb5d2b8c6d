import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Wording } from "../../language/wording.ts";
import type { ServerError, ServerFault } from "../../server-client.ts";
import type { Outcome } from "../../state/store.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./outcome.styles.ts";

type Difference = Extract<ServerFault, { code: "quote_differs" }>["differences"][number];

const isMoney = /\/(amount|amountDue|price)$|^\/balance\//;
const isDate = /^\d{4}-\d\d-\d\d$/;

/** What became of an order or a recharge that was sent, in the buyer's words. */
@customElement("prorata-outcome")
export class OutcomeNotice extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) outcome!: Outcome;

  override render() {
    const { outcome, wording } = this;
    const text = wording.text.centre.outcome;
    if (outcome.status === "none") return nothing;
    if (outcome.status === "sending") return html`<p class="muted">${text.sending}</p>`;
    return html`
      <div class="notice" role="alert">
        ${
          outcome.status === "refused"
            ? this.renderRefusal(outcome.refusal)
            : html`
                <p>${text.unanswered}</p>
                <button type="button" @click=${outcome.again}>${wording.text.fault.retry}</button>
              `
        }
      </div>
    `;
  }

  private renderRefusal({ fault, reported }: ServerError) {
    const { text, date, money } = this.wording;
    const { outcome } = text.centre;
    switch (fault.code) {
      case "quote_differs":
        return this.renderDifferences(fault.differences);
      case "shortfall":
        return html`<p>${outcome.shortfall(money(fault.shortfall))}</p>`;
      case "plan_change_refused": {
        const { reason, allowedFrom } = fault;
        return html`<p>${outcome.refused} ${reason && text.plans.refused[reason](allowedFrom && date(allowedFrom))}</p>`;
      }
      default:
        return html`
          <p>${outcome.refused} ${text.fault.codes[reported] ?? fault.message}</p>
          <code>${reported}</code>
        `;
    }
  }

  private renderDifferences(differences: readonly Difference[]) {
    const text = this.wording.text.centre.outcome;
    return html`
      <p>${text.differs}</p>
      <details open>
        <summary>${text.differences}</summary>
        <ul>
          ${differences.map(
            ({ path, expected, actual }) => html`
              <li>
                <code>${path}</code>
                <span>${text.compared(this.show(path, actual), this.show(path, expected))}</span>
              </li>
            `,
          )}
        </ul>
      </details>
    `;
  }

  private show(path: string, value: unknown): string {
    const { text, date, money } = this.wording;
    if (value === undefined || value === null) return text.centre.outcome.nothing;
    if (typeof value === "number" && isMoney.test(path) && Number.isSafeInteger(value)) return money(value);
    if (typeof value === "string") return isDate.test(value) && !Number.isNaN(Date.parse(value)) ? date(value) : value;
    return JSON.stringify(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-outcome": OutcomeNotice;
  }
}
