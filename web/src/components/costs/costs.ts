import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Comparison } from "prorata";
import { answer } from "../../state/answer.ts";
import { type CostLine, costLines, MonthTotals, markedUsages, totalsOf } from "../../state/costs.ts";
import { compareFor } from "../../state/outlook.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { PricedElement } from "../pricing-element.ts";
import { chartHeight, drawChart, plotOf } from "./chart.ts";
import { styles } from "./costs.styles.ts";
import { roundUp } from "./geometry.ts";

/** As finely as the chart can be read. */
const steps = 200;

/** What a month costs on each plan by usage: a chart, the break-even points, and the chart's figures as a table. */
@customElement("prorata-costs")
export class CostsPanel extends PricedElement {
  static override styles = [theme, controls, table, styles];

  /** The usage of a whole month. */
  @property({ attribute: false }) minutes: number | undefined;

  @state() private width = 0;
  @state() private showsFigures = false;
  /** The usage that is read, in steps of the chart's width; undefined: the forecast. */
  @state() private step: number | undefined;

  private comparison: Comparison | undefined;
  private totals!: MonthTotals;
  private lines: CostLine[] = [];
  private end = 0;

  /** None under jsdom, where nothing has a width. */
  private readonly observer: ResizeObserver | undefined =
    globalThis.ResizeObserver &&
    new ResizeObserver(([entry]) => {
      this.width = Math.floor(entry?.contentRect.width ?? 0);
    });

  override connectedCallback() {
    super.connectedCallback();
    this.observer?.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const { calculator, date, held, minutes } = this;
    if (changed.has("calculator") || changed.has("date")) this.totals = new MonthTotals(calculator, date);
    if (!this.concernsAccount(changed) && !changed.has("minutes")) return;
    this.comparison = minutes === undefined ? undefined : compareFor(calculator, held, minutes, 1).value;
    if (this.comparison && minutes !== undefined) this.layOut(this.comparison, minutes);
  }

