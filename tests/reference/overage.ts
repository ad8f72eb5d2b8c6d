import type { PriceList, SelfServePlan } from "./catalog.js";
import { ratio, rounded } from "./ratio.js";

export interface Excess {
  overage: { minutes: bigint; amount: bigint };
  unservedMinutes: bigint;
}

/** Minutes beyond all quotas: billed afterwards, or not served. */
export function billExcess({ overage }: PriceList, plan: SelfServePlan, minutes: bigint): Excess {
  if (plan.overage === "suspend") return { overage: { minutes: 0n, amount: 0n }, unservedMinutes: minutes };
  const amount = rounded(ratio(minutes * overage.price, overage.perMinutes));
  return { overage: { minutes, amount }, unservedMinutes: 0n };
}
