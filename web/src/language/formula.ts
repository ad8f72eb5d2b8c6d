import type { Quote } from "prorata";

type Line = Quote["lines"][number];
export type PlanLine = Extract<Line, { price: number; month: string }>;

type Amount = (minor: number) => string;

const share = ({ days, ofDays }: PlanLine) => (days === undefined ? "" : ` × ${days} ÷ ${ofDays}`);

/** The sum behind a line as text, from the line's own figures; null where the price is charged as it is. */
export function lineFormula(line: Line, amount: Amount): string | null {
  if (line.kind === "pack") return `${amount(line.price)} × ${line.quantity}`;
  return line.days === undefined ? null : `${amount(line.price)}${share(line)}`;
}

/** What an upgrade makes up: "(8,399.00 − 738.00) × 16 ÷ 31". */
export function differenceFormula(charge: PlanLine, credit: PlanLine, amount: Amount): string {
  const difference = `${amount(charge.price)} − ${amount(credit.price)}`;
  return charge.days === undefined ? difference : `(${difference})${share(charge)}`;
}
