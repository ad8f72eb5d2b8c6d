import type { ReactiveControllerHost } from "lit";
import type { Calculator, CatalogDocument } from "prorata";
import { loadPageCalculator } from "./page-module.ts";

/** By id or address: the elements of a page that name one price list share its calculator. */
const calculators = new Map<string, Promise<Calculator>>();

function calculatorFor(catalog: string): Promise<Calculator> {
  const known = calculators.get(catalog);
  if (known) return known;
  const loading = load(catalog);
  loading.catch(() => calculators.delete(catalog));
  calculators.set(catalog, loading);
  return loading;
}

/** An address has a slash or a point in it; the ids of the price lists that are built in have neither. */
const load = async (catalog: string) =>
  loadPageCalculator({ catalog: /[/.]/.test(catalog) ? await download(new URL(catalog, document.baseURI)) : catalog });

async function download(address: URL): Promise<CatalogDocument> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response.json();
}

/** What an element may be given, or load by itself. */
export interface Loading extends ReactiveControllerHost {
  calculator: Calculator | undefined;
  catalog: string | undefined;
  date: string;
}

/** The calculator of an element that names a price list and is given no calculator. */
export class OwnCalculator {
  /** Why there is none. */
  failure: unknown;

  #loaded: Calculator | undefined;

  constructor(private readonly host: Loading) {}

  async load(): Promise<void> {
    const { host } = this;
    const { catalog } = host;
    if (catalog === undefined || (host.calculator && host.calculator !== this.#loaded)) return;
    const isAnswered = () => host.catalog !== catalog || (host.calculator && host.calculator !== this.#loaded);
    try {
      const calculator = await calculatorFor(catalog);
      if (isAnswered()) return;
      this.failure = undefined;
      this.#loaded = calculator;
      host.calculator = calculator;
      host.date ||= calculator.today();
    } catch (failure) {
      if (isAnswered()) return;
      this.failure = failure;
      host.calculator = undefined;
      host.requestUpdate();
    }
  }
}
