import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Comparison } from "prorata";
import type { ComparisonElement } from "../../elements.ts";
import type { Answer } from "../../state/answer.ts";
import { startingMonths } from "../../state/choices.ts";
import { compareFor } from "../../state/outlook.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { PricedPart } from "../pricing-element.ts";
import { styles } from "./comparison.styles.ts";

type Row = Comparison["rows"][number];

@customElement("prorata-comparison")
export class ComparisonPanel extends PricedPart implements ComparisonElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) minutes: number | undefined;
  @property({ type: Number }) months: number | undefined;

  /** Absent where no usage is expected. */
  private answer: Answer<Comparison> | undefined;

  private get monthsShown(): number {
    return this.months ?? startingMonths(this.priceList);
  }

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (!this.concernsAccount(changed) && !changed.has("minutes") && !changed.has("months")) return;
    const { calculator, held, minutes, monthsShown } = this;
    this.answer = minutes === undefined ? undefined : compareFor(calculator, held, minutes, monthsShown);
  }

  override render() {
    const { text, minutes } = this.wording;
    const { value, fault } = this.answer ?? {};
    return html`
      <section class="panel" aria-labelledby="heading">
        <div class="heading">
          <div>
            <h2 id="heading" part="heading">${text.comparison.heading}</h2>
            ${
              value && this.minutes !== undefined
                ? html`<p class="small muted">${text.comparison.forUsage(minutes(this.minutes))}</p>`
                : nothing
            }
          </div>
          ${this.renderMonths()}
        </div>
        ${
          value
            ? html`${this.renderMonth(value)} ${this.renderLong(value)}`
            : (this.renderFault(fault, text.comparison.fault) ?? html`<p class="muted">—</p>`)
        }
      </section>
    `;
  }

  private renderMonths() {
    const { monthsShown: months } = this;
    const most = this.priceList.packValidityMonths + 1;
    const choices = Array.from({ length: most }, (_, index) => index + 1);
    if (!choices.includes(months)) choices.push(months);
    return html`
      <label class="months">
        <span class="small muted">${this.wording.text.comparison.months}</span>
        <select
          @change=${(event: Event) => {
            this.months = Number((event.target as HTMLSelectElement).value);
            this.announce("prorata-months-change", this.months);
          }}
        >
          ${choices.map((count) => html`<option value=${count} ?selected=${Object.is(count, months)}>${count}</option>`)}
        </select>
      </label>
    `;
  }

  private renderMonth({ rows, cheapest }: Comparison) {
    const text = this.wording.text.comparison;
    const heads = [text.total, text.dueToday, text.perThousand, text.price, text.quota, text.excess, text.overage];
    return this.renderTable(
      "month",
      text.month,
      text.monthNote,
      heads,
      rows.map((row) => {
        const mark = row.plan === cheapest.month ? text.cheapestMonth : "";
        return this.renderRow(row, mark, heads.length, row.month && this.monthCells(row));
      }),
    );
  }

  private monthCells({ change, amountDue, month }: Row): TemplateResult | null {
    if (!month) return null;
    const { text, money, minutes } = this.wording;
    return html`
      <td class="total">
        ${money(month.total)}
        ${
          month.unservedMinutes > 0
            ? html`<span class="unserved small">${text.comparison.unserved(minutes(month.unservedMinutes))}</span>`
            : nothing
        }
      </td>
      ${amountDue === null ? html`<td class="reason">${this.refusal(change)}</td>` : html`<td>${money(amountDue)}</td>`}
      <td>${month.perThousand === null ? "—" : money(month.perThousand)}</td>
      <td>${money(month.price)}</td>
      <td>${minutes(month.quotaMinutes)}</td>
      <td>${minutes(month.excessMinutes)}</td>
      <td>${month.unservedMinutes > 0 ? "—" : money(month.overageAmount)}</td>
    `;
  }

  private renderLong({ rows, cheapest }: Comparison) {
    const text = this.wording.text.comparison;
    const heads = [text.total, text.planAmount, text.packs, text.overage];
    return this.renderTable(
      "long",
      text.long(this.monthsShown),
      text.longNote,
      heads,
      rows.map((row) => {
        const mark = row.plan === cheapest.long ? text.cheapestLong(this.monthsShown) : "";
        return this.renderRow(row, mark, heads.length, row.month && this.longCells(row));
      }),
    );
  }

  private longCells({ long }: Row): TemplateResult {
    const { text, money, minutes, pack } = this.wording;
    if (!long) return html`<td class="words reason" colspan="4">${text.comparison.cannotCover}</td>`;
    const { planAmount, packs, packAmount, overageAmount, total } = long;
    return html`
      <td class="total">${money(total)}</td>
      <td>${money(planAmount)}</td>
      <td>
        ${money(packAmount)}
        ${packs.map(
          (item) =>
            html`<span class="pack small muted">${text.comparison.packCount(minutes(item.quantity), pack(item.pack))}</span>`,
        )}
      </td>
      <td>${money(overageAmount)}</td>
    `;
  }

  private renderRow({ plan, change }: Row, mark: string, width: number, cells: TemplateResult | null) {
    return html`
      <tr>
        <th scope="row">
          ${this.wording.plan(plan)} ${mark ? html`<span class="mark">${mark}</span>` : nothing}
        </th>
        ${cells ?? html`<td class="words reason" colspan=${width}>${this.refusal(change)}</td>`}
      </tr>
    `;
  }

  private renderTable(id: string, title: string, note: string, heads: string[], rows: TemplateResult[]) {
    return html`
      <div>
        <h3 id=${id}>${title}</h3>
        <p class="small muted">${note}</p>
        <div class="scroll" role="region" aria-labelledby=${id} tabindex="0">
          <table aria-labelledby=${id}>
            <thead>
              <tr>
                <th scope="col">${this.wording.text.comparison.plan}</th>
                ${heads.map((head) => html`<th scope="col">${head}</th>`)}
              </tr>
            </thead>
            <tbody>${rows}</tbody>
          </table>
        </div>
      </div>
    `;
  }

  private refusal({ reason, allowedFrom }: Row["change"]) {
    const { text, date } = this.wording;
    return reason === null ? text.comparison.salesOnly : text.plans.refused[reason](allowedFrom && date(allowedFrom));
  }
}
