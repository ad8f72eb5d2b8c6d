import type { ReactiveController, ReactiveControllerHost } from "lit";
import { builtInCatalogs, type Calculator, loadCalculator } from "prorata";
import { type Locale, locales, preferredLocale } from "../language/locale.ts";
import { catalogIn, readChoices, writeChoices } from "./address.ts";
import { type Choices, sampleChoices } from "./choices.ts";

type Loading = { status: "loading" } | { status: "failed"; reason: unknown } | { status: "ready"; choices: Choices };

/** The page's state, in one place. The page renders it and asks for changes; nothing else keeps any. */
export class Store implements ReactiveController {
  locale: Locale = preferredLocale(navigator.languages);
  loading: Loading = { status: "loading" };
  readonly calculators = new Map<string, Calculator>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    const query = new URLSearchParams(location.search);
    this.locale = locales.find((locale) => locale === query.get("lang")) ?? this.locale;
    document.documentElement.lang = this.locale;
    void this.load();
  }

  get calculator(): Calculator | undefined {
    return this.loading.status === "ready" ? this.calculators.get(this.loading.choices.catalog) : undefined;
  }

  async load(): Promise<void> {
    this.#become({ status: "loading" });
    try {
      const query = new URLSearchParams(location.search);
      const named = catalogIn(query);
      const chosen = await loadCalculator(named === null ? {} : { catalog: named });
      const ids = await builtInCatalogs();
      const all = await Promise.all(
        ids.map((id) => (id === chosen.catalog.id ? chosen : loadCalculator({ catalog: id }))),
      );
      for (const calculator of all) this.calculators.set(calculator.catalog.id, calculator);
      this.#become({ status: "ready", choices: readChoices(query, chosen) });
    } catch (reason) {
      this.#become({ status: "failed", reason });
    }
  }

  speak(locale: Locale): void {
    this.locale = locale;
    document.documentElement.lang = locale;
    this.#writeAddress();
    this.host.requestUpdate();
  }

  change(part: Partial<Choices>): void {
    if (this.loading.status !== "ready") return;
    this.#become({ status: "ready", choices: { ...this.loading.choices, ...part } });
    this.#writeAddress();
  }

  /** Another price list has other plans and packs: only the date is kept. */
  changeCatalog(id: string): void {
    const calculator = this.calculators.get(id);
    if (!calculator || this.loading.status !== "ready") return;
    this.change({ ...sampleChoices(calculator), on: this.loading.choices.on });
  }

  #become(loading: Loading): void {
    this.loading = loading;
    this.host.requestUpdate();
  }

  #writeAddress(): void {
    const { calculator } = this;
    if (this.loading.status !== "ready" || !calculator) return;
    const query = writeChoices(this.loading.choices, calculator.catalog);
    query.set("lang", this.locale);
    history.replaceState(null, "", `?${query}`);
  }
}
