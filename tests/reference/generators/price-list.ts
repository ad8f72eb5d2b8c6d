import fc from "fast-check";
import type { Media, PlanDocument, Policy } from "prorata";
import type { PriceListDocument } from "../catalog.js";
import { policyContradictions } from "../catalog-form.js";
import { maybe, type Part, part, pick, present, scaled } from "./part.js";

const name = { en: "Name", "zh-CN": "名称" };

// Ids that mean something to JavaScript or to a JSON Pointer are ids like any other.
const planIds = ["a", "constructor", "c/d~e", "10", "__proto__"];
const packIds = ["small", "toString", "large", "a"];

const scale = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(10, 100, 10_000, 1_000_000) },
  { weight: 1, arbitrary: fc.constantFrom(2 ** 40, Number.MAX_SAFE_INTEGER) },
);

/** Every policy that a price list may have, its days apart. */
const policies = product({
  price: ["remaining-days", "full-month"] as const,
  rounding: ["net", "line"] as const,
  quota: ["day-weighted", "full-month"] as const,
  renewal: ["first", "day", "before-end"] as const,
  effective: ["next-month", "immediately"] as const,
  limitPerMonth: [undefined, 1] as const,
  charge: ["on-renewal", "on-request"] as const,
  cutoff: ["none", "renewal-day", "renewal-day-wait"] as const,
  withdrawal: [undefined, "through-sales", "self-serve"] as const,
})
  .map(({ price, rounding, quota, renewal, ...downgrade }) => ({
    proration: { price, rounding, quota },
    renewal,
    downgrade: present<Policy["downgrade"]>(downgrade),
  }))
  .filter(({ renewal, ...policy }) => {
    const day = renewal === "first" ? 1 : undefined;
    return policyContradictions({ ...policy, renewal: present<{ day?: number }>({ day }) }).length === 0;
  });

const policy = fc
  .record({
    effective: fc.constantFrom("next-month", "next-month", "immediately"),
    choice: fc.nat(policies.length - 1),
    day: fc.integer({ min: 2, max: 28 }),
    before: fc.nat(26),
  })
  .map(({ effective, choice, day, before }): Policy => {
    const alike = policies.filter(({ downgrade }) => downgrade.effective === effective);
    const { renewal, ...policy } = pick(alike, choice);
    const dates = { first: { day: 1 }, day: { day }, "before-end": { daysBeforeMonthEnd: before } };
    return { ...policy, renewal: dates[renewal] };
  });

const planDraw = fc.record({
  price: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: part }),
  listPrice: maybe(part),
  minutes: part,
  bonus: maybe(part),
  suspends: fc.boolean(),
  isSales: fc.integer({ min: 0, max: 5 }).map((number) => number === 5),
});

/** A price by itself, or so many per cent of another one, near which choices are close. */
const priceDraw = fc.oneof(part, fc.record({ percent: fc.constantFrom(60, 90, 99, 100, 101) }));
type PriceDraw = Part | { percent: number };

const packDraw = fc.record({ minutes: part, price: priceDraw });

const medium = fc.constantFrom<Media>("audio", "hd", "fhd", "2k", "2k-plus");
const coefficient = fc
  .tuple(fc.constantFrom(0, 0, 1, 3, 20), fc.nat(999), fc.integer({ min: 0, max: 3 }))
  .map(([whole, decimals, places]) =>
    places === 0 ? String(whole) : `${whole}.${String(decimals).padStart(3, "0").slice(0, places)}`,
  );
const coefficients = fc.dictionary(medium, coefficient);
const roles = fc
  .record({ host: maybe(coefficients), interactive: maybe(coefficients), broadcast: maybe(coefficients) })
  .map(({ host, interactive, broadcast }) =>
    present<object>({ host, "interactive-audience": interactive, "broadcast-audience": broadcast }),
  );
