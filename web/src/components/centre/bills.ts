import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Wording } from "../../language/wording.ts";
import type { MonthBill } from "../../server-client.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./centre.styles.ts";

/** The bill of each month: its fees, the packs bought in it, what absorbed its usage, and what was over. */
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

  private renderBill(bill: MonthBill) {
    const { wording } = this;
    const { month, plan, closed, total } = bill;
    const text = wording.text.centre.bills;
    const heading = `bill-${month}`;
    return html`
      <section class="panel" aria-labelledby=${heading}>
        <h3 id=${heading} class="order">
          <span>${wording.month(month)} · ${wording.plan(plan)}</span>
          <span class="figure">${wording.money(total)}</span>
          ${closed ? nothing : html`<span class="small muted">${text.soFar}</span>`}
        </h3>
        ${this.renderCharges(bill)} ${this.renderUsage(bill)}
      </section>
    `;
  }

  private renderCharges({ fees, bought, overage, closed, total }: MonthBill) {
    const { centre } = this.wording.text;
    const { date, money, minutes, pack, plan } = this.wording;
    const text = centre.bills;
    if (fees.length + bought.length === 0 && overage.amount === 0) return html`<p class="muted">${text.nothing}</p>`;
    return html`
      <div class="scroll" role="group" aria-label=${text.charges} tabindex="0">
        <table aria-label=${text.charges}>
          <thead>
            <tr>
              <th scope="col">${text.item}</th>
              <th scope="col">${text.date}</th>
              <th scope="col">${text.amount}</th>
            </tr>
          </thead>
          <tbody>
            ${fees.map(({ order, on, reason, plan: id, amount }) => {
              const kind = reason === "purchase" && amount < 0 ? "credit" : reason;
              return this.renderCharge(text.fee[kind](plan(id)), order, date(on), amount);
            })}
            ${bought.map(({ order, on, pack: id, quantity, amount }) =>
              this.renderCharge(centre.orders.packs(pack(id), minutes(quantity)), order, date(on), amount),
            )}
            ${overage.amount > 0 ? this.renderCharge(text.over(minutes(overage.minutes)), undefined, "", overage.amount) : nothing}
          </tbody>
          <tfoot>
            <tr><th scope="row">${closed ? text.total : text.totalSoFar}</th><td></td><td>${money(total)}</td></tr>
          </tfoot>
        </table>
      </div>
    `;
  }

  private renderCharge(item: string, order: number | undefined, date: string, amount: number) {
    const { text, minutes, money } = this.wording;
    return html`
      <tr>
        <th scope="row">
          ${item}
          ${order === undefined ? nothing : html`<span class="small muted">${text.centre.orders.order(minutes(order))}</span>`}
        </th>
        <td>${date}</td>
        <td>${money(amount)}</td>
      </tr>
    `;
  }

  private renderUsage({ plan, quotaMinutes, usedMinutes, fromPlan, packs, overage, unservedMinutes }: MonthBill) {
    const { text, date, minutes, pack, plan: planName } = this.wording;
    const words = text.centre.bills;
    const row = (name: string, note: string, drawn: number) => html`
      <tr>
        <th scope="row">${name} ${note ? html`<span class="small muted">${note}</span>` : nothing}</th>
        <td>${minutes(drawn)}</td>
      </tr>
    `;
    return html`
      <div class="scroll" role="group" aria-label=${words.absorbed} tabindex="0">
        <table aria-label=${words.absorbed}>
          <thead>
            <tr><th scope="col">${words.source}</th><th scope="col">${words.drawn}</th></tr>
          </thead>
          <tbody>
            ${row(text.coverage.quota(planName(plan)), words.of(minutes(quotaMinutes)), fromPlan)}
            ${packs.map((drawn) =>
              row(
                drawn.pack === null ? text.coverage.unknownPack : pack(drawn.pack),
                words.bought(date(drawn.purchasedOn)),
                drawn.minutes,
              ),
            )}
            ${overage.minutes > 0 ? row(words.overage, "", overage.minutes) : nothing}
            ${unservedMinutes > 0 ? row(words.unserved, "", unservedMinutes) : nothing}
          </tbody>
          <tfoot>
            <tr><th scope="row">${words.used}</th><td>${minutes(usedMinutes)}</td></tr>
          </tfoot>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-bills": Bills;
  }
}
