import { html, LitElement, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import type { Quote, QuoteRequest } from "prorata";
import type { Wording } from "../../language/wording.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./quote-tools.styles.ts";

/** Takes the quote along: request and answer as JSON, or on paper. */
@customElement("prorata-quote-tools")
export class QuoteTools extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) request!: QuoteRequest;
  @property({ attribute: false }) quote!: Quote;

  @state() private told = "";

  /** It was said of the quote before. */
  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("quote") || changed.has("wording")) this.told = "";
  }

  override render() {
    const text = this.wording.text.centre.quote;
    return html`
      <div class="tools" role="group" aria-label=${text.label}>
        <button type="button" @click=${this.copy}>${text.copy}</button>
        <button type="button" @click=${this.download}>${text.download}</button>
        <button type="button" @click=${() => print()}>${text.print}</button>
      </div>
      <p class="small muted" role="status">${this.told}</p>
    `;
  }

  private get json(): string {
    return `${JSON.stringify({ request: this.request, quote: this.quote }, null, 2)}\n`;
  }

  private async copy() {
    const text = this.wording.text.centre.quote;
    try {
      await navigator.clipboard.writeText(this.json);
      this.told = text.copied;
    } catch {
      this.told = text.notCopied;
    }
  }

  private download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([this.json], { type: "application/json" }));
    link.download = `quote-${this.quote.catalog.id}-${this.quote.on}.json`;
    link.click();
    // The browser reads the blob after the click is over.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-quote-tools": QuoteTools;
  }
}
