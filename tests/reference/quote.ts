import type { Quote as PublishedQuote, QuoteRequest as PublishedRequest, QuoteLine } from "prorata";
import {
  type Account,
  accountFaults,
  boughtPacks,
  newAccount,
  type OwnedPack,
  packValidThrough,
  planAtStartOf,
} from "./account.js";
import { daysIn, firstOf, lastOf, monthOf, nextMonth, remainingDays } from "./calendar.js";
import { type PriceList, packNamed, priceOf, quotaOf, tierOf } from "./catalog.js";
import type { Exact } from "./exact.js";
import type { Fault } from "./fault.js";
import { type Change, changed, isLower, planChange } from "./plan-change.js";
import { monthQuota } from "./quota.js";
import { larger, ratio, rounded } from "./ratio.js";
import { nextCharge } from "./renewal.js";

export type Quote = Exact<PublishedQuote>;
export type QuoteRequest = Exact<PublishedRequest>;
type Line = Exact<QuoteLine>;

export function quoteFaults(list: PriceList, { on, account, plan, packs = [] }: QuoteRequest): Fault[] {
  const faults: Fault[] = account === undefined ? [] : accountFaults(list, on, account);
  if (plan !== undefined && tierOf(list, plan) < 0) faults.push({ code: "unknown_plan", path: "/plan" });
  packs.forEach(({ pack }, i) => {
    const path = `/packs/${i}/pack`;
    if (!list.packs.some(({ id }) => id === pack)) faults.push({ code: "unknown_pack", path });
    if (packs.findIndex((entry) => entry.pack === pack) < i) faults.push({ code: "invalid_value", path });
  });
  return faults;
}

/** The bill, and the account that its payment leaves behind. */
export function bill(list: PriceList, request: QuoteRequest): { quote: Quote; paid: Account } {
  const { on, account = newAccount(list), plan, packs: cart = [] } = request;
  const month = monthOf(on);
  const change = plan === undefined ? null : planChange(list, on, account, plan);
  const after = changed(list, on, account, change);
  const owned: OwnedPack[] = [...(account.packs ?? []), ...boughtPacks(list, on, cart)];

  const lines = [...planLines(list, on, change), ...packLines(list, cart)].filter(({ amount }) => amount !== 0n);
  const amountDue = lines.reduce((total, { amount }) => total + amount, 0n);
  const balance = balanceAfter(account.balance, amountDue);
  const following = nextMonth(month);
  const { reason: _, ...charge } = nextCharge(list, on, after);

  const quote: Quote = {
    catalog: { id: list.id, version: list.version },
    currency: list.currency.code,
    on,
    period: periodOf(on),
    planChange: change,
    packs: cart.map(({ pack, quantity }) => ({
      pack,
      quantity,
      minutes: packNamed(list, pack).minutes * quantity,
      amount: packNamed(list, pack).price * quantity,
      validFrom: firstOf(month),
      validThrough: packValidThrough(list, on),
    })),
    lines,
    amountDue,
    quota: { before: monthQuota(list, account, month), after: monthQuota(list, after, month) },
    capacity: capacityOf(list, on, after, owned),
    nextMonth: {
      plan: planAtStartOf(after, following),
      quotaMinutes: quotaOf(list, planAtStartOf(after, following)),
    },
    renewal: { ...charge, shortfall: balance && shortfall(charge.amount, balance.after) },
    balance,
  };
  const packs = owned.length > 0 ? owned : undefined;
  return { quote, paid: { ...after, packs, balance: balance?.after } };
}

export function periodOf(on: string): Quote["period"] {
  const month = monthOf(on);
  return {
    from: firstOf(month),
    through: lastOf(month),
    days: BigInt(daysIn(month)),
    remainingDays: BigInt(remainingDays(on)),
  };
}

function planLines(list: PriceList, on: string, change: Change | null): Line[] {
  if (change === null || !change.allowed || change.effectiveOn === null || change.kind === "withdraw") return [];
  const { from, to, kind, effectiveOn } = change;
  const { downgrade, proration } = list.policy;
  const [oldPrice, newPrice] = [priceOf(list, from), priceOf(list, to)];

  if (isLower(kind) && downgrade.effective === "next-month") {
    if (downgrade.charge === "on-renewal") return [];
    return [{ kind: "plan_charge", plan: to, month: monthOf(effectiveOn), price: newPrice, amount: newPrice }];
  }

  const month = monthOf(on);
  const byDays = proration.price === "remaining-days";
  const [days, ofDays] = byDays ? [BigInt(remainingDays(on)), BigInt(daysIn(month))] : [1n, 1n];
  const forTheRest = (price: bigint) => rounded(ratio(price * days, ofDays));
  const charge = forTheRest(newPrice);
  const credit = proration.rounding === "net" ? forTheRest(newPrice - oldPrice) - charge : -forTheRest(oldPrice);
  const part = byDays ? { days, ofDays } : {};
  return [
    { kind: "plan_charge", plan: to, month, price: newPrice, ...part, amount: charge },
    { kind: "plan_credit", plan: from, month, price: oldPrice, ...part, amount: credit },
  ];
}

const packLines = (list: PriceList, cart: { pack: string; quantity: bigint }[]): Line[] =>
  cart.map(({ pack, quantity }) => {
    const { price } = packNamed(list, pack);
    return { kind: "pack", pack, price, quantity, amount: price * quantity };
  });

/** Owned packs that serve the month of a date. */
export const validPacks = (list: PriceList, on: string, packs: OwnedPack[]): OwnedPack[] =>
  packs.filter(({ purchasedOn }) => packValidThrough(list, purchasedOn) >= on);

function capacityOf(list: PriceList, on: string, after: Account, owned: OwnedPack[]): Quote["capacity"] {
  const planMinutes = monthQuota(list, after, monthOf(on));
  const packMinutes = validPacks(list, on, owned).reduce((total, pack) => total + pack.remainingMinutes, 0n);
  const usedMinutes = after.usedMinutes ?? 0n;
  return {
    planMinutes,
    packMinutes,
    usedMinutes,
    remainingMinutes: larger(0n, planMinutes + packMinutes - usedMinutes),
  };
}

/** What is missing is recharged and paid at once; a debt stops nothing that costs nothing now. */
function balanceAfter(before: bigint | undefined, amountDue: bigint): Quote["balance"] {
  if (before === undefined) return null;
  const missing = shortfall(amountDue, before);
  return { before, after: missing > 0n ? 0n : before - amountDue, shortfall: missing };
}

const shortfall = (amount: bigint, balance: bigint): bigint => (amount > 0n ? larger(0n, amount - balance) : 0n);
