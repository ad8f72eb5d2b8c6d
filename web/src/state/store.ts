import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Calculator, PricingError } from "prorata";
import type { CheckoutDetail } from "../elements.ts";
import { type Locale, locales, preferredLocale } from "../language/locale.ts";
import * as server from "../server-client.ts";
import {
  bringsFigures,
  catalogIn,
  customerIn,
  type Place,
  readChoices,
  readCustomerChoices,
  readPlace,
  writeChoices,
  writePlace,
} from "./address.ts";
import { emptyCart } from "./cart.ts";
import { type Choices, sampleChoices } from "./choices.ts";
import { forgetParcel, isRefused, keepParcel, keptParcel, newKey, type Parcel } from "./outbox.ts";
import { loadPageCalculator, pageCatalogs } from "./page-module.ts";

type Loading =
  | { status: "loading" }
  | { status: "failed"; of: "calculator" | "account"; reason: unknown }
  | { status: "ready"; choices: Choices };

/** What the account centre lists. */
export interface Records {
  orders: server.Order[];
  recharges: server.Recharge[];
  bills: server.MonthBill[];
}

type LoadingRecords = { status: "loading" } | { status: "failed"; reason: unknown } | ({ status: "ready" } & Records);

/** What became of an order or a recharge that was sent: refused for a reason, or nobody knows until it is sent again. */
export type Outcome =
  | { status: "none" }
  | { status: "sending" }
  | { status: "placed"; order: number }
  | { status: "refused"; kind: Parcel["kind"]; refusal: server.ServerError }
  | { status: "unanswered"; again: () => void };

/** An account asked for before there is a calculator to show it with. */
type Ahead = { id: string; state: Promise<server.AccountState> };

type Undecided = Extract<Outcome, { status: "unanswered" }> & { decided: Promise<void> };
type Decided = Exclude<Outcome, { status: "unanswered" | "sending" }>;

/** The page's state, in one place. The page renders it and asks for changes; nothing else keeps any. */
export class Store implements ReactiveController {
  locale: Locale = preferredLocale(navigator.languages);
  loading: Loading = { status: "loading" };
  place: Place = { view: "purchase" };
  /** The accounts the server keeps; none where the page is served without it. */
  customers: server.AccountSummary[] = [];
  records: LoadingRecords = { status: "loading" };
  outcome: Outcome = { status: "none" };
  /** Whether the address the page was opened with asks for the quote as JSON. */
  readonly tools = new URLSearchParams(location.search).has("tools");
  readonly calculators = new Map<string, Calculator>();