  override render() {
    const { comparison, minutes, wording } = this;
    const text = wording.text.costs;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading" part="heading">${text.heading}</h2>
        ${
          comparison && minutes !== undefined
            ? html`
                ${this.renderChart(comparison, minutes)} ${this.renderBreaks(comparison)}
                ${this.renderFigures(comparison, minutes)}
              `
            : html`<p class="muted">—</p>`
        }
      </section>
    `;
  }

  /** As far as a quarter beyond the last break-even point and the forecast; where that is past counting, to the forecast. */
  private layOut(comparison: Comparison, forecast: number) {
    const breaks = comparison.breakpoints.map(({ fromMinutes }) => fromMinutes);
    const end = Math.min(Number.MAX_SAFE_INTEGER, roundUp(Math.max(...breaks, forecast) * 1.25));
    const atEnd = answer(() => this.totals.at(end)).value;
    this.end = atEnd ? end : forecast;
    this.step = undefined;
    this.lines = costLines(comparison, this.end, atEnd ?? totalsOf(comparison));
  }

  private renderChart({ breakpoints }: Comparison, forecast: number) {
    const { lines, end, wording, width } = this;
    const text = wording.text.costs;
    const drawn = Math.max(200, width - 42);
    const isCut = lines.some((line) => line.isCut);
    return html`
      <svg
        class="chart"
        role="img"
        aria-label=${text.chart}
        aria-describedby="note breaks"
        width=${drawn}
        height=${chartHeight}
        @pointermove=${(event: PointerEvent) => this.point(event.offsetX, drawn)}
        @pointerdown=${(event: PointerEvent) => this.point(event.offsetX, drawn)}
      >
        ${drawChart({ lines, breakpoints, forecast, end, read: this.step === undefined ? undefined : this.usageRead(forecast) }, wording, drawn)}
      </svg>
      <p class="axis small muted">${text.axis}</p>
      ${this.renderReader(forecast)}
      <p class="small muted" id="note">${[text.note, ...(isCut ? [text.suspends] : [])].join(wording.text.betweenSentences)}</p>
    `;
  }

  private usageRead(forecast: number): number {
    return this.step === undefined ? forecast : Math.round((this.step / steps) * this.end);
  }

  private point(at: number, width: number) {
    const { left, right } = plotOf({ lines: this.lines }, this.wording, width);
    this.step = Math.min(steps, Math.max(0, Math.round(((at - left) / (right - left)) * steps)));
  }

  /** What every plan comes to where the pointer is, or the slider. */
  private renderReader(forecast: number) {
    const { text, plan, money, minutes } = this.wording;
    const usage = this.usageRead(forecast);
    const totals = answer(() => this.totals.at(usage)).value ?? [];
    const readings = (this.comparison?.rows ?? []).flatMap(({ plan: id, month }, index) => {
      const total = totals[index] ?? null;
      return month ? [{ name: plan(id), value: total === null ? text.costs.notServed : money(total) }] : [];
    });
    const words = readings.map(({ name, value }) => text.coverage.part(name, value)).join(text.coverage.separator);
    return html`
      <div class="reader">
        <input
          type="range"
          min="0"
          max=${steps}
          aria-label=${text.costs.read}
          aria-valuetext=${text.coverage.bar(minutes(usage), words)}
          .value=${live(String(this.step ?? Math.round((forecast / this.end) * steps)))}
          @input=${(event: Event) => {
            this.step = (event.target as HTMLInputElement).valueAsNumber;
          }}
        />
        <dl class="readings small">
          <div><dt>${text.costs.usage}</dt> <dd class="figure">${minutes(usage)}</dd></div>
          ${readings.map(({ name, value }) => html`<div><dt>${name}</dt> <dd class="figure">${value}</dd></div> `)}
        </dl>
      </div>
    `;
  }

  private renderBreaks({ breakpoints }: Comparison) {
    const { text, plan, minutes } = this.wording;
    return html`
      <div>
        <h3 id="breaks-heading">${text.costs.breaks}</h3>
        <table id="breaks" class="breaks" aria-labelledby="breaks-heading">
          <thead>
            <tr>
              <th scope="col">${text.comparison.plan}</th>
              <th scope="col">${text.costs.from}</th>
              <th scope="col">${text.costs.through}</th>
            </tr>
          </thead>
          <tbody>
            ${breakpoints.map(
              (range) => html`
                <tr>
                  <th scope="row">${plan(range.plan)}</th>
                  <td>${minutes(range.fromMinutes)}</td>
                  <td>${range.throughMinutes === null ? text.costs.andMore : minutes(range.throughMinutes)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderFigures(comparison: Comparison, forecast: number) {
    const { text } = this.wording;
    return html`
      <details
        @toggle=${(event: Event) => {
          this.showsFigures = (event.target as HTMLDetailsElement).open;
        }}
      >
        <summary id="figures">${text.costs.figures}</summary>
        <div class="scroll" role="region" aria-labelledby="figures" tabindex="0">
          ${this.showsFigures ? this.renderTable(comparison, forecast) : nothing}
        </div>
      </details>
    `;
  }

  private renderTable(comparison: Comparison, forecast: number) {
    const { text, plan } = this.wording;
    const sold = comparison.rows.filter(({ month }) => month !== null);
    return html`
      <table aria-labelledby="figures">
        <thead>
          <tr>
            <th scope="col">${text.costs.usage}</th>
            ${sold.map((row) => html`<th scope="col">${plan(row.plan)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${markedUsages(comparison, forecast, this.end).map((usage) => this.renderUsage(comparison, usage, forecast))}
        </tbody>
      </table>
    `;
  }

  private renderUsage(comparison: Comparison, usage: number, forecast: number) {
    const { text, minutes, money } = this.wording;
    const { rows, breakpoints } = comparison;
    const totals = usage === forecast ? totalsOf(comparison) : this.totals.at(usage);
    const isBreak = usage > 0 && breakpoints.some(({ fromMinutes }) => fromMinutes === usage);
    const cheapest = breakpoints.find(({ throughMinutes }) => throughMinutes === null || usage <= throughMinutes)?.plan;
    const about = (words: string) => html`<span class="about small muted">${words}</span>`;
    return html`
      <tr>
        <th scope="row">
          ${minutes(usage)} ${isBreak ? about(text.costs.isBreak) : nothing}
          ${usage === forecast ? about(text.costs.isForecast) : nothing}
        </th>
        ${rows.map(({ plan, month }, index) => {
          if (!month) return nothing;
          const total = totals[index] ?? null;
          return html`
            <td>
              ${total === null ? text.costs.notServed : html`<span class="figure">${money(total)}</span>`}
              ${plan === cheapest ? html`<span class="mark">${text.comparison.cheapestMonth}</span>` : nothing}
            </td>
          `;
        })}
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-costs": CostsPanel;
  }
}
