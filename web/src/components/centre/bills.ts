import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Wording } from "../../language/wording.ts";
import type { MonthBill } from "../../server-client.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./centre.styles.ts";

/** Closed months: what was used, which quota and packs absorbed it, and what was over. */
@customElement("prorata-bills")
export class Bills extends LitElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) bills: readonly MonthBill[] = [];

  override render() {
    const text = this.wording.text.centre.bills;
    return html`
      <h2>${text.heading}</h2>
      ${this.bills.length > 0 ? this.bills.map((bill) => this.renderBill(bill)) : html`<p class="muted">${text.none}</p>`}
    `;
  }

  private renderBill({ month, plan, usedMinutes, sources, overage, unservedMinutes }: MonthBill) {
    const { wording } = this;
    const { minutes, money } = wording;
    const text = wording.text.centre.bills;
    const heading = `bill-${month}`;
    return html`
      <section class="panel" aria-labelledby=${heading}>
        <h3 id=${heading}>${wording.month(month)} · ${wording.plan(plan)}</h3>
        <div class="scroll" role="group" aria-label=${text.absorbed} tabindex="0">
          <table aria-label=${text.absorbed}>
            <thead>
              <tr>
                <th scope="col">${text.source}</th>
                <th scope="col">${text.available}</th>
                <th scope="col">${text.drawn}</th>
                <th scope="col">${text.left}</th>
              </tr>
            </thead>
            <tbody>
              ${sources.map((source) => this.renderSource(source))}
              ${
                unservedMinutes > 0
                  ? html`<tr><th scope="row">${text.unserved}</th><td></td><td>${minutes(unservedMinutes)}</td><td></td></tr>`
                  : nothing
              }
              ${
                overage.minutes > 0
                  ? html`<tr><th scope="row">${text.overage}</th><td></td><td>${minutes(overage.minutes)}</td><td></td></tr>`
                  : nothing
              }
            </tbody>
            <tfoot>
              <tr><th scope="row">${text.used}</th><td></td><td>${minutes(usedMinutes)}</td><td></td></tr>
            </tfoot>
          </table>
        </div>
        <p>
          ${overage.minutes > 0 ? html`<strong>${text.charged(money(overage.amount))}</strong>` : text.allAbsorbed}
        </p>
      </section>
    `;
  }

  private renderSource(source: MonthBill["sources"][number]) {
    const { text, date, minutes, pack, plan } = this.wording;
    const name =
      source.kind === "plan"
        ? text.coverage.quota(plan(source.plan))
        : html`
            ${source.pack === null ? text.coverage.unknownPack : pack(source.pack)}
            <span class="small muted">
              ${text.coverage.window(date(source.purchasedOn), date(source.validThrough))}
            </span>
          `;
    return html`
      <tr>
        <th scope="row">${name}</th>
        <td>${minutes(source.minutes)}</td>
        <td>${minutes(source.used)}</td>
        <td>${minutes(source.left)}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-bills": Bills;
  }
}
