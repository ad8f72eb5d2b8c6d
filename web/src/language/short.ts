import type { Minor, Quote } from "prorata";
import type { Wording } from "./wording.ts";

/**
 * What the balance lacks, and the words for it: for the next automatic charge, else what is owed already. `after` an
 * order it may lack something else than before it, so that this is said with it.
 */
export function shortOf(
  { balance, renewal }: Quote,
  { text, money, date }: Wording,
  when: "now" | "after",
): { amount: Minor; words: string } | undefined {
  if (renewal.shortfall) {
    const amount = renewal.shortfall;
    const short = when === "after" ? text.bill.renewalShortAfter : text.bill.renewalShort;
    return { amount, words: short(money(amount), date(renewal.on)) };
  }
  if (balance === null || balance.after >= 0) return undefined;
  const amount = -balance.after;
  return { amount, words: text.bill.owed(money(amount)) };
}
