import { html, LitElement } from "lit";
import { property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./stepper.styles.ts";

export interface StepperLabels {
  quantity: string;
  fewer: string;
  more: string;
}

/** A whole number from 0, by keyboard or by buttons. Emits "quantity-change" with what was entered. */
@customElement("prorata-stepper")
export class Stepper extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) labels!: StepperLabels;
  @property({ type: Number }) quantity = 0;

  override render() {
    const { labels, quantity } = this;
    return html`
      <div class="stepper">
        <button type="button" aria-label=${labels.fewer} ?disabled=${!(quantity > 0)} @click=${() => this.emit(quantity - 1)}>
          −
        </button>
        <input
          type="number"
          min="0"
          step="1"
          aria-label=${labels.quantity}
          .value=${live(String(quantity))}
          @input=${(event: Event) => this.emit((event.target as HTMLInputElement).valueAsNumber || 0)}
        />
        <button type="button" aria-label=${labels.more} @click=${() => this.emit(quantity + 1)}>+</button>
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
