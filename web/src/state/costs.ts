import type { Calculator, Comparison } from "prorata";

/** What one full month comes to on each plan, in tier order; null where none is sold or minutes are left unserved. */
export type Totals = (number | null)[];

export const totalsOf = ({ rows }: Comparison): Totals =>
  rows.map(({ month }) => (month && month.unservedMinutes === 0 ? month.total : null));

/** Totals by usage, each asked for once: a price list of many plans takes the core some milliseconds. */
export class MonthTotals {
  readonly #known = new Map<number, Totals>();

  constructor(
    private readonly calculator: Calculator,
    private readonly on: string,
  ) {}

  at(minutes: number): Totals {
    const known = this.#known.get(minutes);
    if (known) return known;
    const totals = totalsOf(this.calculator.compare({ on: this.on, monthlyMinutes: minutes, months: 1 }));
    this.#known.set(minutes, totals);
    return totals;
  }
}

/** A plan's cost from no usage to the chart's end. */
export interface CostLine {
  plan: string;
  corners: { minutes: number; total: number }[];
  /** It stops at the quota, because the plan serves nothing beyond. */
  isCut: boolean;
}

/** A plan costs its price up to its quota, and from there on a straight line leads to its total at the end. */
export function costLines({ rows }: Comparison, end: number, totalsAtEnd: Totals): CostLine[] {
  return rows.flatMap(({ plan, month }, index) => {
    if (!month) return [];
    const { price, quotaMinutes } = month;
    const total = totalsAtEnd[index] ?? null;
    const corners = [0, ...(quotaMinutes < end ? [quotaMinutes] : [])].map((minutes) => ({ minutes, total: price }));
    if (total !== null) corners.push({ minutes: end, total });
    return [{ plan, corners, isCut: total === null }];
  });
}

/** The usages of the table: both ends, each quota, each break-even point, and the forecast. */
export function markedUsages({ rows, breakpoints }: Comparison, forecast: number, end: number): number[] {
  const quotas = rows.flatMap(({ month }) => (month ? [month.quotaMinutes] : []));
  const breaks = breakpoints.map(({ fromMinutes }) => fromMinutes);
  return [...new Set([0, ...quotas, ...breaks, forecast, end])].filter((usage) => usage <= end).sort((a, b) => a - b);
}
