import { readFileSync } from "node:fs";
import { builtInCatalogs, loadCalculator } from "prorata";
import { agree, agreeAsync, ask, type Both } from "./agreement.js";
import { dateOf, daysSinceEpoch, type QuoteColumns } from "./bulk.js";
import { lastOf, monthOf, monthsAfter } from "./calendar.js";
import type { PriceListDocument } from "./catalog.js";
import { loadReference } from "./reference.js";

const documents = new URL("../../core/catalogs/", import.meta.url);
const span = { first: daysSinceEpoch("2000-01-01"), last: daysSinceEpoch("2099-12-31") };

export const builtInLists = (): Promise<string[]> => builtInCatalogs();

/** Every pair of plans of a built-in list, on days of 2000 to 2099 so far apart. Throws a Difference. */
export async function compareEveryDay(id: string, daysApart: number): Promise<void> {
  const document: PriceListDocument = JSON.parse(readFileSync(new URL(`${id}.json`, documents), "utf8"));
  const calculator = await loadCalculator({ catalog: id });
  const both = { reference: loadReference(document), calculator };
  await agreeAsync(
    { load: id },
    () => both.reference.catalog,
    async () => calculator.catalog,
  );

  const rows: Row[] = [];
  for (let day = span.first; day <= span.last; day += daysApart) rows.push(...compareDay(both, day));
  compareColumns(both, rows);
  calculator.free();
}

interface Row {
  on: number;
  from: number;
  to: number;
  amountDue: number;
}

function compareDay(both: Both, day: number): Row[] {
  const on = dateOf(day);
  const { plans } = both.reference.list;
  return plans.flatMap((plan, from) => {
    if (plan.contactSales) return [];
    // Within the quota on some days, past it on others.
    const usage = (day * 7_919 + from * 104_729) % Math.floor(2.5 * Number(plan.monthlyMinutes));
    const months = 1 + (usage % 3);
    const account = { plan: plan.id, usedMinutes: Math.floor(usage / 3), balance: usage };
    ask(both, "compare", { on, account, monthlyMinutes: usage });
    return plans.map((other, to): Row => {
      const request = { on, account, plan: other.id };
      ask(both, "cover", { ...request, monthMinutes: usage });
      const bought = ask(both, "purchase", request);
      const through = lastOf(monthsAfter(monthOf(on), months));
      ask(both, "settle", { on, account: bought?.account ?? account, through, usage: Array(months).fill(usage) });
      return { on: day, from, to, amountDue: bought?.quote.planChange?.allowed ? bought.quote.amountDue : Number.NaN };
    });
  });
}

/** The same amounts again, all at once. */
function compareColumns({ calculator }: Both, rows: Row[]): void {
  const columns: QuoteColumns = {
    on: Int32Array.from(rows, ({ on }) => on),
    from: Uint8Array.from(rows, ({ from }) => from),
    to: Uint8Array.from(rows, ({ to }) => to),
  };
  agree(
    { quoteColumns: `${rows.length} rows` },
    () => Float64Array.from(rows, ({ amountDue }) => amountDue),
    () => calculator.quoteColumns(columns),
  );
}
