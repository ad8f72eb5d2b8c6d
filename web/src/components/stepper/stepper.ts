import { html, LitElement } from "lit";
import { property } from "lit/decorators.js";
import type { Wording } from "../../language/wording.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./stepper.styles.ts";
import "../number-field/number-field.ts";

export interface StepperLabels {
  quantity: string;
  fewer: string;
  more: string;
}

/** A whole number from 0, by keyboard or by buttons. Emits "quantity-change" with it; NaN where none was entered. */
@customElement("prorata-stepper")
export class Stepper extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) labels!: StepperLabels;
  @property({ type: Number }) quantity = 0;

  override render() {
    const { labels, quantity } = this;
    return html`
      <div class="stepper">
        <button type="button" aria-label=${labels.fewer} ?disabled=${!(quantity > 0)} @click=${() => this.emit(quantity - 1)}>
          −
        </button>
        <prorata-number
          .wording=${this.wording}
          .label=${labels.quantity}
          .hidesLabel=${true}
          .value=${quantity}
          @number-change=${({ detail }: CustomEvent<number>) => this.emit(detail)}
        ></prorata-number>
        <button type="button" aria-label=${labels.more} @click=${() => this.emit((quantity || 0) + 1)}>+</button>
      </div>
    `;
  }

  private emit(quantity: number) {
    this.dispatchEvent(new CustomEvent("quantity-change", { detail: quantity }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-stepper": Stepper;
  }
}
