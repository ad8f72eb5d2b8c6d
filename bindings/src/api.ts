import { type Calculator, calculatorOf } from "./calculator.js";
import type { CatalogDocument } from "./generated/types.js";
import { argumentText } from "./json.js";
import { loadCore, type WasmSource } from "./loader.js";

export type { Calculator } from "./calculator.js";
export type { QuoteColumns } from "./columns.js";
export { PricingError } from "./error.js";
export type * from "./generated/types.js";
export type { CompiledWasm, WasmSource } from "./loader.js";

/** A price list as TypeScript types a JSON file that holds one. */
export type ImportedCatalog = Imported<CatalogDocument>;

/** In an imported JSON file a word is any string, a number any number, and a member of one item is undefined in others. */
type Imported<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Item)[]
        ? Imported<Item>[]
        : { [Member in keyof T]: Imported<T[Member]> | (undefined extends T[Member] ? undefined : never) };

export interface LoadOptions {
  /** Id of a built-in catalog ("easemob-cn" when absent), or a catalog document, imported JSON too. */
  catalog?: string | CatalogDocument | ImportedCatalog;
  /**
   * Where the .wasm comes from when the default does not fit: a URL (a string is relative to the page; without one it
   * is a whole address), its bytes, or the compiled module. Calculators of the same source share one instance.
   */
  wasm?: WasmSource;
}

/**
 * A calculator for one catalog. Rejects with a PricingError: unknown_catalog, or invalid_catalog whose path points into
 * the document. A .wasm that cannot be fetched or compiled rejects with the host's own error.
 */
export async function loadCalculator(options: LoadOptions = {}): Promise<Calculator> {
  // Read before the first wait: what the caller does to the document meanwhile changes nothing.
  const { catalog = "easemob-cn", wasm } = options;
  const text = argumentText(catalog, "invalid_catalog");
  return calculatorOf(await loadCore(wasm), text);
}

/** Ids of the catalogs that ship inside the module. */
export async function builtInCatalogs({ wasm }: Pick<LoadOptions, "wasm"> = {}): Promise<string[]> {
  return (await loadCore(wasm)).builtInCatalogs();
}
