import { html, LitElement, nothing, svg } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Calculator } from "prorata";
import { languages, locales, messagesIn } from "../../language/locale.ts";
import { type Wording, wordingOf } from "../../language/wording.ts";
import { Store } from "../../state/store.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import type { AccountEvent } from "../account/account.ts";
import type { ChangeEvent, CheckoutEvent, ForesightEvent } from "../purchase/purchase.ts";
import { styles } from "./app.styles.ts";
import "../account/account.ts";
import "../fault/fault.ts";
import "../purchase/purchase.ts";

const mark = svg`<path d="M9 25V7h8a6 6 0 0 1 0 12H9" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linejoin="round"/><path d="M17 7a6 6 0 0 1 0 12z" fill="currentColor"/>`;

/** The page around the purchase: price list, language, the account in question, and what cannot be loaded. */
@customElement("prorata-app")
export class App extends LitElement {
  static override styles = [theme, controls, styles];

  private readonly store = new Store(this);

  @state() private notice = "";

  private get text() {
    return messagesIn(this.store.locale);
  }

  override render() {
    const { text } = this;
    return html`
      ${this.renderHeader()}
      <main>
        <div class="intro">
          <h1>${text.heading}</h1>
          <p>${text.tagline}</p>
        </div>
        ${this.renderContent()}
      </main>
    `;
  }

  private renderHeader() {
    const { store, text } = this;
    return html`
      <header>
        <div class="bar">
          <span class="brand"><svg viewBox="4 4 22 24" aria-hidden="true">${mark}</svg>Prorata</span>
          ${store.calculator ? this.renderCatalogs(store.calculator) : nothing}
          <div class="languages" role="group" aria-label=${text.language}>
            ${locales.map(
              (locale) => html`
                <button
                  type="button"
                  lang=${locale}
                  aria-pressed=${locale === store.locale}
                  @click=${() => store.speak(locale)}
                >${languages[locale].name}</button>
              `,
            )}
          </div>
        </div>
      </header>
    `;
  }

  private renderCatalogs(chosen: Calculator) {
    const { store, text } = this;
    return html`
      <label class="choice">
        <span>${text.priceList}</span>
        <select @change=${(event: Event) => this.changeCatalog((event.target as HTMLSelectElement).value)}>
          ${[...store.calculators.values()].map(
            ({ catalog }) => html`
              <option value=${catalog.id} ?selected=${catalog.id === chosen.catalog.id}>
                ${catalog.name[store.locale]}
              </option>
            `,
          )}
        </select>
      </label>
    `;
  }

  private renderContent() {
    const { store, text } = this;
    const { loading, calculator } = store;
    if (loading.status === "failed") {
      return html`
        <prorata-fault
          .text=${text.fault}
          .reason=${loading.reason}
          .heading=${text.fault.load}
          @retry=${() => store.load()}
        ></prorata-fault>
      `;
    }
    if (loading.status === "loading" || !calculator) {
      return html`<p class="waiting" role="status">${text.loading}</p>`;
    }
    const { on, account, cart, forecast, months, usageAhead } = loading.choices;
    const { catalog } = calculator;
    const wording = wordingOf(catalog, store.locale);
    return html`
      <prorata-account
        .catalog=${catalog}
        .wording=${wording}
        .on=${on}
        .today=${calculator.today()}
        .account=${account}
        @account-change=${(event: AccountEvent) => this.change(event.detail)}
      ></prorata-account>
      <prorata-purchase
        .calculator=${calculator}
        .locale=${store.locale}
        .on=${on}
        .account=${account}
        .cart=${cart}
        .forecast=${forecast}
        .months=${months}
        .usageAhead=${usageAhead}
        @prorata-change=${(event: ChangeEvent) => {
          if (event.detail.cart !== cart) this.change({ cart: event.detail.cart });
        }}
        @prorata-foresight=${(event: ForesightEvent) => store.change(event.detail)}
        @prorata-checkout=${(event: CheckoutEvent) => this.checkOut(calculator, event.detail)}
      >
        ${this.notice ? html`<span slot="notice">${this.notice}</span>` : nothing}
      </prorata-purchase>
      ${this.renderSource(calculator, wording)}
    `;
  }

  private renderSource({ catalog }: Calculator, wording: Wording) {
    const { name, version, source } = catalog;
    const isWebPage = source?.startsWith("https://");
    return html`
      <footer class="small muted">
        ${wording.text.publishedPrices(name[this.store.locale] ?? catalog.id, version)}
        ${isWebPage ? html`<a href=${source} rel="noreferrer">${wording.text.source}</a>` : source}
      </footer>
    `;
  }

  private changeCatalog(id: string) {
    this.notice = "";
    this.store.changeCatalog(id);
  }

  private change(part: Parameters<Store["change"]>[0]) {
    this.notice = "";
    this.store.change(part);
  }

  private checkOut(calculator: Calculator, { request, quote }: CheckoutEvent["detail"]) {
    const { valid, differences } = calculator.verify(request, quote);
    const { checked, differs } = this.text.bill;
    this.notice = valid ? checked : differs(differences.map(({ path }) => path).join(", "));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-app": App;
  }
}
