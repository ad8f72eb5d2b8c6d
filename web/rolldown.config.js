import { defineConfig } from "rolldown";

/**
 * The elements as `prorata/web`: Lit inside, the calculator outside, as the package's own file. Not by Vite's library
 * mode: it hides the worker's address from the bundlers that come after.
 */
export default defineConfig({
  input: { elements: "src/define.ts", "optimizer-worker": "src/state/optimizer-worker.ts" },
  external: ["prorata"],
  tsconfig: "tsconfig.json",
  output: {
    dir: "../bindings/dist/web",
    cleanDir: true,
    paths: { prorata: "../index.js" },
    minify: true,
  },
});
