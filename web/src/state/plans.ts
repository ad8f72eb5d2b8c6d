import type { Catalog, CatalogPlan } from "prorata";

export type SelfServePlan = Extract<CatalogPlan, { contactSales: false }>;
export type SalesPlan = Extract<CatalogPlan, { contactSales: true }>;

export function selfServePlan({ plans }: Catalog, id: string): SelfServePlan | undefined {
  const plan = plans.find((one) => one.id === id);
  return plan?.contactSales === false ? plan : undefined;
}

/** Whether a plan stops serving when quota and packs are used up, instead of billing what is over. */
export const suspends = (catalog: Catalog, id: string): boolean => selfServePlan(catalog, id)?.overage === "suspend";
