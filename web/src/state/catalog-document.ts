import type { Catalog, CatalogDocument } from "prorata";
import { toDecimal } from "../language/money.ts";

/** The document a catalog could have been loaded from: a calculator in a worker is loaded with it. */
export function documentOf({ plans, packs, overage, policy, ...rest }: Catalog): CatalogDocument {
  const { limitPerMonth, ...downgrade } = policy.downgrade;
  const decimal = (minor: number) => toDecimal(minor, rest.currency.minorDigits);
  return {
    ...rest,
    plans: plans.map((plan) => {
      if (plan.contactSales) {
        const { minimumMinutes, ...sold } = plan;
        return minimumMinutes === null ? sold : { ...sold, minimumMinutes };
      }
      const { contactSales: _, monthlyPrice, listPrice, ...sold } = plan;
      return {
        ...sold,
        monthlyPrice: decimal(monthlyPrice),
        ...(listPrice !== null && { listPrice: decimal(listPrice) }),
      };
    }),
    packs: packs.map((pack) => ({ ...pack, price: decimal(pack.price) })),
    overage: { ...overage, price: decimal(overage.price) },
    policy: { ...policy, downgrade: limitPerMonth === null ? downgrade : { ...downgrade, limitPerMonth } },
  };
}
