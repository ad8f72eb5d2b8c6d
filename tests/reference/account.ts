import type { CivilDate, Month, Account as PublishedAccount } from "prorata";
import { dayOf, firstOf, lastOf, monthOf, monthsAfter } from "./calendar.js";
import { type PriceList, packNamed, tierOf } from "./catalog.js";
import { isLate } from "./charge-date.js";
import type { Exact } from "./exact.js";
import type { Fault } from "./fault.js";

export type Account = Exact<PublishedAccount>;
export type OwnedPack = NonNullable<Account["packs"]>[number];
export type Spell = NonNullable<Account["history"]>[number];

export const newAccount = (list: PriceList): Account => ({ plan: list.defaultPlan });

/** The month's plans; without a history, the plan held since the 1st. */
export const spellsOf = (account: Account, month: Month): Spell[] =>
  account.history ?? [{ plan: account.plan, from: firstOf(month) }];

/** The plan a later month starts with. */
export const planAtStartOf = ({ plan, pendingChange }: Account, month: Month): string =>
  pendingChange !== undefined && pendingChange.effectiveOn <= firstOf(month) ? pendingChange.plan : plan;

/** The last day of the same month, `packValidityMonths` on. */
export const packValidThrough = (list: PriceList, purchasedOn: CivilDate): CivilDate =>
  lastOf(monthsAfter(monthOf(purchasedOn), Number(list.packValidityMonths)));

/** The packs of the cart as they are owned once they are paid. */
export const boughtPacks = (list: PriceList, on: CivilDate, cart: { pack: string; quantity: bigint }[]): OwnedPack[] =>
  cart.map(({ pack, quantity }) => ({
    pack,
    purchasedOn: on,
    remainingMinutes: packNamed(list, pack).minutes * quantity,
  }));

/** Where an account contradicts itself, the price list or its date. */
export function accountFaults(list: PriceList, on: CivilDate, account: Account): Fault[] {
  const faults: Fault[] = [];
  const require = (holds: boolean, code: Fault["code"], path: string) => {
    if (!holds) faults.push({ code, path: `/account/${path}` });
  };
  const isKnown = (plan: string) => tierOf(list, plan) >= 0;
  const isManaged = (plan: string) => list.plans.some(({ id, contactSales }) => id === plan && contactSales);
  const requirePlan = (plan: string, path: string) => {
    require(isKnown(plan), "unknown_plan", path);
    require(!isManaged(plan), "inconsistent_account", path);
  };

  require(isKnown(account.plan), "unknown_plan", "plan");
  require(!isManaged(account.plan), "managed_account", "plan");

  const { history, pendingChange, lastDowngradeOn, packs = [], nextMonthDifference } = account;
  require(history?.length !== 0, "inconsistent_account", "history");
  history?.forEach(({ plan, from }, i) => {
    const isLast = i === history.length - 1;
    const follows = from >= (history[i - 1]?.from ?? firstOf(monthOf(on)));
    requirePlan(plan, `history/${i}/plan`);
    require(!isLast || plan === account.plan, "inconsistent_account", `history/${i}/plan`);
    require(follows && from <= on, "inconsistent_account", `history/${i}/from`);
  });

  if (pendingChange !== undefined) {
    requirePlan(pendingChange.plan, "pendingChange/plan");
    require(pendingChange.plan !== account.plan, "inconsistent_account", "pendingChange/plan");
    const { effectiveOn } = pendingChange;
    require(effectiveOn > on && dayOf(effectiveOn) === 1, "inconsistent_account", "pendingChange/effectiveOn");
  }

  require((lastDowngradeOn ?? on) <= on, "inconsistent_account", "lastDowngradeOn");
  packs.forEach(({ pack, purchasedOn }, i) => {
    require(purchasedOn <= on, "inconsistent_account", `packs/${i}/purchasedOn`);
    require(pack === undefined || list.packs.some(({ id }) => id === pack), "unknown_pack", `packs/${i}/pack`);
  });

  if (nextMonthDifference !== undefined)
    require(nextMonthDifference !== 0n && isLate(list, on), "inconsistent_account", "nextMonthDifference");
  return faults;
}
