// How long answers take in Node, and how much the package weighs. Never part of the tests: figures are for people.
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { loadCalculator } from "prorata";
import { grownCatalog, hardForecast, owned, wideCatalog } from "./cases.mjs";

/** The median time of a call, in ms; the first calls, which warm up, do not count. */
function median(call) {
  const times = [];
  const until = performance.now() + 500;
  for (let i = 0; times.length < 5 || (performance.now() < until && times.length < 2000); i++) {
    const start = performance.now();
    call();
    if (i > 1) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

const rows = [];
async function measure(name, catalog, verb, requests) {
  const calculator = await loadCalculator({ catalog });
  let i = 0;
  rows.push({
    case: name,
    "median ms": Number(median(() => calculator[verb](requests[i++ % requests.length])).toFixed(3)),
  });
  calculator.free();
}

const on = "2024-08-16";
const year = (first, growth) => Array.from({ length: 12 }, (_, i) => Math.round(first * growth ** i));
const hard = (months, plans, packs) => [
  grownCatalog(plans, packs),
  "optimize",
  [1, 2, 3, 4, 5].map((seed) => ({
    on,
    account: { plan: "plan-1", packs: owned },
    forecast: hardForecast(months, seed),
  })),
];

await measure("quote", undefined, "quote", [
  { on, account: { plan: "basic" }, plan: "flagship", packs: [{ pack: "pack-25k", quantity: 2 }] },
]);
await measure("compare, 64 plans, 8 packs", wideCatalog(), "compare", [{ on, monthlyMinutes: 2_345_678, months: 12 }]);
await measure(
  "optimize, 12 months, 4 plans, 3 packs",
  undefined,
  "optimize",
  [1, 1.05, 1.2, 0.9].flatMap((growth) =>
    [8_000, 130_000, 380_000, 1_300_000].map((first) => ({
      on,
      account: { plan: "basic" },
      forecast: year(first, growth),
    })),
  ),
);
await measure("optimize, 36 months, 6 plans, 4 packs, 4 owned, spiky", ...hard(36, 6, 4));
for (const months of [6, 12, 24]) await measure(`… ${months} months`, ...hard(months, 6, 4));
for (const plans of [2, 3, 12]) await measure(`… ${plans} plans`, ...hard(36, plans, 4));
for (const packs of [1, 2, 3, 5]) await measure(`… ${packs} packs`, ...hard(36, 6, packs));
console.table(rows);

const sizes = ["prorata.wasm", "prorata.mjs", "calculator.js", "loader.js", "web/elements.js"].map((file) => {
  const content = readFileSync(new URL(`../bindings/dist/${file}`, import.meta.url));
  return {
    file,
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
});
console.table(sizes);
