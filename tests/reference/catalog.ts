import type { Catalog, CatalogDocument, CatalogPlan, PlanDocument } from "prorata";
import { type Exact, exact } from "./exact.js";
import { fromDecimal, roundedDown, toDecimal } from "./ratio.js";

/** A price list as an author writes it. */
export type PriceListDocument = CatalogDocument;
export type PriceList = Exact<Catalog>;
export type Plan = Exact<CatalogPlan>;
export type SelfServePlan = Extract<Plan, { contactSales: false }>;

/** The price list as the calculator publishes it: money in minor units, nothing absent. */
export function priceListOf(document: PriceListDocument): PriceList {
  const { $schema: _, ...rest } = document;
  const minor = (money: string) => toMinor(money, document.currency.minorDigits);
  return {
    ...exact(rest),
    plans: document.plans.map((plan) => planOf(plan, minor)),
    packs: document.packs.map((pack) => ({ ...exact(pack), price: minor(pack.price) })),
    overage: { ...exact(document.overage), price: minor(document.overage.price) },
    conversion: {
      ...exact(document.conversion),
      coefficients: mapTexts(document.conversion.coefficients, (text) => toDecimal(fromDecimal(text))),
    },
    policy: {
      ...exact(document.policy),
      downgrade: { limitPerMonth: null, withdrawal: "through-sales", ...exact(document.policy.downgrade) },
    },
  };
}

function planOf(plan: PlanDocument, minor: (money: string) => bigint): Plan {
  const { id, name, features = {} } = plan;
  if ("contactSales" in plan)
    return { id, name, contactSales: true, minimumMinutes: exact(plan.minimumMinutes) ?? null, features };
  return {
    id,
    name,
    contactSales: false,
    monthlyPrice: minor(plan.monthlyPrice),
    listPrice: plan.listPrice === undefined ? null : minor(plan.listPrice),
    monthlyMinutes: exact(plan.monthlyMinutes),
    bonusMinutes: exact(plan.bonusMinutes) ?? 0n,
    overage: plan.overage,
    features,
  };
}

export const toMinor = (money: string, minorDigits: number): bigint => {
  const { numerator, denominator } = fromDecimal(money);
  return roundedDown({ numerator: numerator * 10n ** BigInt(minorDigits), denominator });
};

function mapTexts<T>(value: T, map: (text: string) => string): T;
function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === "string") return map(value);
  return Object.fromEntries(
    Object.entries(value as object).map(([name, member]) => [name, mapTexts(member, map)] as const),
  );
}

/** Tiers are the order of the plans. */
export const tierOf = (list: PriceList, id: string): number => list.plans.findIndex((plan) => plan.id === id);

export function planNamed(list: PriceList, id: string): Plan {
  const plan = list.plans[tierOf(list, id)];
  if (plan === undefined) throw new Error(`no plan ${id}`);
  return plan;
}

export function selfServe(list: PriceList, id: string): SelfServePlan {
  const plan = planNamed(list, id);
  if (plan.contactSales) throw new Error(`${id} is sold through sales`);
  return plan;
}

export const priceOf = (list: PriceList, id: string): bigint => selfServe(list, id).monthlyPrice;
export const quotaOf = (list: PriceList, id: string): bigint => selfServe(list, id).monthlyMinutes;

/** A plan sold through sales counts as priced above 0. */
export const isFree = (plan: Plan): boolean => !plan.contactSales && plan.monthlyPrice === 0n;

export function packNamed(list: PriceList, id: string): PriceList["packs"][number] {
  const pack = list.packs.find((kind) => kind.id === id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}
