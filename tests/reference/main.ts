// `npm run reference [-- LISTS [SEED [PART]]]`: the module against a second implementation, written from the rules alone.
import { Difference, tally } from "./agreement.js";
import { builtInLists, compareEveryDay } from "./every-day.js";
import { checkProperty, properties } from "./random.js";

const everyDay = 36_525;
const enough = 2_000;
const [lists = enough, seed = Date.now() % 2 ** 31] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];

/** Does a part of the work and says what came of it. */
async function report(what: string, work: () => Promise<string | null>): Promise<void> {
  if (only !== undefined && what !== only) return;
  const [before, start] = [{ ...tally }, performance.now()];
  const difference = await work();
  const [answers, refusals, tooLarge, tooMuchWork] = (["answers", "refusals", "tooLarge", "tooMuchWork"] as const).map(
    (count) => tally[count] - before[count],
  ) as [number, number, number, number];
  const counts = `${answers} answers and ${refusals} refusals`;
  const left = tooLarge > 0 ? `, ${tooLarge} too large to try everything` : "";
  const refused = tooMuchWork > 0 ? `, ${tooMuchWork} too much work for the module` : "";
  console.log(`${what}: ${counts}${left}${refused}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (100 * tooMuchWork > answers) process.exitCode = 1;
  if (difference === null) return;
  console.log(`  ${difference.replaceAll("\n", "\n  ")}`);
  process.exitCode = 1;
}

// Who asks for fewer lists asks for fewer days as well.
const daysApart = lists >= enough ? 1 : Math.floor(everyDay / lists);
console.log(
  `Built-in lists: every pair of plans, each ${daysApart === 1 ? "day" : `${daysApart} days`} of 2000 to 2099`,
);
for (const id of await builtInLists())
  await report(id, async () => {
    try {
      await compareEveryDay(id, daysApart);
      return null;
    } catch (error) {
      if (error instanceof Difference) return error.message;
      throw error;
    }
  });

console.log(`Random price lists: ${lists} for each, seed ${seed}`);
for (const property of properties) await report(property.name, () => checkProperty(property, lists, seed));
