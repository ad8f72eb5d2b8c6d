import { builtInCatalogs, type LoadOptions, loadCalculator } from "prorata";

// In the words that bundlers know. The build of the elements puts the file's place beside them: see rolldown.config.js.
const wasm = () => new URL("prorata/page.wasm", import.meta.url);

/** Answers everything but `optimize`, which is left to a worker: a page is shown sooner without. */
export const loadPageCalculator = (options: Pick<LoadOptions, "catalog"> = {}) =>
  loadCalculator({ ...options, wasm: wasm() });

export const pageCatalogs = () => builtInCatalogs({ wasm: wasm() });
