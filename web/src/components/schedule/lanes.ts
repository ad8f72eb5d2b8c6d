import type { Catalog, PurchasePlan } from "prorata";
import type { PackOrder } from "../../elements.ts";
import type { Wording } from "../../language/wording.ts";
import type { Part } from "../coverage/patterns.ts";

/** From the first month through the last, as indexes. */
export interface Bar {
  first: number;
  last: number;
}

/** A row of the timeline. */
export interface Lane {
  part: Part;
  name: string;
  /** Absent: the months of the bars say it. */
  about?: string;
  bars: Bar[];
}

type Months = PurchasePlan["months"];

/** The plans used, highest tier first. */
export function planLanes(months: Months, { plans }: Catalog, { plan }: Wording): Lane[] {
  return plans
    .map(({ id }): Lane => ({ part: "plan", name: plan(id), bars: barsOf(months, id) }))
    .filter(({ bars }) => bars.length > 0)
    .reverse();
}

function barsOf(months: Months, id: string): Bar[] {
  const bars: Bar[] = [];
  for (const [index, { plan }] of months.entries()) {
    if (plan !== id) continue;
    const open = bars.at(-1);
    if (open?.last === index - 1) open.last = index;
    else bars.push({ first: index, last: index });
  }
  return bars;
}

/** Each purchase of packs, and the months it can serve. */
export function packLanes(
  months: Months,
  { packValidityMonths }: Catalog,
  { text, minutes, pack, date, month: name }: Wording,
  throughOf: (index: number, order: PackOrder) => string | undefined,
): Lane[] {
  return months.flatMap(({ month, packs }, first) =>
    packs.map((order): Lane => {
      const bought = name(month);
      const through = throughOf(first, order);
      return {
        part: "cart",
        name: text.comparison.packCount(minutes(order.quantity), pack(order.pack)),
        about: through === undefined ? bought : text.schedule.bought(bought, date(through)),
        bars: [{ first, last: Math.min(months.length - 1, first + packValidityMonths) }],
      };
    }),
  );
}
