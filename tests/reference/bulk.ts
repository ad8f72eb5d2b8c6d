import type { PriceList } from "./catalog.js";
import { answer } from "./exact.js";
import type { Fault } from "./fault.js";
import { bill } from "./quote.js";

/** Row by row: a day since 1970-01-01, and the places of two plans among the plans. */
export interface QuoteColumns {
  on: Int32Array;
  from: Uint8Array;
  to: Uint8Array;
}

export const daysSinceEpoch = (date: string): number => Date.parse(date) / 86_400_000;
export const dateOf = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

const days = { first: daysSinceEpoch("2000-01-01"), last: daysSinceEpoch("2999-12-31") };

export function columnFaults(list: PriceList, columns: QuoteColumns): Fault[] {
  const lengths = (["on", "from", "to"] as const).map((name) => ({ name, length: columns[name].length }));
  const longest = Math.max(...lengths.map(({ length }) => length));
  const short = lengths.filter(({ length }) => length < longest);
  if (short.length > 0) return short.map(({ name, length }) => ({ code: "invalid_value", path: `/${name}/${length}` }));

  const faults: Fault[] = [];
  columns.on.forEach((on, i) => {
    if (on < days.first || on > days.last) faults.push({ code: "invalid_date", path: `/on/${i}` });
  });
  for (const name of ["from", "to"] as const)
    columns[name].forEach((index, i) => {
      const plan = list.plans[index];
      if (plan === undefined) faults.push({ code: "unknown_plan", path: `/${name}/${i}` });
      else if (name === "from" && plan.contactSales) faults.push({ code: "managed_account", path: `/from/${i}` });
    });
  return faults;
}

/** What `quote` says, row by row. */
export function quoteColumns(list: PriceList, { on, from, to }: QuoteColumns): Float64Array {
  return Float64Array.from(on, (day, i) => {
    const idOf = (index: number | undefined) => list.plans[index ?? -1]?.id ?? "";
    const account = { plan: idOf(from[i]) };
    const { planChange, amountDue } = bill(list, { on: dateOf(day), account, plan: idOf(to[i]) }).quote;
    return planChange?.allowed ? answer<number>(amountDue) : Number.NaN;
  });
}
