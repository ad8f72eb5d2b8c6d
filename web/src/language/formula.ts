import type { Quote } from "prorata";
import type { Wording } from "./wording.ts";

type Line = Quote["lines"][number];
export type PlanLine = Extract<Line, { price: number; month: string }>;

/** Amounts without a symbol, and counts. */
type Format = Pick<Wording, "amount" | "minutes">;

const share = ({ days, ofDays }: PlanLine) => (days === undefined ? "" : ` × ${days} ÷ ${ofDays}`);

/** The sum behind a line as text, from the line's own figures; null where the price is charged as it is. */
export function lineFormula(line: Line, { amount, minutes }: Format): string | null {
  if (line.kind === "pack") return `${amount(line.price)} × ${minutes(line.quantity)}`;
  return line.days === undefined ? null : `${amount(line.price)}${share(line)}`;
}

/** What an upgrade makes up: "(8,399.00 − 738.00) × 16 ÷ 31". */
export function differenceFormula(charge: PlanLine, credit: PlanLine, { amount }: Format): string {
  const difference = `${amount(charge.price)} − ${amount(credit.price)}`;
  return charge.days === undefined ? difference : `(${difference})${share(charge)}`;
}

/** What a line of the plan is called. */
export const labelOf = ({ kind, days }: PlanLine, { charge, credit, creditWhole }: Wording["text"]["bill"]) =>
  kind === "plan_charge" ? charge : days === undefined ? creditWhole : credit;
