// Price lists and forecasts of any size, the same at every run.
import { readFileSync } from "node:fs";

const builtIn = JSON.parse(readFileSync(new URL("../core/catalogs/easemob-cn.json", import.meta.url), "utf8"));
const name = { en: "A", "zh-CN": "甲" };

function catalogOf(plans, packs) {
  return {
    ...builtIn,
    id: "bench",
    defaultPlan: "plan-0",
    plans: plans.map(([monthlyPrice, monthlyMinutes], i) => ({
      id: `plan-${i}`,
      name,
      monthlyPrice: monthlyPrice.toFixed(2),
      monthlyMinutes,
      bonusMinutes: 0,
      overage: "postpaid",
    })),
    packs: packs.map(([price, minutes], i) => ({ id: `pack-${i}`, name, price: price.toFixed(2), minutes })),
  };
}

// Larger is cheaper a minute: 0.70 fen of overage, less by plan and by pack.
const planOf = (minutes) => [(minutes * 0.0066) ** 0.985, Math.round(minutes)];
const packOf = (minutes) => [minutes * 0.0069 * (1 - Math.log10(minutes) / 60), minutes];
const packSizes = [25_000, 250_000, 1_000_000, 60_000, 150_000, 600_000, 2_500_000, 40_000];

/** `plans` up to 1.5 million minutes, the first free; `packs` of round sizes. */
export const grownCatalog = (plans, packs) =>
  catalogOf(
    [[0, 10_000], ...Array.from({ length: plans - 1 }, (_, i) => planOf(60_000 * 25 ** (i / Math.max(1, plans - 2))))],
    packSizes.slice(0, packs).map(packOf),
  );

/** Quiet months and spikes, none of a round number. */
export function hardForecast(months, seed) {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: months }, () => {
    const spike = next() < 0.25;
    return Math.floor(spike ? 500_000 + 4_000_000 * next() : 200_000 * next());
  });
}

export const owned = [
  { pack: "pack-0", purchasedOn: "2023-09-10", remainingMinutes: 20_011 },
  { pack: "pack-0", purchasedOn: "2023-12-10", remainingMinutes: 25_000 },
  { pack: "pack-0", purchasedOn: "2024-03-10", remainingMinutes: 24_999 },
  { pack: "pack-0", purchasedOn: "2024-08-01", remainingMinutes: 25_000 },
];

const flat = (sizes, rate) => sizes.map((minutes) => [minutes * rate, minutes]);

/** What could take long: sizes with nothing in common, rates that are nearly or quite the same, many kinds. */
export function adversarial() {
  const plans = [
    [0, 10_000],
    [738, 120_000],
  ];
  const forecast = hardForecast(36, 7);
  const request = { on: "2024-08-16", account: { plan: "plan-1" }, forecast };
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const sizes = {
    "1009, 1013, 1019 minutes": [plans, flat([1009, 1013, 1019], 0.006)],
    "10007, 10009, 10037, 10039 minutes": [plans, flat([10_007, 10_009, 10_037, 10_039], 0.006)],
    "1000 to 1004 minutes at one rate": [plans, flat([1000, 1001, 1002, 1003, 1004], 0.006)],
    "ten steps, 1 % off each": [plans, steps.map((k, i) => [k * 6.8 * 0.99 ** i, k * 1000])],
    "64 kinds": [
      plans,
      flat(
        Array.from({ length: 64 }, (_, i) => 1000 + 37 * i),
        0.006,
      ),
    ],
    "64 plans": [
      grownCatalog(64, 3).plans.map((plan) => [Number(plan.monthlyPrice), plan.monthlyMinutes]),
      [[168, 25_000]],
    ],
  };
  return Object.entries(sizes).map(([name, [plansOf, packsOf]]) => ({
    name,
    catalog: catalogOf(plansOf, packsOf),
    request,
  }));
}
