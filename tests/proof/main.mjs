// `npm run proof [-- INSTANCES [FIRST_SEED]]`: the optimum against HiGHS, a general solver that knows none of our ideas.
import { readFileSync } from "node:fs";
import highsLoader from "highs";
import { loadCalculator } from "prorata";
import { instanceOf } from "./instances.mjs";
import { programOf } from "./milp.mjs";

const [instances = 2000, firstSeed = 1] = process.argv.slice(2).map(Number);
const base = JSON.parse(readFileSync(new URL("../../core/catalogs/easemob-cn.json", import.meta.url), "utf8"));
const exactly = { mip_rel_gap: 0, mip_abs_gap: 0, mip_feasibility_tolerance: 1e-9, output_flag: false };

let highs = await highsLoader();
let differences = 0;
for (let seed = firstSeed; seed < firstSeed + instances; seed++) {
  const { catalog, request } = instanceOf(base, seed);
  const calculator = await loadCalculator({ catalog });
  const { total } = calculator.optimize(request);
  const { Status, ObjectiveValue } = highs.solve(programOf(calculator, request), exactly);
  calculator.free();
  if (Status !== "Optimal" || Math.abs(ObjectiveValue - total) > 1e-3) {
    differences++;
    console.log(`seed ${seed}: ${total}, HiGHS ${Status} ${ObjectiveValue}`);
  }
  // Its memory only ever grows.
  if (seed % 500 === 0) highs = await highsLoader();
}
console.log(`${instances - differences} passed, ${differences} failed`);
process.exitCode = differences === 0 ? 0 : 1;