const conversion = fc
  .record({
    limits: fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
    calibration: maybe(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))),
    native: maybe(roles),
    mini: maybe(roles),
  })
  .map(({ limits, calibration, native, mini }) => {
    const media = ["hd", "fhd", "2k", "2k-plus"] as const;
    const ascending = limits.toSorted((a, b) => a - b);
    return present<PriceListDocument["conversion"]>({
      video: [...ascending, undefined].map((maxPixels, i) =>
        present<{ media: Media; maxPixels?: number }>({ media: media[i] ?? "2k-plus", maxPixels }),
      ),
      calibrations: calibration && [{ pixels: calibration[0], as: calibration[1] }],
      coefficients: present<object>({ native, "mini-program": mini }),
    });
  });

/** Any price list, and the size of its figures. */
export interface ScaledList {
  document: PriceListDocument;
  minutes: number;
  money: number;
}

export const priceList: fc.Arbitrary<ScaledList> = fc
  .record({
    minutes: scale,
    money: scale,
    minorDigits: fc.nat(4),
    plans: fc.array(planDraw, { minLength: 1, maxLength: planIds.length }),
    defaultPlan: fc.nat(4),
    packs: fc.array(packDraw, { maxLength: 3 }),
    packValidityMonths: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom(12, 13, 120)),
    overage: fc.record({ price: priceDraw, perMinutes: fc.constantFrom(1, 3, 7, 1000) }),
    conversion,
    policy,
  })
  .map(({ minutes, money, minorDigits, plans, defaultPlan, packs, overage, ...rest }): ScaledList => {
    const price = (part: Part) => decimal(scaled(part, money), minorDigits);
    const near = (draw: PriceDraw, other: bigint) =>
      typeof draw === "number" ? scaled(draw, money) : safe((other * BigInt(draw.percent)) / 100n);
    // Overage near what the size of the prices comes to by the minute, packs near what overage costs.
    const rate = near(overage.price, (BigInt(money) * BigInt(overage.perMinutes)) / BigInt(minutes));
    const documents = plans.map((plan, i): PlanDocument => {
      const id = planIds[i] ?? "";
      const monthlyMinutes = scaled(plan.minutes, minutes);
      // One plan at least sells overage, or there would be no price list.
      const isLast = i === plans.length - 1;
      const needed = isLast && plans.slice(0, -1).every(({ suspends, isSales }) => suspends || isSales);
      if (plan.isSales && !needed)
        return present<PlanDocument>({ id, name, contactSales: true, minimumMinutes: plan.bonus });
      return present<PlanDocument>({
        id,
        name,
        monthlyPrice: price(plan.price),
        listPrice: plan.listPrice === undefined ? undefined : price(plan.listPrice),
        monthlyMinutes,
        bonusMinutes: plan.bonus === undefined ? undefined : scaled(plan.bonus, monthlyMinutes),
        overage: plan.suspends && !needed ? "suspend" : "postpaid",
      });
    });
    const selfServe = documents.filter((plan) => !("contactSales" in plan));
    const document: PriceListDocument = {
      id: "random",
      version: "1",
      name,
      currency: { code: "CNY", minorDigits },
      timeZone: "Asia/Shanghai",
      plans: documents,
      defaultPlan: pick(selfServe, defaultPlan).id,
      packs: packs.map((pack, i) => {
        const size = Math.max(1, scaled(pack.minutes, minutes));
        const asOverage = (BigInt(size) * BigInt(rate)) / BigInt(overage.perMinutes);
        return { id: packIds[i] ?? "", name, minutes: size, price: decimal(near(pack.price, asOverage), minorDigits) };
      }),
      overage: { price: decimal(rate, minorDigits), perMinutes: overage.perMinutes },
      ...rest,
    };
    return { document, minutes, money };
  });

const safe = (amount: bigint): number => Math.min(Number(amount), Number.MAX_SAFE_INTEGER);

/** As an author would write it: without the zeros that say nothing. */
function decimal(minor: number, minorDigits: number): string {
  const digits = String(minor).padStart(minorDigits + 1, "0");
  const whole = digits.slice(0, digits.length - minorDigits);
  const decimals = digits.slice(digits.length - minorDigits).replace(/0+$/, "");
  return decimals === "" ? whole : `${whole}.${decimals}`;
}

function product<T extends Record<string, readonly unknown[]>>(choices: T): { [M in keyof T]: T[M][number] }[] {
  let all: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(choices))
    all = all.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value })));
  return all as { [M in keyof T]: T[M][number] }[];
}
