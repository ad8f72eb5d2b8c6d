import type { QuotaFall } from "../state/outlook.ts";
import type { Wording } from "./wording.ts";

/** That the quota falls, and what becomes of the minutes used already. */
export function quotaFallWords({ before, after, fromPacks, overage, unservedMinutes }: QuotaFall, wording: Wording) {
  const { minutes, money } = wording;
  const text = wording.text.quotaFall;
  return [
    text.falls(minutes(before), minutes(after)),
    ...(fromPacks > 0 ? [text.fromPacks(minutes(fromPacks))] : []),
    ...(overage.minutes > 0 ? [text.overage(minutes(overage.minutes), money(overage.amount))] : []),
    ...(unservedMinutes > 0 ? [text.unserved(minutes(unservedMinutes))] : []),
  ];
}
