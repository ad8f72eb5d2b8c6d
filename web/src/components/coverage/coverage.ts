import { html, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Coverage } from "prorata";
import type { CoverageElement } from "../../elements.ts";
import type { Answer } from "../../state/answer.ts";
import { coverFor } from "../../state/outlook.ts";
import { suspends } from "../../state/plans.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { PricedPart } from "../pricing-element.ts";
import { styles } from "./coverage.styles.ts";
import { patternStyles } from "./patterns.styles.ts";
import { type Part, patterns } from "./patterns.ts";

type Source = Coverage["sources"][number];

/** A row of the table, and a piece of the bar where it takes any minutes of the month. */
interface Row {
  part: Part;
  name: string;
  about?: string;
  available?: number;
  used: number;
  left?: number;
}

const partOf = (source: Source): Part => (source.kind === "plan" ? "plan" : source.owned ? "owned" : "cart");

@customElement("prorata-coverage")
export class CoveragePanel extends PricedPart implements CoverageElement {
  static override styles = [theme, controls, table, patternStyles, styles];

  @property({ attribute: false }) minutes: number | undefined;

  /** Absent where no usage is expected. */
  private answer: Answer<Coverage> | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (!this.concernsQuote(changed) && !changed.has("minutes")) return;
    const { calculator, request, minutes } = this;
    this.answer = minutes === undefined ? undefined : coverFor(calculator, request, minutes);
  }

  override render() {
    const { text } = this.wording;
    const { value, fault } = this.answer ?? {};
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading" part="heading">${text.coverage.heading}</h2>
        ${
          value && this.minutes !== undefined
            ? this.renderCoverage(value, this.minutes)
            : (this.renderFault(fault, text.coverage.fault) ?? html`<p class="muted">—</p>`)
        }
      </section>
    `;
  }

  private renderCoverage(coverage: Coverage, minutes: number) {
    const rows = this.rows(coverage);
    return html`${this.renderBar(rows, minutes)} ${this.renderDates(coverage)} ${this.renderTable(rows, minutes)}`;
  }

  private rows({ sources, overage, unservedMinutes }: Coverage): Row[] {
    const { text } = this.wording;
    const rows: Row[] = sources.map((source) => ({
      part: partOf(source),
      ...this.describe(source),
      available: source.minutes,
      used: source.used,
      left: source.left,
    }));
    if (overage.minutes > 0) rows.push({ part: "overage", name: text.coverage.overage, used: overage.minutes });
    if (unservedMinutes > 0) rows.push({ part: "unserved", name: text.coverage.unserved, used: unservedMinutes });
    return rows;
  }

  private describe(source: Source): Pick<Row, "name" | "about"> {
    const { text, plan, pack, date } = this.wording;
    if (source.kind === "plan") return { name: text.coverage.quota(plan(source.plan)) };
    const kind = source.pack === null ? text.coverage.unknownPack : pack(source.pack);
    return {
      name: source.owned ? text.coverage.owned(kind) : text.coverage.inCart(kind),
      about: text.coverage.window(date(source.purchasedOn), date(source.validThrough)),
    };
  }

  private renderBar(rows: Row[], total: number) {
    const { text, minutes } = this.wording;
    if (total === 0) return html`<p class="muted">${text.coverage.none}</p>`;
    const drawn = rows.filter(({ used }) => used > 0);
    const parts = drawn.map(({ name, used }) => text.coverage.part(name, minutes(used))).join(text.coverage.separator);
    const share = (count: number) => `${(count / total) * 100}%`;
    let end = 0;
    const pieces = rows.map(({ part, used }, index) => {
      const from = end;
      end += used;
      return { part, used, from, key: minutes(index + 1) };
    });
    const usedMinutes = this.account?.usedMinutes ?? 0;
    return html`
      <svg class="bar" role="img" aria-label=${text.coverage.bar(minutes(total), parts)} height="44">
        ${patterns}
        ${pieces.map(({ part, used, from }) =>
          used === 0
            ? nothing
            : svg`<rect class="piece ${part}-piece" x=${share(from)} width=${share(used)} y="0" height="36" fill="url(#${part})" />`,
        )}
        ${
          usedMinutes > 0
            ? svg`<line class="so-far" x1=${share(usedMinutes)} x2=${share(usedMinutes)} y1="0" y2="44" />`
            : nothing
        }
        ${pieces.map(({ used, from, key }) =>
          used / total > 0.045
            ? svg`
                <g class=${used / total > 0.1 ? "" : "tight"}>
                  <circle class="key-ground" cx=${share(from + used / 2)} cy="18" r="10" />
                  <text class="key" x=${share(from + used / 2)} y="18" text-anchor="middle" dominant-baseline="central">${key}</text>
                </g>
              `
            : nothing,
        )}
      </svg>
      ${
        usedMinutes > 0
          ? html`<p class="small muted"><span class="tick" aria-hidden="true"></span>${text.coverage.usedSoFar(minutes(usedMinutes))}</p>`
          : nothing
      }
    `;
  }

  private renderDates({ exhaustedOn, overage, unservedMinutes, sources }: Coverage) {
    const { text, date, money, minutes, plan } = this.wording;
    const day = (civil: string | null) => (civil === null ? text.coverage.notThisMonth : date(civil));
    const { price, perMinutes } = this.priceList.overage;
    const source = sources.find(({ kind }) => kind === "plan");
    const suspended = source?.kind === "plan" && suspends(this.priceList, source.plan) ? source.plan : null;
    return html`
      <dl>
        ${this.renderFigure(text.coverage.planLasts, day(exhaustedOn.plan))}
        ${this.renderFigure(text.coverage.allLasts, day(exhaustedOn.all))}
        ${
          suspended === null
            ? this.renderFigure(
                text.coverage.overage,
                money(overage.amount),
                html`${text.coverage.overageRate(money(price), minutes(perMinutes))}`,
              )
            : this.renderFigure(
                text.coverage.unserved,
                text.forecast.value(minutes(unservedMinutes)),
                html`${text.coverage.unservedNote(plan(suspended))}`,
              )
        }
      </dl>
    `;
  }

  private renderFigure(term: string, figure: string, note?: TemplateResult) {
    return html`
      <div>
        <dt>${term}</dt>
        <dd class="value">${figure}</dd>
        ${note ? html`<dd class="small muted">${note}</dd>` : nothing}
      </div>
    `;
  }

  private renderTable(rows: Row[], total: number) {
    const { minutes } = this.wording;
    const text = this.wording.text.coverage;
    const count = (value: number | undefined) => (value === undefined ? "" : minutes(value));
    return html`
      <details>
        <summary class="small muted">${text.table}</summary>
        <div class="scroll" role="region" aria-label=${text.table} tabindex="0">
        <table aria-label=${text.table}>
          <thead>
            <tr>
              <th scope="col">${text.source}</th>
              <th scope="col">${text.drawn}</th>
              <th scope="col">${text.available}</th>
              <th scope="col">${text.left}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ part, name, about, available, used, left }, index) => html`
                <tr>
                  <th scope="row">
                    <span class="source">
                      <svg class="swatch" width="28" height="20" aria-hidden="true">
                        <rect class="piece ${part}-piece" width="28" height="20" fill="url(#${part})" />
                      </svg>
                      <span>
                        <span class="muted" aria-hidden="true">${minutes(index + 1)}</span> ${name}
                        ${about ? html`<span class="about small muted">${about}</span>` : nothing}
                      </span>
                    </span>
                  </th>
                  <td>${count(used)}</td>
                  <td>${count(available)}</td>
                  <td>${count(left)}</td>
                </tr>
              `,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${text.total}</th>
              <td>${minutes(total)}</td>
              <td></td>
              <td></td>
            </tr>
          </tfoot>
        </table>
      </div>
      </details>
    `;
  }
}
