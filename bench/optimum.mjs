// The cheapest schedule: typical, hard and adversarial forecasts, and beside a general solver.
import { readFileSync } from "node:fs";
import highsLoader from "highs";
import { loadCalculator } from "prorata";
import { instanceOf } from "../tests/proof/instances.mjs";
import { programOf } from "../tests/proof/milp.mjs";
import { adversarial, grownCatalog, hardForecast, owned } from "./cases.mjs";
import { median, msOf, nsPerCall, rounded } from "./timing.mjs";

const on = "2024-08-16";
const year = (first, growth) => Array.from({ length: 12 }, (_, i) => Math.round(first * growth ** i));
const hardRequest = (months, seed) => ({
  on,
  account: { plan: "plan-1", packs: owned },
  forecast: hardForecast(months, seed),
});

async function withCalculator(catalog, measure) {
  const calculator = await loadCalculator({ catalog });
  try {
    return measure(calculator);
  } finally {
    calculator.free();
  }
}

const typical = () =>
  withCalculator(undefined, (calculator) => {
    const requests = [1, 1.05, 1.2, 0.9].flatMap((growth) =>
      [8_000, 130_000, 380_000, 1_300_000].map((first) => ({
        on,
        account: { plan: "basic" },
        forecast: year(first, growth),
      })),
    );
    let i = 0;
    return nsPerCall(() => calculator.optimize(requests[i++ % requests.length])) / 1e6;
  });

const hard = () =>
  withCalculator(grownCatalog(6, 4), (calculator) => {
    const requests = Array.from({ length: 40 }, (_, seed) => hardRequest(36, seed + 1));
    calculator.optimize(requests[0]);
    return msOf(requests.map((request) => () => calculator.optimize(request)));
  });

async function worstOf(cases) {
  const times = {};
  for (const { name, catalog, request } of cases) {
    times[name] = await withCalculator(catalog, (calculator) => {
      const [ms] = msOf([
        () => {
          try {
            calculator.optimize(request);
          } catch (error) {
            // Refused for being too much work: an answer as well.
            if (error.code !== "out_of_range") throw error;
          }
        },
      ]);
      return rounded(ms);
    });
  }
  return times;
}

/** How many times as long a general solver takes, over random instances whose optimum both agree on. */
async function besideHighs(instances) {
  const base = JSON.parse(readFileSync(new URL("../core/catalogs/easemob-cn.json", import.meta.url), "utf8"));
  const exactly = { mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance: 1e-9, output_flag: false };
  const highs = await highsLoader();
  const ratios = [];
  for (let seed = 1; seed <= instances; seed++) {
    const { catalog, request } = instanceOf(base, seed);
    await withCalculator(catalog, (calculator) => {
      const program = programOf(calculator, request);
      const start = performance.now();
      const { ObjectiveValue } = highs.solve(program, exactly);
      const highsMs = performance.now() - start;
      const { total } = calculator.optimize(request);
      if (Math.abs(ObjectiveValue - total) > 1e-3) throw new Error(`seed ${seed}: ${total}, HiGHS ${ObjectiveValue}`);
      // A browser takes its time to make fast code of a module; the solver has had it by now.
      const calls = Array.from({ length: 25 }, () => () => calculator.optimize(request));
      ratios.push(highsMs / median(msOf(calls)));
    });
  }
  return { instances, median: rounded(median(ratios)), worst: rounded(Math.min(...ratios)) };
}

export async function optimum() {
  const hardMs = await hard();
  return {
    "typical ms": rounded(await typical()),
    "hard, median ms": rounded(median(hardMs)),
    "hard, worst ms": rounded(Math.max(...hardMs)),
    "adversarial ms": await worstOf(adversarial()),
    "HiGHS ÷ ours": await besideHighs(400),
  };
}
