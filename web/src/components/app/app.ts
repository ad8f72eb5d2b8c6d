import { html, LitElement, nothing, svg } from "lit";
import { property } from "lit/decorators.js";
import type { Calculator, Quote } from "prorata";
import type { Agreement } from "../../elements.ts";
import { languages, locales, messagesIn } from "../../language/locale.ts";
import { type Wording, wordingOf } from "../../language/wording.ts";
import type { Place } from "../../state/address.ts";
import { answer } from "../../state/answer.ts";
import type { Choices } from "../../state/choices.ts";
import { isPurchase, quoteRequest } from "../../state/pricing.ts";
import { publishedBy } from "../../state/published.ts";
import { Store } from "../../state/store.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import type { AccountEvent } from "../account/account.ts";
import { renderContact } from "../contact.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./app.styles.ts";
import { renderSkeleton } from "./skeleton.ts";
import "../account/account.ts";
import "../centre/balance.ts";
import "../centre/bills.ts";
import "../centre/orders.ts";
import "../fault/fault.ts";
import "../glance/glance.ts";
import "../outcome/outcome.ts";
import "../purchase/purchase.ts";

const mark = svg`<path d="M9 25V7h8a6 6 0 0 1 0 12H9" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linejoin="round"/><path d="M17 7a6 6 0 0 1 0 12z" fill="currentColor"/>`;

const views = ["purchase", "balance", "orders", "bills"] as const;

/** The page around the purchase: account, price list, language, the account centre, and what cannot be loaded. */
@customElement("prorata-app")
export class App extends LitElement {
  static override styles = [theme, controls, styles];

  private readonly store = new Store(this);

  /** As the elements take them. */
  @property({ attribute: "sales-contact" }) salesContact: string | undefined;
  @property({ type: Object }) agreement: Agreement | undefined;

  /** Which page is shown; none until there is one. */
  private view: Place["view"] | undefined;

  private get text() {
    return messagesIn(this.store.locale);
  }

  /** While an order or a recharge is on its way, or nobody knows what became of it. */
  private get isBlocked(): boolean {
    const { status } = this.store.outcome;
    return status === "sending" || status === "unanswered";
  }

  override updated() {
    const { choices, place } = this.store;
    document.title = `${this.text.centre.views[place.view]} · Prorata`;
    if (!choices) return;
    const wentOn = this.view !== undefined && this.view !== place.view;
    this.view = place.view;
    // What had the focus went with the page before.
    if (wentOn && document.activeElement === document.body) {
      this.renderRoot.querySelector<HTMLElement>("nav [aria-current]")?.focus({ preventScroll: true });
    }
  }

  override render() {
    const { store } = this;
    return html`
      ${this.renderHeader()}
      <p class="visually-hidden" role="status">${this.waitsFor ?? nothing}</p>
      <main aria-busy=${this.waitsFor !== undefined}>
        <div class="intro">
          ${this.renderHeading()}
        </div>
        ${store.isCustomers && store.loading.status !== "failed" ? this.renderViews() : nothing} ${this.renderUnanswered()}
        ${this.renderContent()}
      </main>
    `;
  }

  /** What is on its way, in words; read out, and not seen: the skeleton is. */
  private get waitsFor(): string | undefined {
    const { loading, records, place, calculators } = this.store;
    const { text } = this;
    if (loading.status === "loading") return calculators.size > 0 ? text.centre.loading : text.loading;
    const isListing = loading.status === "ready" && place.view !== "purchase" && records.status === "loading";
    return isListing ? text.centre.loading : undefined;
  }

  private renderHeading() {
    const { store, text } = this;
    if (store.place.view !== "purchase") return html`<h1>${text.centre.navigation}</h1>`;
    if (store.loading.status === "failed") return html`<h1>${text.heading}</h1><p>${text.tagline}</p>`;
    if (store.isCustomers) {
      return html`
        <h1>${text.heading}</h1>
        <p>
          ${text.tagline}
          <button
            type="button"
            class="quiet"
            ?disabled=${this.isBlocked || !store.choices}
            @click=${() => store.changeCustomer(undefined)}
          >${text.centre.tryFigures}</button>
        </p>
      `;
    }
    const [first] = store.customers;
    return html`
      <h1>${text.estimate.heading}</h1>
      <p>${text.estimate.note}</p>
      ${
        first
          ? html`<button type="button" class="quiet" @click=${() => store.leaveEstimate()}>${text.estimate.back}</button>`
          : nothing
      }
    `;
  }

  /** On every page but those that say it in its own place. */
  private renderUnanswered() {
    const { store } = this;
    const { choices, calculator, outcome, place } = store;
    const isSaid = choices?.customer && ["purchase", "balance"].includes(place.view);
    if (!calculator || outcome.status !== "unanswered" || isSaid) return nothing;
    return html`
      <prorata-outcome .wording=${wordingOf(calculator.catalog, store.locale)} .outcome=${outcome}></prorata-outcome>
    `;
  }

