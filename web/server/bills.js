import { monthOf } from "./dates.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./journal.js").Entry} Entry */
/** @typedef {import("prorata").Settlement["events"][number]} Event */
/** @typedef {Pick<Extract<Event, { kind: "month_closed" }>, "month" | "plan" | "quotaMinutes" | "usedMinutes"
 *          | "fromPlan" | "packs" | "overage" | "unservedMinutes">} Usage */
/**
 * @typedef {{ order: number, on: string, reason: "purchase" | "renewal" | "difference", plan: string,
 *             amount: number }} Fee of which order it is, and on which day it was charged
 */
/**
 * Everything of a month: the fees that pay for it, whenever they were charged, the packs bought in it, what absorbed
 * its usage, and the overage. The current month has one of what has come so far.
 * @typedef {Usage & { currency: string, closed: boolean, total: number,
 *   fees: Fee[],
 *   bought: { order: number, on: string, pack: string, quantity: number, amount: number }[] }} Bill
 */

/**
 * Latest first.
 * @param {readonly Entry[]} entries
 * @param {import("./ledger.js").Ledger} ledger
 * @returns {Bill[]}
 */
export function billsOf(entries, ledger) {
  const closed = entries.flatMap((entry) => (entry.kind === "month_closed" ? [entry] : []));
  const bills = closed.map((usage) => billOf(ledger, entries, usage, true));
  return [...bills, billOf(ledger, entries, usageSoFar(ledger), false)].reverse();
}

/**
 * @param {readonly Entry[]} entries
 * @param {import("./ledger.js").Ledger} ledger
 * @param {string} month
 */
export function findBill(entries, ledger, month) {
  const bill = billsOf(entries, ledger).find((one) => one.month === month);
  if (!bill) throw new Refusal(404, "unknown_bill", "The account has no bill of this month.");
  return bill;
}

/**
 * @param {import("./ledger.js").Ledger} ledger
 * @param {readonly Entry[]} entries
 * @param {Usage} usage
 * @param {boolean} closed
 * @returns {Bill}
 */
function billOf({ calculator }, entries, usage, closed) {
  const { month, plan, quotaMinutes, usedMinutes, fromPlan, packs, overage, unservedMinutes } = usage;
  const fees = entries.flatMap((entry) => feesIn(entry)).filter((fee) => fee.month === month);
  const bought = entries.filter(({ on }) => monthOf(on) === month).flatMap(packsIn);
  const total = [...fees, ...bought, overage].reduce((sum, { amount }) => sum + amount, 0);
  return {
    month,
    closed,
    currency: calculator.catalog.currency.code,
    plan,
    fees: fees.map(({ month: _, ...fee }) => fee),
    bought,
    quotaMinutes,
    usedMinutes,
    fromPlan,
    packs,
    overage,
    unservedMinutes,
    total,
  };
}

/**
 * @param {Entry} entry
 * @returns {(Fee & { month: string })[]}
 */
function feesIn(entry) {
  const { id: order = 0, on } = entry;
  if (entry.kind === "charged") {
    const { reason, month, plan, amount } = entry;
    return [{ order, on, reason, month, plan, amount }];
  }
  if (entry.kind !== "purchase") return [];
  return entry.quote.lines.flatMap((line) =>
    line.kind === "pack"
      ? []
      : [
          {
            order,
            on,
            reason: "purchase",
            month: line.month,
            plan: line.plan,
            amount: line.amount,
          },
        ],
  );
}

/** @param {Entry} entry */
function packsIn(entry) {
  const { id: order = 0, on } = entry;
  if (entry.kind !== "purchase") return [];
  return entry.quote.packs.map(({ pack, quantity, amount }) => ({ order, on, pack, quantity, amount }));
}

/**
 * What would absorb this month's usage if it ended with what has been used.
 * @param {import("./ledger.js").Ledger} ledger
 * @returns {Usage}
 */
function usageSoFar({ calculator, account: { held }, on }) {
  const { usedMinutes = 0, plan } = held;
  const { sources, overage, unservedMinutes } = calculator.cover({ on, account: held, monthMinutes: usedMinutes });
  const [quota, ...owned] = sources;
  return {
    month: monthOf(on),
    plan,
    quotaMinutes: quota?.minutes ?? 0,
    usedMinutes,
    fromPlan: quota?.used ?? 0,
    packs: owned.flatMap((source) =>
      source.kind === "pack" && source.used > 0
        ? [{ pack: source.pack, purchasedOn: source.purchasedOn, minutes: source.used }]
        : [],
    ),
    overage,
    unservedMinutes,
  };
}
