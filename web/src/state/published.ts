import type { Catalog } from "prorata";

/** Addresses of what a seller publishes. */
interface Published {
  prices?: string | undefined;
  rules?: string | undefined;
}

const shengwang = "https://doc.shengwang.cn/doc/rtc/android/billing/billing-strategy";

/** Of the built-in price lists. Easemob sells at Shengwang's prices and refers to Shengwang's rules. */
const known: Record<string, Published> = {
  "easemob-cn": { prices: shengwang, rules: shengwang },
  "shengwang-cn": { prices: shengwang, rules: shengwang },
  "agora-global": {
    prices: "https://www.agora.io/en/pricing/",
    rules: "https://docs.agora.io/en/realtime-media/rtc/subscription-packages",
  },
};

/** Where a price list's own source is an address that can be gone to, it is that of its prices. */
export function publishedBy({ id, source }: Catalog): Published {
  if (/^https?:\/\//i.test(source ?? "")) return { prices: source };
  return Object.hasOwn(known, id) ? (known[id] ?? {}) : {};
}