  #defaultCatalog = "";
  #lastCustomer: string | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  /** Of the price list in use: another one is a reason to ask for the account again. */
  #today = "";
  /** Only what was asked for last is let in. */
  #visit = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    const query = new URLSearchParams(location.search);
    this.#speak(locales.find((locale) => locale === query.get("lang")) ?? this.locale);
    this.place = this.isCustomers ? readPlace(query) : this.place;
    addEventListener("popstate", this.#followAddress);
    document.addEventListener("visibilitychange", this.#lookAgain);
    this.#clock = setInterval(this.#lookAtDate, 30_000);
    const parcel = keptParcel();
    if (parcel)
      this.outcome = {
        status: "unanswered",
        again: () => void this.#deliver(parcel, { wasSent: true }).catch(() => {}),
      };
    void this.load();
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#followAddress);
    document.removeEventListener("visibilitychange", this.#lookAgain);
    clearInterval(this.#clock);
  }

  get choices(): Choices | undefined {
    return this.loading.status === "ready" ? this.loading.choices : undefined;
  }

  get calculator(): Calculator | undefined {
    return this.choices && this.calculators.get(this.choices.catalog);
  }

  /** Whether the page is one account's, which while it is loading the address tells. */
  get isCustomers(): boolean {
    if (this.choices) return this.choices.customer !== undefined;
    const query = new URLSearchParams(location.search);
    return customerIn(query) !== null || !bringsFigures(query);
  }

  async load(): Promise<void> {
    const visit = ++this.#visit;
    this.#become({ status: "loading" });
    const customers = findAccounts().catch((reason: unknown) => ({ reason }));
    const ahead = askAhead(new URLSearchParams(location.search), customers);
    try {
      if (this.calculators.size === 0) await this.#loadCalculators();
    } catch (reason) {
      this.#fail(visit, "calculator", reason);
      return;
    }
    const found = await customers;
    if ("reason" in found) {
      this.#fail(visit, "account", found.reason);
      return;
    }
    this.customers = found;
    await this.#enter(visit, await ahead);
  }

  retry(): void {
    const { loading } = this;
    const isFaulty =
      loading.status === "failed" && loading.of === "calculator" && loading.reason instanceof PricingError;
    // Built into the module, which is loaded once: only with the page does another one come.
    if (isFaulty) location.reload();
    else void this.load();
  }

  speak(locale: Locale): void {
    this.#speak(locale);
    const query = new URLSearchParams(location.search);
    query.set("lang", locale);
    history.replaceState(null, "", `?${query}`);
    this.host.requestUpdate();
  }

  /** Choosing leads on to another address, typing and stepping change the one there is. */
  change(part: Partial<Choices>, manner: "chosen" | "typed" = "chosen"): void {
    const { choices } = this;
    if (!choices) return;
    this.#forgetOutcome();
    const changed = { ...choices, ...part };
    this.#become({ status: "ready", choices: changed });
    // What is no number stays in its field, to be put right, and is no part of an address.
    if (holdsNaN(changed)) return;
    if (manner === "chosen") this.#pushAddress();
    else history.replaceState(null, "", this.addressOf(this.place));
  }

  /** Another price list has other plans and packs: only the date is kept. */
  changeCatalog(id: string): void {
    const calculator = this.calculators.get(id);
    if (calculator && this.choices) this.change({ ...sampleChoices(calculator), on: this.choices.on });
  }

  /** The server's account that is shown, or that could not be. */
  get customerId(): string | undefined {
    const { choices } = this;
    return choices ? choices.customer?.id : (customerIn(new URLSearchParams(location.search)) ?? undefined);
  }

  /** To an account of the server's, or to the figures shown as the visitor's own to change. */
  changeCustomer(id: string | undefined): void {
    this.#forgetOutcome();
    if (id === undefined && this.choices) {
      this.#lastCustomer = this.choices.customer?.id;
      this.place = { view: "purchase" };
      this.change({ customer: undefined });
      return;
    }
    const query = new URLSearchParams(id === undefined ? { catalog: this.#defaultCatalog } : { account: id });
    query.set("lang", this.locale);
    writePlace({ view: this.place.view }, query);
    history.pushState(null, "", `?${query}`);
    void this.#enter(++this.#visit);
  }

  /** From the visitor's own figures back to the account they came from. */
  leaveEstimate(): void {
    this.changeCustomer(this.#lastCustomer ?? this.customers[0]?.id);
  }

  go(place: Place): void {
    this.#forgetOutcome();
    this.#show(place);
    this.#pushAddress();
    scrollTo(0, 0);
  }

  /** The address of a page of this account, the cart kept. */
  addressOf(place: Place): string {
    const { choices, calculator } = this;
    if (!choices || !calculator) return "?";
    const query = writeChoices(choices, calculator.catalog);
    writePlace(place, query);
    query.set("lang", this.locale);
    return `?${query}`;
  }

  /** Resolved once the order is placed, rejected once it is refused. */
  async order({ quote, agreement }: Pick<CheckoutDetail, "quote" | "agreement">): Promise<void> {
    const { choices } = this;
    if (!choices?.customer) return;
    const { customer, cart } = choices;
    await this.#send({
      kind: "order",
      key: newKey(),
      account: customer.id,
      cart,
      quote,
      ...(agreement && { agreement }),
    });
  }

  async recharge(amount: number): Promise<void> {
    const account = this.choices?.customer?.id;
    if (account === undefined) return;
    // The outcome says what it was refused for.
    await this.#send({ kind: "recharge", key: newKey(), account, amount }).catch(() => {});
  }

  async loadRecords(): Promise<void> {
    const id = this.choices?.customer?.id;
    if (id === undefined) return;
    const visit = this.#visit;
    this.#list({ status: "loading" });
    try {
      const [orders, recharges, bills] = await Promise.all([
        server.getOrders(id),
        server.getRecharges(id),
        server.getBills(id),
      ]);
      if (visit === this.#visit) this.#list({ status: "ready", orders, recharges, bills });
    } catch (reason) {
      if (visit === this.#visit) this.#list({ status: "failed", reason });
    }
  }

  async #loadCalculators(): Promise<void> {
    const chosen = await loadPageCalculator();
    this.#defaultCatalog = chosen.catalog.id;
    const ids = await pageCatalogs();
    const all = await Promise.all(
      ids.map((id) => (id === chosen.catalog.id ? chosen : loadPageCalculator({ catalog: id }))),
    );
    for (const calculator of all) this.calculators.set(calculator.catalog.id, calculator);
  }

  readonly #followAddress = (): void => {
    if (this.choices) void this.#enter(++this.#visit);
    else void this.load();
  };

  /** Shows what the address asks for. */
  async #enter(visit: number, ahead?: Ahead): Promise<void> {
    const query = new URLSearchParams(location.search);
    const id = customerIn(query) ?? (bringsFigures(query) ? undefined : this.customers[0]?.id);
    this.#forgetOutcome();
    const known = this.choices?.customer;
    // The figures of one account are not left standing under the address of another.
    if (id !== known?.id) this.#become({ status: "loading" });
    try {
      const choices =
        id === undefined ? await this.#figures(query) : await this.#customersChoices(query, id, known, ahead);
      if (visit !== this.#visit) return;
      this.#become({ status: "ready", choices });
      this.#show(readPlace(query));
      // Whole, so that a copied link tells the same tomorrow and where another language is preferred.
      history.replaceState(null, "", this.addressOf(this.place));
    } catch (reason) {
      this.#fail(visit, id === undefined ? "calculator" : "account", reason);
    }
  }

  async #figures(query: URLSearchParams): Promise<Choices> {
    const catalog = catalogIn(query) ?? this.#defaultCatalog;
    return readChoices(query, this.calculators.get(catalog) ?? (await loadPageCalculator({ catalog })));
  }

  async #customersChoices(
    query: URLSearchParams,
    id: string,
    known: Choices["customer"],
    ahead?: Ahead,
  ): Promise<Choices> {
    const asked = () => (ahead?.id === id ? ahead.state : server.getAccount(id));
    const customer = known?.id === id ? known : await asked();
    const { catalog } = customer;
    return readCustomerChoices(
      query,
      this.calculators.get(catalog) ?? (await loadPageCalculator({ catalog })),
      customer,
    );
  }

  /** One at a time: while nobody knows what became of the last, only that can be sent again. */
  async #send(parcel: Parcel): Promise<void> {
    const { status } = this.outcome;
    if (status === "sending" || status === "unanswered") throw new Error("Another one is on its way.");
    keepParcel(parcel);
    await this.#deliver(parcel, { wasSent: false });
  }

  async #deliver(parcel: Parcel, sending: { wasSent: boolean }): Promise<void> {
    this.#end({ status: "sending" });
    const outcome = await this.#post(parcel, sending);
    if (outcome.status === "unanswered") {
      this.#end(outcome);
      await outcome.decided;
      return;
    }
    forgetParcel();
    if (outcome.status === "placed" && this.choices?.customer?.id === parcel.account) this.#emptyCart();
    await this.#refresh(parcel.account);
    this.#end(outcome);
    if (outcome.status === "refused") throw outcome.refusal;
  }

