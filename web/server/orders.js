import { firstDayOf, monthOf } from "./dates.js";

/** @typedef {import("./journal.js").Entry} Entry */
/** @typedef {import("./accounts.js").Held} Held */
/** @typedef {import("prorata").Quote} Quote */
/** @typedef {Extract<Entry, { kind: "purchase" }>} Purchase */
/** @typedef {Extract<Entry, { kind: "charged" }>} Charged */
/** @typedef {"activating" | "active" | "ended"} Status 开通中, 服务中, 已完结 */
/**
 * What was taken from the balance: a purchase the buyer confirmed, or a charge that came by itself.
 * @typedef {{ id: number, on: string, amount: number, status: Status }
 *         & ({ kind: "purchase", quote: Quote, agreement?: import("./journal.js").Agreed }
 *           | { kind: "charge", charge: Pick<Charged, "reason" | "month" | "plan"> })} Order
 */

/**
 * Latest first. An order is active for as long as something in it serves: its plan until another takes its place, a
 * pack until it is used up or expires, an automatic charge in the month it pays for.
 * @param {readonly Entry[]} entries
 * @param {Pick<import("./ledger.js").Ledger, "account" | "on">} ledger
 * @returns {Order[]}
 */
export function ordersOf(entries, { account: { held }, on }) {
  const plans = planStatuses(entries);
  const serving = ordersOfOwnedPacks(entries, held);
  /** @returns {Order[]} */
  function orderOf(/** @type {Entry} */ entry) {
    const { id = 0 } = entry;
    if (entry.kind === "charged") {
      const { on: date, amount, reason, month, plan } = entry;
      const status = chargeStatus(entry, held, on);
      return [{ id, on: date, amount, status, kind: "charge", charge: { reason, month, plan } }];
    }
    if (entry.kind !== "purchase") return [];
    const { on: date, quote, agreement } = entry;
    const status = serving.has(entry) ? "active" : (plans.get(entry) ?? "ended");
    const order = { id, on: date, amount: quote.amountDue, status };
    return [{ ...order, kind: "purchase", quote, ...(agreement && { agreement }) }];
  }
  return entries.flatMap(orderOf).reverse();
}

/**
 * Of the purchases that changed the plan, those whose plan is held or is to come.
 * @param {readonly Entry[]} entries
 */
function planStatuses(entries) {
  /** @type {Purchase | undefined} */
  let held;
  /** @type {Purchase | undefined} */
  let scheduled;
  for (const entry of entries) {
    if (entry.kind === "plan_changed") [held, scheduled] = [scheduled, undefined];
    const change = entry.kind === "purchase" ? entry.quote.planChange : null;
    if (entry.kind !== "purchase" || !change?.effectiveOn) continue;
    if (change.kind === "withdraw") scheduled = undefined;
    else if (change.effectiveOn > entry.on) scheduled = entry;
    else held = entry;
  }
  /** @type {Map<Entry, Status>} */
  const statuses = new Map();
  if (scheduled) statuses.set(scheduled, "activating");
  if (held) statuses.set(held, "active");
  return statuses;
}

/**
 * The purchases of which a pack is owned with something left in it. Each purchase of a kind added an entry to the
 * account, at its end, and expired ones of one day went together: so they pair from the end.
 * @param {readonly Entry[]} entries
 * @param {Held} held
 */
function ordersOfOwnedPacks(entries, { packs = [] }) {
  const owned = [...packs];
  /** @type {Set<Entry>} */
  const serving = new Set();
  for (const entry of entries.toReversed()) {
    if (entry.kind !== "purchase") continue;
    for (const { pack } of entry.quote.packs) {
      const at = owned.findLastIndex((one) => one.pack === pack && one.purchasedOn === entry.on);
      const [found] = at < 0 ? [] : owned.splice(at, 1);
      if (found && found.remainingMinutes > 0) serving.add(entry);
    }
  }
  return serving;
}

/**
 * @param {Charged} charge
 * @param {Held} held
 * @param {string} on
 * @returns {Status}
 */
function chargeStatus({ month, plan }, { plan: current, pendingChange }, on) {
  if (month < monthOf(on)) return "ended";
  if (month === monthOf(on)) return plan === current ? "active" : "ended";
  const isReplaced = pendingChange !== undefined && pendingChange.effectiveOn <= firstDayOf(month);
  return plan === (isReplaced ? pendingChange.plan : current) ? "activating" : "ended";
}
