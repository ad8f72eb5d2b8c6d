import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { Catalog, Media, Role, Sdk } from "prorata";
import type { CallGroup, Streams } from "../../elements.ts";
import type { Wording } from "../../language/wording.ts";
import type { Answer } from "../../state/answer.ts";
import { type ConvertedCalls, firstGroup, receivesStreams } from "../../state/forecast.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./calls.styles.ts";
import "../fault/fault.ts";
import "../number-field/number-field.ts";

export type CallsEvent = CustomEvent<{ sdk: Sdk } | { calls: CallGroup[] }>;

type Choice = { value: string; label: string };

const typed = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

const firstStreams: Streams = { width: 640, height: 360, count: 3 };

/** Calls described by groups of people, and the standard minutes they come to. Emits "calls-change". */
@customElement("prorata-calls")
export class Calls extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) conversion!: Catalog["conversion"];
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) sdk: Sdk = "native";
  @property({ attribute: false }) groups: readonly CallGroup[] = [];
  @property({ attribute: false }) answer: Answer<ConvertedCalls> | undefined;

  override render() {
    const { groups, wording } = this;
    const { text } = wording;
    return html`
      ${this.renderSdk()}
      <ul>
        ${groups.map((group, index) => this.renderGroup(group, index))}
      </ul>
      <button type="button" @click=${() => this.become([...groups, groups.at(-1) ?? firstGroup])}>
        ${text.calls.add}
      </button>
      ${this.renderFault()}
      <div class="result" role="status">${this.renderResult()}</div>
    `;
  }

  /** What the price list knows of the client in use. */
  private get coefficients() {
    return this.conversion.coefficients[this.sdk] ?? {};
  }

  private renderSdk() {
    const text = this.wording.text.calls;
    const sdks = Object.keys(this.conversion.coefficients) as Sdk[];
    if (sdks.length < 2 && sdks.includes(this.sdk)) return nothing;
    const choices = sdks.map((sdk) => ({ value: sdk, label: text.sdks[sdk] }));
    return html`
      <label class="field sdk">
        <span>${text.sdk}</span>
        <select @change=${(event: Event) => this.emit({ sdk: typed(event) as Sdk })}>
          ${this.renderChoices(choices, this.sdk)}
        </select>
      </label>
    `;
  }

  private renderGroup(group: CallGroup, index: number) {
    const { groups, wording, coefficients } = this;
    const text = wording.text.calls;
    const number = wording.minutes(index + 1);
    const replace = (part: Partial<CallGroup>) =>
      this.become(groups.map((other, at) => (at === index ? { ...other, ...part } : other)));
    const roles = (Object.keys(coefficients) as Role[]).map((role) => ({ value: role, label: text.roles[role] }));
    return html`
      <li>
        <div class="about" role="group" aria-labelledby="group-${index}">
          <div class="group">
            <span id="group-${index}">${text.group(number)}</span>
          ${
            groups.length > 1
              ? html`
                  <button
                    type="button"
                    aria-label=${text.removeGroup(number)}
                    @click=${() => this.become(groups.filter((_, at) => at !== index))}
                  >${text.remove}</button>
                `
              : nothing
          }
          </div>
          <div class="fields">
            ${this.renderNumber(text.people, group.people, (people) => replace({ people }))}
            <label class="field">
              <span>${text.role}</span>
              <select @change=${(event: Event) => replace({ role: typed(event) as Role })}>
                ${this.renderChoices(roles, group.role)}
              </select>
            </label>
            ${this.renderReceives(group, replace)} ${this.renderTime(group, index, replace)}
            ${this.renderNumber(text.days, group.daysPerMonth, (daysPerMonth) => replace({ daysPerMonth }), 31)}
          </div>
          ${receivesStreams(group.receives) ? this.renderStreams(group.receives, replace) : nothing}
        </div>
      </li>
    `;
  }

  private renderReceives({ role, receives }: CallGroup, replace: (part: Partial<CallGroup>) => void) {
    const text = this.wording.text.calls;
    const media = (Object.keys(this.coefficients[role] ?? {}) as Media[]).map((media) => ({
      value: media,
      label: text.media[media],
    }));
    const chosen = receivesStreams(receives) ? "streams" : receives;
    return html`
      <label class="field">
        <span>${text.receives}</span>
        <select
          @change=${(event: Event) => {
            const value = typed(event);
            replace({ receives: value === "streams" ? [firstStreams] : (value as Media) });
          }}
        >
          ${this.renderChoices([...media, { value: "streams", label: text.streams }], chosen)}
        </select>
      </label>
    `;
  }

  private renderTime({ minutesPerDay }: CallGroup, index: number, replace: (part: Partial<CallGroup>) => void) {
    const text = this.wording.text.calls;
    // A time that is none starts again from 0 in the other field.
    const past = minutesPerDay % 60 || 0;
    const hours = (minutesPerDay - past) / 60;
    const wholeHours = hours || 0;
    const part = (label: string, value: number, max: number, unit: string, change: (value: number) => void) => html`
      <prorata-number
        .wording=${this.wording}
        .label=${label}
        .hidesLabel=${true}
        .value=${value}
        .max=${max}
        @number-change=${({ detail }: CustomEvent<number>) => change(detail)}
      ></prorata-number><span>${unit}</span>
    `;
    return html`
      <div class="field time" role="group" aria-labelledby="time-${index}">
        <span id="time-${index}">${text.time}</span>
        <div class="joined">
          ${part(text.hours, hours, 24, text.hoursUnit, (value) => replace({ minutesPerDay: value * 60 + past }))}
          ${part(text.minutesPast, past, 59, text.minutesUnit, (value) => replace({ minutesPerDay: wholeHours * 60 + value }))}
        </div>
      </div>
    `;
  }

  private renderStreams(kinds: readonly Streams[], replace: (part: Partial<CallGroup>) => void) {
    const text = this.wording.text.calls;
    const change = (index: number, part: Partial<Streams>) =>
      replace({ receives: kinds.map((kind, at) => (at === index ? { ...kind, ...part } : kind)) });
    return html`
      ${kinds.map(
        ({ width, height, count }, index) => html`
          <div class="fields streams">
            ${this.renderNumber(text.width, width, (value) => change(index, { width: value }))}
            ${this.renderNumber(text.height, height, (value) => change(index, { height: value }))}
            ${this.renderNumber(text.count, count, (value) => change(index, { count: value }))}
            ${
              kinds.length > 1
                ? html`
                    <button
                      type="button"
                      aria-label=${text.removeStreams(this.wording.minutes(index + 1))}
                      @click=${() => replace({ receives: kinds.filter((_, at) => at !== index) })}
                    >${text.remove}</button>
                  `
                : nothing
            }
          </div>
        `,
      )}
      <button type="button" @click=${() => replace({ receives: [...kinds, { ...firstStreams, count: 1 }] })}>
        ${text.addStreams}
      </button>
    `;
  }

  private renderNumber(label: string, value: number, change: (value: number) => void, max?: number) {
    return html`
      <prorata-number
        .wording=${this.wording}
        .label=${label}
        .value=${value}
        .max=${max ?? Number.MAX_SAFE_INTEGER}
        @number-change=${({ detail }: CustomEvent<number>) => change(detail)}
      ></prorata-number>
    `;
  }

  /** The choices, and what was chosen by address but is none of them: what is wrong with it is said below. */
  private renderChoices(choices: Choice[], chosen: string) {
    const known = choices.some(({ value }) => value === chosen);
    return html`
      ${known ? nothing : html`<option value=${chosen} selected>${chosen}</option>`}
      ${choices.map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    `;
  }

  private renderFault() {
    const { text } = this.wording;
    const fault = this.answer?.fault;
    if (!fault) return nothing;
    return html`<prorata-fault .text=${text.fault} .heading=${text.calls.fault} .reason=${fault}></prorata-fault>`;
  }

  private renderResult() {
    const { text, minutes, decimal } = this.wording;
    if (!this.answer?.value) return nothing;
    const { request, conversion } = this.answer.value;
    return html`
      <p><span class="muted">${text.calls.result}</span> <strong class="figure">${minutes(conversion.standardMinutes)}</strong></p>
      <ul class="sums small muted">
        ${conversion.items.map(({ media, coefficient, standardSeconds }, index) => {
          const seconds = minutes(request.usage[index]?.seconds ?? Number.NaN);
          return html`<li>${text.calls.item(text.calls.media[media], seconds, decimal(coefficient), decimal(standardSeconds))}</li>`;
        })}
        <li>${text.calls.rounding(decimal(conversion.standardSeconds))}</li>
      </ul>
    `;
  }

  private become(calls: CallGroup[]) {
    this.emit({ calls });
  }

  private emit(detail: CallsEvent["detail"]) {
    this.dispatchEvent(new CustomEvent("calls-change", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-calls": Calls;
  }
}
