// A program as a customer of the package writes it; types.test.mjs compiles it. Each expected error is a promise too.
import {
  builtInCatalogs,
  type Calculator,
  type Catalog,
  type CatalogDocument,
  type CivilDate,
  type ImportedCatalog,
  loadCalculator,
  type Minor,
  PricingError,
  type Quote,
  type QuoteLine,
  type QuoteRequest,
  type WasmSource,
} from "prorata";
import agora from "prorata/catalogs/agora-global.json" with { type: "json" };
import easemob from "prorata/catalogs/easemob-cn.json" with { type: "json" };
import shengwang from "prorata/catalogs/shengwang-cn.json" with { type: "json" };
import { loadCalculator as loadInline } from "prorata/inline";
import compiled from "prorata/prorata.wasm";

const request: QuoteRequest = {
  on: "2024-08-16",
  account: { plan: "basic", packs: [{ purchasedOn: "2024-02-10", remainingMinutes: 1200 }] },
  plan: "flagship",
  packs: [{ pack: "pack-25k", quantity: 1 }],
};

function formula(line: QuoteLine): string {
  if (line.kind === "pack") return `${line.price} × ${line.quantity}`;
  return line.days === undefined ? `${line.price}` : `${line.price} × ${line.days} ÷ ${line.ofDays}`;
}

export async function bill(catalog: CatalogDocument, wasm: WasmSource): Promise<string[]> {
  const calculator: Calculator = await loadCalculator({ catalog, wasm });
  const [id = "easemob-cn"]: string[] = await builtInCatalogs();
  const today: CivilDate = (await loadCalculator({ catalog: id })).today();
  try {
    const quote: Quote = calculator.quote({ ...request, on: today });
    const due: Minor = quote.amountDue;
    const { valid, differences } = calculator.verify(request, JSON.parse("{}"));
    return [...quote.lines.map(formula), `${due}`, valid ? "" : `${differences[0]?.path}`];
  } catch (error) {
    if (error instanceof PricingError && error.code === "unknown_plan") return [error.path];
    throw error;
  } finally {
    calculator.free();
  }
}

export function plans({ catalog }: Calculator): (Minor | null)[] {
  return catalog.plans.map((plan) => (plan.contactSales ? null : plan.monthlyPrice));
}

// @ts-expect-error: a date is needed
export const undated: QuoteRequest = { plan: "basic" };
// @ts-expect-error: nothing reads a coupon
export const coupon: QuoteRequest = { on: "2024-08-16", coupon: "x" };
export function replace(calculator: Calculator, catalog: Catalog): void {
  // @ts-expect-error: a calculator keeps its catalog
  calculator.catalog = catalog;
}

// What TypeScript makes of a JSON file is a price list too.
export const imported: ImportedCatalog[] = [easemob, shengwang, agora];
export const calculators: Promise<Calculator>[] = imported.map((catalog) => loadInline({ catalog, wasm: compiled }));
// @ts-expect-error: a price list has plans
export const planless: ImportedCatalog = { ...easemob, plans: undefined };
// @ts-expect-error: money is text, so that none of it passes through a binary fraction
export const binary: ImportedCatalog = { ...easemob, overage: { price: 7, perMinutes: 1000 } };
// @ts-expect-error: written by hand, every word is one that there is
export const misspelt: CatalogDocument["policy"]["renewal"] = { dayOfMonth: 1 };
