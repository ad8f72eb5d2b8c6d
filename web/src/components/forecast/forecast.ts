import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Catalog } from "prorata";
import type { CallGroup, Forecast } from "../../elements.ts";
import type { Wording } from "../../language/wording.ts";
import type { Answer } from "../../state/answer.ts";
import type { ConvertedCalls, Estimate } from "../../state/forecast.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import type { CallsEvent } from "../calls/calls.ts";
import { customElement } from "../custom-element.ts";
import { InTurn } from "../in-turn.ts";
import { styles } from "./forecast.styles.ts";
import { lastPosition, minutesAt, positionOf, scaleEnd } from "./scale.ts";
import "../calls/calls.ts";
import "../number-field/number-field.ts";

/** Settled once the buyer has stopped moving the slider or typing. */
export type ForecastEvent = CustomEvent<{ forecast: Forecast | undefined; settled: boolean }>;

const settlingTime = 250;

/** The month's usage, by a number or by describing calls. Emits "forecast-change". */
@customElement("prorata-forecast")
export class ForecastPanel extends InTurn {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) forecast!: Forecast;
  /** What the forecast is estimated from, unless the buyer has made one. */
  @property({ attribute: false }) estimate: Estimate | undefined;
  @property({ attribute: false }) calls: Answer<ConvertedCalls> | undefined;

  /** Held while the thumb is moved, so that the scale does not grow under it. */
  @state() private heldEnd: number | undefined;

  private settling: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.settling);
  }

  override render() {
    const { forecast, wording } = this;
    const text = wording.text.forecast;
    return html`
      <section class="panel" aria-labelledby="heading">
        <div class="heading">
          <div>
            <h2 id="heading" part="heading">${text.heading}</h2>
            <p class="small muted">${text.note}</p>
            <p class="small muted">${this.describeEstimate()}</p>
          </div>
          <div class="ways" role="group" aria-label=${text.by}>
            ${(["minutes", "calls"] as const).map(
              (by) => html`
                <button
                  type="button"
                  aria-pressed=${by === forecast.by}
                  @click=${() => this.settle({ ...forecast, by })}
                >${text.ways[by]}</button>
              `,
            )}
          </div>
        </div>
        ${forecast.by === "minutes" ? this.renderMinutes() : this.renderCalls()}
      </section>
    `;
  }

  private describeEstimate() {
    const { estimate, wording } = this;
    const text = wording.text.forecast;
    if (!estimate)
      return html`<button type="button" class="quiet" @click=${() => this.settle(undefined)}>${text.useEstimate}</button>`;
    const { from } = estimate;
    return from === "quota"
      ? text.estimatedQuota
      : text.estimated(wording.minutes(from.usedMinutes), wording.minutes(from.days));
  }

  private renderMinutes() {
    const { wording, heldEnd } = this;
    const text = wording.text.forecast;
    const { minutes } = this.forecast;
    const end = heldEnd ?? scaleEnd(minutes);
    return html`
      <div class="minutes">
        <prorata-number
          .wording=${wording}
          .label=${text.minutes}
          .value=${minutes}
          @number-change=${({ detail }: CustomEvent<number>) => this.move(detail)}
        ></prorata-number>
        <div class="slider">
          <input
            type="range"
            min="0"
            step="1"
            max=${lastPosition(end)}
            aria-label=${text.slider}
            aria-valuetext=${Number.isNaN(minutes) ? nothing : text.value(wording.minutes(minutes))}
            .value=${live(String(positionOf(minutes)))}
            @input=${(event: Event) => this.slide((event.target as HTMLInputElement).valueAsNumber, end)}
            @change=${() => {
              this.heldEnd = undefined;
            }}
          />
          <div class="ends small muted figure" aria-hidden="true">
            <span>0</span><span>${wording.minutes(minutesAt(lastPosition(end)))}</span>
          </div>
        </div>
      </div>
    `;
  }

  private renderCalls() {
    const { forecast } = this;
    return html`
      <prorata-calls
        .conversion=${this.catalog.conversion}
        .wording=${this.wording}
        .sdk=${forecast.sdk}
        .groups=${forecast.calls as CallGroup[]}
        .answer=${this.calls}
        @calls-change=${({ detail }: CallsEvent) => this.settle({ ...forecast, ...detail })}
      ></prorata-calls>
    `;
  }

  private slide(position: number, end: number) {
    this.heldEnd = end;
    this.move(minutesAt(position));
  }

  private move(minutes: number) {
    const forecast = { ...this.forecast, minutes };
    this.emit(forecast, false);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.emit(forecast, true), settlingTime);
  }

  private settle(forecast: Forecast | undefined) {
    clearTimeout(this.settling);
    this.emit(forecast, true);
  }

  private emit(forecast: Forecast | undefined, settled: boolean) {
    this.dispatchEvent(new CustomEvent("forecast-change", { detail: { forecast, settled } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-forecast": ForecastPanel;
  }
}
