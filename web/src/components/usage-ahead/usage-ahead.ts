import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { UsageAhead } from "../../elements.ts";
import type { Wording } from "../../language/wording.ts";
import {
  forecastAhead,
  leastGrowth,
  monthsAhead,
  monthsFrom,
  mostGrowth,
  startingUsageAhead,
} from "../../state/usage-ahead.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./usage-ahead.styles.ts";
import "../number-field/number-field.ts";

/** Settled once the buyer has stopped moving the slider or typing. */
export type UsageAheadEvent = CustomEvent<{ usageAhead: UsageAhead; settled: boolean }>;

const settlingTime = 250;

/** What the slider spans; any other growth can be typed. */
const slid = { least: -20, most: 50 };

/** Usage over the coming months: as forecast, growing, or typed. Emits "usage-ahead-change". */
@customElement("prorata-usage-ahead")
export class UsageAheadForm extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) date = "";
  /** The forecast for the month of `date`. */
  @property({ attribute: false }) minutes: number | undefined;
  @property({ attribute: false }) usageAhead: UsageAhead = startingUsageAhead;
  /** The month that is at fault. */
  @property({ attribute: false }) monthAtFault: number | undefined;

  private settling: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.settling);
  }

  override render() {
    const { usageAhead } = this;
    const text = this.wording.text.usageAhead;
    return html`
      <div class="ahead">
        <div class="ways" role="group" aria-label=${text.by}>
          ${(["flat", "growth", "months"] as const).map(
            (by) => html`
              <button type="button" aria-pressed=${by === usageAhead.by} @click=${() => this.choose(by)}>
                ${text.ways[by]}
              </button>
            `,
          )}
        </div>
        ${{ flat: () => this.renderFlat(), growth: () => this.renderGrowth(), months: () => this.renderMonths() }[usageAhead.by]()}
      </div>
    `;
  }

  private renderFlat() {
    const { wording, minutes } = this;
    const text = wording.text.usageAhead;
    return html`<p class="small muted">${this.isKnown(minutes) ? text.flat(wording.minutes(minutes)) : text.unknown}</p>`;
  }

  private renderGrowth() {
    const { growth } = this.usageAhead;
    const { text, minutes } = this.wording;
    return html`
      <div class="growth">
        <prorata-number
          .wording=${this.wording}
          .label=${text.usageAhead.growth}
          .value=${growth}
          .min=${leastGrowth}
          .max=${mostGrowth}
          @number-change=${({ detail }: CustomEvent<number>) => this.move({ growth: detail })}
        ></prorata-number>
        <div>
          <input
            type="range"
            min=${slid.least}
            max=${slid.most}
            step="1"
            aria-label=${text.usageAhead.slider}
            aria-valuetext=${Number.isNaN(growth) ? nothing : text.usageAhead.percent(minutes(growth))}
            .value=${live(String(Number.isNaN(growth) ? 0 : growth))}
            @input=${(event: Event) => this.move({ growth: (event.target as HTMLInputElement).valueAsNumber })}
          />
          <div class="ends small muted figure" aria-hidden="true">
            <span>${minutes(slid.least)}%</span><span>${minutes(slid.most)}%</span>
          </div>
        </div>
      </div>
      <p class="small muted">${this.describeGrowth()}</p>
    `;
  }

  private describeGrowth() {
    const { growth } = this.usageAhead;
    const { text, minutes: count, month } = this.wording;
    const first = monthsFrom(this.date, 1)?.[0];
    if (!this.isKnown(this.minutes)) return text.usageAhead.unknown;
    if (first === undefined || !Number.isInteger(growth)) return nothing;
    const describe = growth < 0 ? text.usageAhead.shrinking : text.usageAhead.growing;
    return describe(count(this.minutes), month(first), count(Math.abs(growth)));
  }

  private renderMonths() {
    const { months } = this.usageAhead;
    const { text, minutes, month } = this.wording;
    const names = monthsFrom(this.date, months.length);
    return html`
      <div class="months" role="group" aria-label=${text.usageAhead.minutes}>
        ${months.map((count, index) => {
          const name = names?.[index];
          return html`
            <prorata-number
              .wording=${this.wording}
              .label=${name === undefined ? text.usageAhead.month(minutes(index + 1)) : month(name)}
              .value=${count}
              .isWrong=${index === this.monthAtFault}
              @number-change=${({ detail }: CustomEvent<number>) => this.move({ months: months.with(index, detail) })}
            ></prorata-number>
          `;
        })}
      </div>
    `;
  }

  /** The months typed start with what the way chosen before made of them. */
  private choose(by: UsageAhead["by"]) {
    const { usageAhead } = this;
    clearTimeout(this.settling);
    if (by === "months" && usageAhead.months.length === 0)
      this.emit({ ...usageAhead, by, months: this.firstMonths() }, true);
    else this.emit({ ...usageAhead, by }, true);
  }

  private firstMonths(): number[] {
    const { minutes, usageAhead } = this;
    const { by, growth } = usageAhead;
    const known = this.isKnown(minutes) ? minutes : 0;
    const couldGrow = by !== "growth" || (Number.isInteger(growth) && growth >= leastGrowth && growth <= mostGrowth);
    return forecastAhead(couldGrow ? usageAhead : startingUsageAhead, known) ?? Array(monthsAhead).fill(known);
  }

  private isKnown(minutes: number | undefined): minutes is number {
    return minutes !== undefined && !Number.isNaN(minutes);
  }

  private move(part: Partial<UsageAhead>) {
    const usageAhead = { ...this.usageAhead, ...part };
    this.emit(usageAhead, false);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.emit(usageAhead, true), settlingTime);
  }

  private emit(usageAhead: UsageAhead, settled: boolean) {
    this.dispatchEvent(new CustomEvent("usage-ahead-change", { detail: { usageAhead, settled } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-usage-ahead": UsageAheadForm;
  }
}