  async #post(parcel: Parcel, sending: { wasSent: boolean }): Promise<Decided | Undecided> {
    const { account, key, kind } = parcel;
    try {
      if (parcel.kind === "order") {
        const { id } = await server.checkOut(account, parcel.cart, parcel, key);
        return { status: "placed", order: id };
      }
      await server.recharge(account, parcel.amount, key);
      return { status: "none" };
    } catch (reason) {
      return isRefused(reason, sending) ? { status: "refused", kind, refusal: reason } : this.#waitToSendAgain(parcel);
    }
  }

  /** Undecided until the buyer has it sent again, as often as it takes. */
  #waitToSendAgain(parcel: Parcel): Undecided {
    let again = () => {};
    const decided = new Promise<void>((resolve) => {
      again = resolve;
    }).then(() => this.#deliver(parcel, { wasSent: true }));
    return { status: "unanswered", again, decided };
  }

  /** What the account holds by now, and the server's date. Where it cannot be had, what is shown may be kept. */
  async #refresh(id: string, { keeps = false } = {}): Promise<void> {
    const visit = this.#visit;
    try {
      const customer = await server.getAccount(id);
      const { choices } = this;
      if (choices?.customer?.id !== id || visit !== this.#visit) return;
      this.#today = this.calculator?.today() ?? "";
      if (JSON.stringify(customer) === JSON.stringify(choices.customer)) return;
      const { on, account } = customer;
      this.#become({ status: "ready", choices: { ...choices, customer, on, account } });
      if (this.place.view !== "purchase") void this.loadRecords();
    } catch (reason) {
      if (!keeps) this.#fail(visit, "account", reason);
    }
  }

  readonly #lookAgain = (): void => {
    const id = this.choices?.customer?.id;
    const { status } = this.outcome;
    if (document.visibilityState !== "visible" || id === undefined || status === "sending") return;
    // An order is checked by the server: what is shown may be a moment old.
    void this.#refresh(id, { keeps: true });
  };

  readonly #lookAtDate = (): void => {
    const today = this.calculator?.today() ?? "";
    if (this.#today !== "" && today !== this.#today) this.#lookAgain();
    this.#today = today;
  };

  /** What was bought must not be in the cart when the buyer comes back to it. */
  #emptyCart(): void {
    if (!this.choices) return;
    this.#become({ status: "ready", choices: { ...this.choices, cart: emptyCart } });
    history.replaceState(null, "", this.addressOf(this.place));
  }

  #show(place: Place): void {
    this.place = this.choices?.customer ? place : { view: "purchase" };
    if (this.place.view !== "purchase" && this.outcome.status !== "sending") void this.loadRecords();
    this.host.requestUpdate();
  }

  #speak(locale: Locale): void {
    this.locale = locale;
    document.documentElement.lang = locale;
  }

  #become(loading: Loading): void {
    this.loading = loading;
    this.host.requestUpdate();
  }

  #fail(visit: number, of: "calculator" | "account", reason: unknown): void {
    if (visit === this.#visit) this.#become({ status: "failed", of, reason });
  }

  #list(records: LoadingRecords): void {
    this.records = records;
    this.host.requestUpdate();
  }

  #end(outcome: Outcome): void {
    this.outcome = outcome;
    this.host.requestUpdate();
  }

  #forgetOutcome(): void {
    if (["refused", "placed"].includes(this.outcome.status)) this.outcome = { status: "none" };
  }

  #pushAddress(): void {
    const address = this.addressOf(this.place);
    if (address !== location.search) history.pushState(null, "", address);
  }
}

function holdsNaN(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsNaN);
  return Number.isNaN(value);
}

/** The account that the address names, or the first there is: it is on its way while the calculator is. */
async function askAhead(
  query: URLSearchParams,
  customers: Promise<server.AccountSummary[] | { reason: unknown }>,
): Promise<Ahead | undefined> {
  const first = async () => {
    const found = await customers;
    return "reason" in found ? undefined : found[0]?.id;
  };
  const id = customerIn(query) ?? (bringsFigures(query) ? undefined : await first());
  if (id === undefined) return undefined;
  const state = server.getAccount(id);
  // Whoever waits for it hears of it.
  state.catch(() => {});
  return { id, state };
}

/** None where the page is served without the server: something answers, but not in JSON. */
async function findAccounts(): Promise<server.AccountSummary[]> {
  try {
    return await server.getAccounts();
  } catch (reason) {
    if (reason instanceof server.ServerError && reason.status < 500 && reason.reported === "no_json") return [];
    throw reason;
  }
}
