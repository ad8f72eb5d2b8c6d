import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { PricingError } from "prorata";
import type { Messages } from "../../language/en.ts";
import { ServerError } from "../../server-client.ts";
import { isPricingError } from "../../state/answer.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./fault.styles.ts";

/** The part of the page a JSON Pointer leads to, in the buyer's words: the longest known beginning of it. */
function placeOf(path: string, places: Record<string, string>): string | undefined {
  const steps = path.split("/").slice(1);
  for (let length = steps.length; length > 0; length--) {
    const place = places[steps.slice(0, length).join("/")];
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Why there is no figure. Emits "retry". */
@customElement("prorata-fault")
export class Fault extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) text!: Messages["fault"];
  @property({ attribute: false }) heading = "";
  @property({ attribute: false }) reason: unknown;
  /** What the core refuses it refuses again, unless what it was given is loaded anew. */
  @property({ attribute: false }) canRetry = false;

  override render() {
    const { heading, reason } = this;
    return html`
      <div class="fault" role="alert">
        <strong>${heading}</strong>
        ${isPricingError(reason) ? this.renderPricingError(reason) : this.renderLoadFailure(reason)}
        <slot></slot>
      </div>
    `;
  }

  private renderPricingError({ code, path }: PricingError) {
    const { text } = this;
    const place = placeOf(path, text.places);
    return html`
      <span>${text.codes[code] ?? code}</span>
      ${place === undefined ? nothing : html`<span>${text.at(place)}</span>`}
      ${this.renderDetails(path ? `${code} ${path}` : code)}
      ${this.canRetry ? this.renderRetry() : nothing}
      ${code === "unknown_catalog" ? html`<span><a href="?">${text.startOver}</a></span>` : nothing}
    `;
  }

  private renderLoadFailure(reason: unknown) {
    const { text } = this;
    return html`
      ${
        reason instanceof ServerError
          ? html`
              ${reason.reported in text.codes ? html`<span>${text.codes[reason.reported]}</span>` : nothing}
              ${this.renderDetails(reason.reported)}
            `
          : this.renderDetails(reason instanceof Error ? reason.message : String(reason))
      }
      ${this.renderRetry()}
    `;
  }

  /** For those a buyer asks for help, not for the buyer. */
  private renderDetails(text: string) {
    return html`
      <details class="small">
        <summary>${this.text.details}</summary>
        <code>${text}</code>
      </details>
    `;
  }

  private renderRetry() {
    return html`
      <span class="actions">
        <button type="button" @click=${() => this.dispatchEvent(new Event("retry"))}>${this.text.retry}</button>
      </span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-fault": Fault;
  }
}
