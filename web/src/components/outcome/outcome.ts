import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Wording } from "../../language/wording.ts";
import type { ServerFault } from "../../server-client.ts";
import type { Outcome } from "../../state/store.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./outcome.styles.ts";

type Difference = Extract<ServerFault, { code: "quote_differs" }>["differences"][number];

/** What the server says may be anything: only what has the form of a figure is put into words. */
const isAmount = (value: unknown): value is number => Number.isSafeInteger(value);
const isDate = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

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
    if (outcome.status === "placed") return html`<p>${wording.text.outcome.placed(wording.minutes(outcome.order))}</p>`;
    if (outcome.status === "sending") return html`<p class="muted">${text.sending}</p>`;
    return html`
      <div class="notice" role="alert">
        ${
          outcome.status === "refused"
            ? this.renderRefusal(outcome)
            : html`
                <p>${text.unanswered}</p>
                <button type="button" @click=${outcome.again}>${wording.text.fault.retry}</button>
              `
        }
      </div>
    `;
  }

  private renderRefusal({ kind, refusal: { fault, reported } }: Extract<Outcome, { status: "refused" }>) {
    const { text, date, money } = this.wording;
    const { outcome } = text.centre;
    const refused = outcome.refused[kind];
    switch (fault.code) {
      case "quote_differs":
        return this.renderDifferences(fault.differences);
      case "shortfall":
        return html`<p>${outcome.shortfall(money(fault.shortfall))}</p>`;
      case "plan_change_refused": {
        const { reason, allowedFrom } = fault;
        const why = reason ? text.plans.refused[reason](allowedFrom && date(allowedFrom)) : text.outcome.unknown;
        return html`<p>${refused(why)}</p>`;
      }
      default:
        return html`
          <p>${refused(text.fault.codes[reported] ?? text.outcome.unknown)}</p>
          ${reported in text.fault.codes ? nothing : html`<details class="small"><summary>${text.fault.details}</summary><code>${reported}</code></details>`}
        `;
    }
  }

  /** What the server took it for, as far as there are words for it: the bill shows all of what it costs now. */
  private renderDifferences(differences: readonly Difference[]) {
    const { text, date, money } = this.wording;
    const words = text.outcome;
    const due = differences.find(({ path }) => path === "/amountDue");
    const day = differences.find(({ path }) => path === "/on");
    return html`
      <p>${words.differs}</p>
      ${isDate(day?.expected) ? html`<p>${text.quoteChanges.date(date(day.expected))}</p>` : nothing}
      ${
        isAmount(due?.expected) && isAmount(due.actual)
          ? html`<p>${text.quoteChanges.due(money(due.expected), money(due.actual))}</p>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-outcome": OutcomeNotice;
  }
}