  private renderHeader() {
    const { store, text } = this;
    return html`
      <header>
        <div class="bar">
          <span class="brand"><svg viewBox="4 4 22 24" aria-hidden="true">${mark}</svg>Prorata</span>
          ${store.customers.length > 0 ? this.renderCustomers() : nothing}
          ${store.calculator && !store.choices?.customer ? this.renderCatalogs(store.calculator) : nothing}
          ${store.loading.status === "loading" && store.customers.length === 0 ? this.renderChoiceAhead() : nothing}
          <div class="ways" role="group" aria-label=${text.language}>
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

  /** Keeps the place of the account or price list to choose. */
  private renderChoiceAhead() {
    const { text } = this;
    return html`
      <label class="choice" aria-hidden="true">
        <span>${this.store.isCustomers ? text.centre.account : text.priceList}</span>
        <select disabled></select>
      </label>
    `;
  }

  private renderCustomers() {
    const { store } = this;
    const text = this.text.centre;
    const held = store.customerId;
    return html`
      <label class="choice">
        <span>${text.account}</span>
        <select
          ?disabled=${this.isBlocked}
          @change=${(event: Event) => {
            store.changeCustomer((event.target as HTMLSelectElement).value || undefined);
          }}
        >
          ${
            held === undefined || store.customers.some(({ id }) => id === held)
              ? nothing
              : html`<option value=${held} selected>${held}</option>`
          }
          ${store.customers.map(
            ({ id, name }) => html`<option value=${id} .selected=${id === held}>${name[store.locale] ?? id}</option>`,
          )}
          <option value="" .selected=${held === undefined}>${text.ownFigures}</option>
        </select>
      </label>
    `;
  }

  private renderViews() {
    const { store } = this;
    const text = this.text.centre;
    return html`
      <nav aria-label=${text.navigation} ?inert=${!store.choices}>
        ${views.map((view) => this.renderLink({ view }, text.views[view], view === store.place.view))}
      </nav>
    `;
  }

  private renderLink(place: Place, label: string, isCurrent = false) {
    const { store } = this;
    return html`
      <a
        href=${store.addressOf(place)}
        aria-current=${isCurrent ? "page" : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          store.go(place);
        }}
      >${label}</a>
    `;
  }

  private renderCatalogs(chosen: Calculator) {
    const { store, text } = this;
    return html`
      <label class="choice">
        <span>${text.priceList}</span>
        <select @change=${(event: Event) => store.changeCatalog((event.target as HTMLSelectElement).value)}>
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
          .heading=${loading.of === "account" ? text.centre.loadFault : text.fault.load}
          .canRetry=${true}
          @retry=${() => store.retry()}
        ></prorata-fault>
      `;
    }
    if (loading.status === "loading" || !calculator) {
      return renderSkeleton(store.place);
    }
    const { choices } = loading;
    const wording = wordingOf(calculator.catalog, store.locale);
    return html`
      ${store.place.view === "purchase" ? this.renderPurchase(calculator, wording, choices) : this.renderCentre(calculator, wording, choices)}
      ${this.renderSource(calculator, wording)}
    `;
  }

  private renderPurchase(calculator: Calculator, wording: Wording, choices: Choices) {
    const { store } = this;
    const { customer, on, account, cart, forecast, months, usageAhead, outlook } = choices;
    const held = answer(() => calculator.quote({ on, account }));
    if (customer && held.fault) {
      return html`
        <prorata-fault
          .text=${this.text.fault}
          .reason=${held.fault}
          .heading=${this.text.fault.quote}
          .canRetry=${true}
          @retry=${() => store.load()}
        >
          ${held.fault.code === "managed_account" ? renderContact(this.salesContact, this.text.contact.sales) : nothing}
        </prorata-fault>
      `;
    }
    return html`
      ${customer ? nothing : this.renderAccount(calculator, wording, choices)}
      ${held.value ? this.renderGlance(calculator, held.value, wording, choices) : nothing}
      <prorata-purchase
        .calculator=${calculator}
        .locale=${store.locale}
        .salesContact=${this.salesContact}
        .agreement=${this.agreement}
        .rechargeAddress=${customer ? store.addressOf({ view: "balance" }) : undefined}
        .estimate=${customer === undefined}
        .tools=${store.tools}
        .date=${on}
        .account=${account}
        .cart=${cart}
        .forecast=${forecast}
        .months=${months}
        .usageAhead=${usageAhead}
        .outlook=${outlook}
        .blocked=${customer !== undefined && this.isBlocked}
        @prorata-change=${({ detail }: HTMLElementEventMap["prorata-change"]) => {
          if (detail.cart === cart) return;
          store.change({ cart: detail.cart }, detail.cart.plan === cart.plan ? "typed" : "chosen");
        }}
        @prorata-foresight=${({ detail }: HTMLElementEventMap["prorata-foresight"]) => store.change(detail, detail.outlook === outlook ? "typed" : "chosen")}
        @prorata-checkout=${({ detail }: HTMLElementEventMap["prorata-checkout"]) => detail.waitUntil(store.order(detail))}
        @prorata-recharge=${this.goToRecharge}
      >
        <div slot="notice">${customer ? this.renderOutcome(wording) : nothing}</div>
        <div slot="receipt">${this.renderPlaced(wording)}</div>
      </prorata-purchase>
    `;
  }

  private renderAccount(calculator: Calculator, wording: Wording, { on, account }: Choices) {
    return html`
      <prorata-account
        .catalog=${calculator.catalog}
        .wording=${wording}
        .date=${on}
        .today=${calculator.today()}
        .account=${account}
        @account-change=${(event: AccountEvent) => this.store.change(event.detail, "typed")}
      ></prorata-account>
    `;
  }

  private renderGlance(calculator: Calculator, held: Quote, wording: Wording, choices: Choices) {
    const { customer, on, account, cart } = choices;
    const { value } = answer(() => calculator.quote(quoteRequest(on, account, cart)));
    const isOrdering = value !== undefined && isPurchase(value);
    return html`
      <prorata-glance .wording=${wording} .account=${account} .quote=${held} .isOrdering=${isOrdering}>
        ${
          customer
            ? html`
                <span slot="recharge">${this.renderLink({ view: "balance" }, wording.text.centre.balance.recharge)}</span>
              `
            : nothing
        }
      </prorata-glance>
    `;
  }

  private renderOutcome(wording: Wording) {
    return html`<prorata-outcome .wording=${wording} .outcome=${this.store.outcome}></prorata-outcome>`;
  }

  /** The number of the order just placed, and the way to all of them. */
  private renderPlaced({ minutes, text }: Wording) {
    const { outcome } = this.store;
    if (outcome.status !== "placed") return nothing;
    const { orders, views } = text.centre;
    return html`${orders.order(minutes(outcome.order))} · ${this.renderLink({ view: "orders" }, views.orders)}`;
  }

  private goToRecharge(event: Event) {
    event.preventDefault();
    this.store.go({ view: "balance" });
  }

  private renderCentre(calculator: Calculator, wording: Wording, choices: Choices) {
    const { store, text } = this;
    const { records, place, outcome } = store;
    const { customer, on, account, cart } = choices;
    if (!customer) return nothing;
    if (records.status === "failed") {
      return html`
        <prorata-fault
          .text=${text.fault}
          .reason=${records.reason}
          .heading=${text.centre.recordsFault}
          @retry=${() => store.loadRecords()}
        ></prorata-fault>
      `;
    }
    if (records.status === "loading") return renderSkeleton(place);
    const { catalog } = calculator;
    if (place.view === "orders") {
      return html`
        <prorata-orders
          .calculator=${calculator}
          .locale=${store.locale}
          .wording=${wording}
          .orders=${records.orders}
          .agreement=${this.agreement}
          .placed=${outcome.status === "placed" ? outcome.order : undefined}
        ></prorata-orders>
      `;
    }
    if (place.view === "bills")
      return html`<prorata-bills .wording=${wording} .bills=${records.bills}></prorata-bills>`;
    return html`
      <prorata-balance
        .catalog=${catalog}
        .wording=${wording}
        .balance=${customer.account.balance}
        .quote=${answer(() => calculator.quote(quoteRequest(on, account, cart))).value}
        .limit=${customer.rechargeLimit}
        .recharges=${records.recharges}
        .blocked=${this.isBlocked}
        @recharge=${({ detail }: CustomEvent<number>) => store.recharge(detail)}
      >
        <prorata-outcome .wording=${wording} .outcome=${outcome}></prorata-outcome>
        ${
          cart.plan !== undefined || cart.packs.length > 0
            ? this.renderLink({ view: "purchase" }, text.centre.balance.toCart)
            : nothing
        }
      </prorata-balance>
    `;
  }

  /** Where prices and rules come from, for people to check. */
  private renderSource({ catalog }: Calculator, { text }: Wording) {
    const { name, version, source } = catalog;
    const { prices, rules } = publishedBy(catalog);
    const about = source === undefined || source === prices ? [] : [text.sources[catalog.id] ?? source];
    const link = (address: string | undefined, label: string) =>
      address === undefined ? nothing : html`<a href=${address} rel="noreferrer">${label}</a>`;
    return html`
      <footer class="small muted">
        <p>
          ${[text.publishedPrices(name[this.store.locale] ?? catalog.id, version), ...about].join(text.betweenSentences)}
        </p>
        <p class="links">
          ${
            prices === rules
              ? link(prices, text.publishedBoth)
              : html`${link(prices, text.source)} ${link(rules, text.publishedRules)}`
          }
        </p>
      </footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-app": App;
  }
}
