import type { Calculator } from "prorata";

export interface Cost {
  minutes: number;
  /** null where the plan leaves minutes unserved. */
  total: number | null;
}

/** What every self-serve plan costs for one full month, in tier order. */
export type Costs = { plan: string; costs: Cost[] }[];

/** Asked at the usages where a line can bend, the costs are whole lines: between two of those every plan's is straight. */
export function costsAt(calculator: Calculator, on: string, usages: readonly number[]): Costs {
  const asked = usages.map((minutes) => ({
    minutes,
    rows: calculator.compare({ on, monthlyMinutes: minutes, months: 1 }).rows,
  }));
  return calculator.catalog.plans.flatMap(({ id, contactSales }, index) => {
    if (contactSales) return [];
    const costs = asked.map(({ minutes, rows }) => {
      const month = rows[index]?.month;
      return { minutes, total: month && month.unservedMinutes === 0 ? month.total : null };
    });
    return [{ plan: id, costs }];
  });
}

/** Up to `end`: both ends, each plan's quota, each break-even point, and the forecast. Ascending. */
export function bends(calculator: Calculator, breaks: readonly number[], forecast: number, end: number): number[] {
  const quotas = calculator.catalog.plans.flatMap((plan) => (plan.contactSales ? [] : [plan.monthlyMinutes]));
  const usages = new Set([0, ...quotas, ...breaks, forecast, end]);
  return [...usages].filter((usage) => usage <= end).sort((a, b) => a - b);
}
