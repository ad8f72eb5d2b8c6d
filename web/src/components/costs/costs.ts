import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Calculator, Comparison } from "prorata";
import type { Wording } from "../../language/wording.ts";
import { bends, type Costs, costsAt } from "../../state/costs.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { chartHeight, drawChart } from "./chart.ts";
import { styles } from "./costs.styles.ts";
import { roundUp } from "./geometry.ts";

/** What a month costs on each plan by usage: a chart, the break-even points, and the chart's figures as a table. */
@customElement("prorata-costs")
export class CostsPanel extends LitElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) calculator!: Calculator;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) on = "";
  @property({ attribute: false }) minutes: number | undefined;
  @property({ attribute: false }) comparison: Comparison | undefined;

  @state() private width = 0;

  private costs: Costs = [];
  private end = 0;

  private readonly observer = new ResizeObserver(([entry]) => {
    this.width = Math.floor(entry?.contentRect.width ?? 0);
  });

  override connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!this.comparison || this.minutes === undefined) return;
    if (changed.has("comparison") || changed.has("calculator")) this.ask(this.comparison, this.minutes);
  }

  override render() {
    const { comparison, minutes, wording } = this;
    const text = wording.text.costs;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">${text.heading}</h2>
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

  /** As far as a quarter beyond the last break-even point and the forecast. */
  private ask({ breakpoints }: Comparison, forecast: number) {
    const breaks = breakpoints.map(({ fromMinutes }) => fromMinutes);
    this.end = Math.min(Number.MAX_SAFE_INTEGER, roundUp(Math.max(...breaks, forecast) * 1.25));
    this.costs = costsAt(this.calculator, this.on, bends(this.calculator, breaks, forecast, this.end));
  }

  private renderChart({ breakpoints }: Comparison, forecast: number) {
    const { costs, end, wording, width } = this;
    const text = wording.text.costs;
    const drawn = Math.max(200, width - 42);
    const isCut = costs.some((line) => line.costs.some(({ total }) => total === null));
    return html`
      <svg
        class="chart"
        role="img"
        aria-label=${text.chart}
        aria-describedby="note breaks"
        width=${drawn}
        height=${chartHeight}
      >
        ${drawChart({ costs, breakpoints, forecast, end }, wording, drawn)}
      </svg>
      <p class="small muted" id="note">${text.note}${isCut ? ` ${text.suspends}` : nothing}</p>
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

  private renderFigures({ breakpoints }: Comparison, forecast: number) {
    const { text, plan, minutes, money } = this.wording;
    const { costs } = this;
    const usages = costs[0]?.costs.map(({ minutes }) => minutes) ?? [];
    const isBreak = (usage: number) => usage > 0 && breakpoints.some(({ fromMinutes }) => fromMinutes === usage);
    const cheapest = (usage: number) =>
      breakpoints.find(({ throughMinutes }) => throughMinutes === null || usage <= throughMinutes)?.plan;
    return html`
      <details>
        <summary id="figures">${text.costs.figures}</summary>
        <div class="scroll" role="region" aria-labelledby="figures" tabindex="0">
          <table aria-labelledby="figures">
            <thead>
              <tr>
                <th scope="col">${text.costs.usage}</th>
                ${costs.map((line) => html`<th scope="col">${plan(line.plan)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${usages.map(
                (usage, index) => html`
                  <tr>
                    <th scope="row">
                      ${minutes(usage)}
                      ${isBreak(usage) ? html`<span class="about small muted">${text.costs.isBreak}</span>` : nothing}
                      ${usage === forecast ? html`<span class="about small muted">${text.costs.isForecast}</span>` : nothing}
                    </th>
                    ${costs.map((line) => {
                      const total = line.costs[index]?.total ?? null;
                      return html`
                        <td>
                          ${total === null ? text.costs.notServed : html`<span class="figure">${money(total)}</span>`}
                          ${cheapest(usage) === line.plan ? html`<span class="mark">${text.comparison.cheapest}</span>` : nothing}
                        </td>
                      `;
                    })}
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-costs": CostsPanel;
  }
}
