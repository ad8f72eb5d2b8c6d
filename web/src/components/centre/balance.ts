import { html, LitElement, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Catalog, Minor, Quote } from "prorata";
import { toDecimal } from "../../language/money.ts";
import { shortOf } from "../../language/short.ts";
import { typedAmount } from "../../language/typed-amount.ts";
import type { Wording } from "../../language/wording.ts";
import type { Recharge } from "../../server-client.ts";
import { isPurchase } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./centre.styles.ts";

/** The balance, a recharge of it, and those made before. Emits "recharge" with the amount. */
@customElement("prorata-balance")
export class Balance extends LitElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) balance!: Minor;
  /** Of the cart, or of what is held: what it and the next automatic charge need beyond the balance. */
  @property({ attribute: false }) quote: Quote | undefined;
  /** Most of one recharge. */
  @property({ attribute: false }) limit: Minor = Number.POSITIVE_INFINITY;
  @property({ attribute: false }) recharges: readonly Recharge[] = [];
  @property({ attribute: false }) blocked = false;

  /** As it was entered; until then what is needed. */
  @state() private entered: string | undefined;
  /** Why what was entered cannot be sent. */
  @state() private wrong = "";

  override render() {
    const { balance, shortfall, short, wording } = this;
    const { money } = wording;
    const text = wording.text.centre.balance;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">${text.heading}</h2>
        <div role="status" aria-atomic="true">
          <p class="small muted">${text.available}</p>
          <p class="balance figure">${money(balance)}</p>
          ${shortfall > 0 ? html`<p>${text.needed(money(shortfall))}</p>` : nothing}
          ${short ? html`<p>${short.words}</p>` : nothing}
        </div>
        ${this.renderForm()}
        <slot></slot>
      </section>
      <section class="panel" aria-labelledby="records">
        <h2 id="records">${text.records}</h2>
        ${this.recharges.length > 0 ? this.renderRecords() : html`<p class="muted">${text.none}</p>`}
      </section>
    `;
  }

  /** What the cart needs, which is needed first. */
  private get shortfall(): Minor {
    return this.quote?.balance?.shortfall ?? 0;
  }

  /** What is needed next. */
  private get short() {
    const { quote, wording } = this;
    return quote && shortOf(quote, wording, isPurchase(quote) ? "after" : "now");
  }

  private renderForm() {
    const { code, minorDigits } = this.catalog.currency;
    const text = this.wording.text.centre.balance;
    const suggestion = this.shortfall || (this.short?.amount ?? 0);
    const needed = suggestion > 0 ? toDecimal(suggestion, minorDigits) : "";
    return html`
      <div class="recharge">
        <label class="field">
          <span>${text.amount(code)}</span>
          <input
            inputmode="decimal"
            autocomplete="off"
            aria-invalid=${this.wrong !== ""}
            aria-describedby="wrong"
            .value=${this.entered ?? needed}
            @input=${(event: Event) => {
              this.entered = (event.target as HTMLInputElement).value;
              this.wrong = "";
            }}
            @change=${() => {
              this.wrong = this.faultOf(this.entered ?? needed);
            }}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key === "Enter") this.recharge(this.entered ?? needed);
            }}
          />
        </label>
        <button
          type="button"
          class="primary"
          ?disabled=${this.blocked}
          @click=${() => this.recharge(this.entered ?? needed)}
        >
          ${text.recharge}
        </button>
      </div>
      <p id="wrong" class="small wrong" role="alert">${this.wrong || nothing}</p>
      <p class="small muted">${text.sandbox}</p>
    `;
  }

  private recharge(entered: string) {
    this.wrong = this.faultOf(entered);
    if (this.wrong || this.blocked) return;
    this.entered = undefined;
    const amount = typedAmount(entered, this.catalog.currency) as Minor;
    this.dispatchEvent(new CustomEvent<Minor>("recharge", { detail: amount }));
  }

  /** In words; empty where there is none. */
  private faultOf(entered: string): string {
    const { money, text } = this.wording;
    const { faults } = text.centre.balance;
    const amount = typedAmount(entered, this.catalog.currency);
    if (amount === "decimals") return faults.decimals(this.catalog.currency.minorDigits);
    if (typeof amount === "string") return faults[amount];
    if (amount === 0) return faults.none;
    return amount > this.limit ? faults.limit(money(this.limit)) : "";
  }

  private renderRecords() {
    const { date, minutes: number, money } = this.wording;
    const text = this.wording.text.centre.balance;
    return html`
      <div class="scroll" role="group" aria-label=${text.records} tabindex="0">
        <table aria-labelledby="records">
          <thead>
            <tr>
              <th scope="col">${text.date}</th>
              <th scope="col">${text.number}</th>
              <th scope="col">${text.recharge}</th>
            </tr>
          </thead>
          <tbody>
            ${this.recharges.map(
              ({ id, on, amount }) => html`
                <tr>
                  <th scope="row">${date(on)}</th>
                  <td>${number(id)}</td>
                  <td>${money(amount)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-balance": Balance;
  }
}
