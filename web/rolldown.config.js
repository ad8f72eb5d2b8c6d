import { defineConfig } from "rolldown";

/** The module that the elements load by themselves lies beside them. */
const pageModule = {
  name: "page-module",
  transform: {
    // Only where it is named: what is transformed without a map has no source map.
    filter: { code: '"prorata/page.wasm"' },
    handler: (/** @type {string} */ code) => ({
      code: code.replaceAll('"prorata/page.wasm"', '"./page.wasm"'),
      map: null, // The lines stay where they are.
    }),
  },
};

/**
 * The elements as `prorata/web`: Lit inside, the calculator outside, as the package's own file. Not by Vite's library
 * mode: it hides the worker's address from the bundlers that come after. Each entry is one file.
 *
 * @param {string} name
 * @param {string} input
 */
const entry = (name, input) => ({
  input: { [name]: input },
  external: ["prorata"],
  plugins: [pageModule],
  tsconfig: "tsconfig.json",
  output: {
    dir: "../bindings/dist/web",
    paths: { prorata: "../index.js" },
    minify: true,
    sourcemap: true,
  },
});

export default defineConfig([
  entry("elements", "src/define.ts"),
  entry("optimizer-worker", "src/state/optimizer-worker.ts"),
  entry("ja", "src/language/ja.ts"),
]);
