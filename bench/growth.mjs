// How times grow with what is asked, as the power of its size.
import { loadCalculator } from "prorata";
import { grownCatalog, hardForecast, owned } from "./cases.mjs";
import { inText } from "./module.mjs";
import { exponent, median, msOf, nsPerCall, rounded } from "./timing.mjs";

const on = "2024-08-16";

async function timesOf(sizes, prepare) {
  const times = [];
  for (const size of sizes) {
    const { catalog, measure } = prepare(size);
    const calculator = await loadCalculator({ catalog });
    times.push(await measure(calculator, catalog));
    calculator.free();
  }
  return times;
}

const comparison = { on, monthlyMinutes: 2_345_678 };
const compareMs = (calculator) => nsPerCall(() => calculator.compare(comparison), { rounds: 7 }) / 1e6;
// Without JavaScript's values: a text of more than 128 kB, as 256 plans have, costs V8 new pages of memory each time.
const compareInTextMs = async (_, catalog) =>
  nsPerCall(await inText(catalog, "compare", comparison), { rounds: 7 }) / 1e6;
const hardMs = (months) => (calculator) =>
  median(
    msOf(
      [1, 2, 3, 4, 5, 6, 7].map(
        (seed) => () =>
          calculator.optimize({ on, account: { plan: "plan-1", packs: owned }, forecast: hardForecast(months, seed) }),
      ),
    ),
  );
const ownedPacks = (count) =>
  Array.from({ length: count }, (_, i) => ({
    purchasedOn: `2024-0${1 + (i % 8)}-0${1 + (i % 9)}`,
    remainingMinutes: 100 + i,
  }));

const series = {
  "compare, plans": [[32, 64, 128, 256], (plans) => ({ catalog: grownCatalog(plans, 3), measure: compareMs })],
  "compare in text, plans": [
    [32, 64, 128, 256],
    (plans) => ({ catalog: grownCatalog(plans, 3), measure: compareInTextMs }),
  ],
  "compare, packs": [[1, 2, 4, 8], (packs) => ({ catalog: grownCatalog(6, packs), measure: compareMs })],
  "optimize, months": [[9, 18, 36], (months) => ({ catalog: grownCatalog(6, 4), measure: hardMs(months) })],
  "optimize, plans": [[3, 6, 12, 24], (plans) => ({ catalog: grownCatalog(plans, 4), measure: hardMs(24) })],
  "optimize, packs": [[1, 2, 4], (packs) => ({ catalog: grownCatalog(6, packs), measure: hardMs(24) })],
  "quote, owned packs": [
    [500, 1000, 2000, 4000, 8000],
    (count) => ({
      catalog: undefined,
      measure: (calculator) => {
        const account = { plan: "basic", packs: ownedPacks(count) };
        return nsPerCall(() => calculator.quote({ on: "2024-09-16", account }), { rounds: 7 }) / 1e6;
      },
    }),
  ],
};

export async function growth() {
  const report = {};
  for (const [name, [sizes, prepare]] of Object.entries(series)) {
    const times = await timesOf(sizes, prepare);
    report[name] = {
      sizes,
      ms: times.map((ms) => rounded(ms)),
      exponent: rounded(exponent(sizes, times), 2),
      "last ÷ one before": rounded(times.at(-1) / times.at(-2)),
    };
  }
  return report;
}
