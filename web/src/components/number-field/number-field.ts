import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { typedNumber } from "../../language/typed-number.ts";
import type { Wording } from "../../language/wording.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./number-field.styles.ts";

/**
 * A whole number, typed in any way people write it. What is none stays in the field, with the reason below it. Emits
 * "number-change" with the number; NaN where what stands in the field is none.
 */
@customElement("prorata-number")
export class NumberField extends LitElement {
  static override styles = [theme, controls, styles];
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) label = "";
  /** Seen by those who cannot see what stands around the field. */
  @property({ attribute: false }) hidesLabel = false;
  @property({ attribute: false }) placeholder = "";
  /** Undefined: nothing is given, which is allowed where there is a placeholder. */
  @property({ attribute: false }) value: number | undefined;
  @property({ attribute: false }) min = 0;
  @property({ attribute: false }) max = Number.MAX_SAFE_INTEGER;
  /** Wrong for a reason that is told elsewhere. */
  @property({ attribute: false }) isWrong = false;

  /** What stands in the field, where it is not the value as it would be written. */
  @state() private typed: string | undefined;
  @query("input") private input!: HTMLInputElement;

  override willUpdate(changed: PropertyValues<this>) {
    // From outside another value came: what was typed is past.
    if (changed.has("value") && this.typed !== undefined && !Object.is(this.read(this.typed), this.value)) {
      this.typed = undefined;
    }
  }

  override render() {
    const { label, value, min, max, typed, placeholder } = this;
    const fault = this.fault;
    const known = value !== undefined && Number.isSafeInteger(value) ? value : undefined;
    return html`
      <label class="field">
        <span class=${this.hidesLabel ? "visually-hidden" : ""}>${label}</span>
        <input
          role="spinbutton"
          inputmode="numeric"
          autocomplete="off"
          spellcheck="false"
          placeholder=${placeholder || nothing}
          aria-valuenow=${known ?? nothing}
          aria-valuemin=${min}
          aria-valuemax=${max}
          aria-invalid=${fault !== "" || this.isWrong}
          aria-describedby="wrong"
          .value=${live(typed ?? (value === undefined || Number.isNaN(value) ? "" : String(value)))}
          @input=${this.type}
          @keydown=${this.step}
        />
      </label>
      ${fault ? html`<p id="wrong" class="small wrong" role="alert">${fault}</p>` : nothing}
    `;
  }

  /** Why what stands in the field is none, in words. */
  private get fault(): string {
    const { typed, wording, min, max } = this;
    const text = wording.text.number;
    const { value } = this;
    if (typed === undefined) {
      if (value === undefined || (value >= min && value <= max)) return "";
      return Number.isNaN(value) ? text.none : text.range(wording.minutes(min), wording.minutes(max));
    }
    const number = typedNumber(typed);
    if (number === "none") return this.placeholder ? "" : text.none;
    if (typeof number === "string") return text[number];
    return number < min || number > max ? text.range(wording.minutes(min), wording.minutes(max)) : "";
  }

  private read(typed: string): number | undefined {
    const number = typedNumber(typed);
    if (number === "none") return this.placeholder ? undefined : Number.NaN;
    return typeof number === "string" || number < this.min || number > this.max ? Number.NaN : number;
  }

  private type() {
    this.typed = this.input.value;
    this.become(this.read(this.typed));
  }

  /** By arrow keys, as a spin button is; the wheel changes nothing. */
  private step(event: KeyboardEvent) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const { value, min, max } = this;
    const next = Math.min(max, Math.max(min, (Number.isSafeInteger(value) ? Number(value) : min - by) + by));
    this.typed = undefined;
    this.become(next);
  }

  private become(value: number | undefined) {
    this.value = value;
    this.dispatchEvent(new CustomEvent("number-change", { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-number": NumberField;
  }
}
