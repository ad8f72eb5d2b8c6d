import { isDeepStrictEqual } from "node:util";
import { PricingError } from "prorata";
import { firstDayOf, monthOf } from "./dates.js";
import { recordPurchase, scheduleCharge } from "./orders.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./accounts.js").Account} Account */
/** @typedef {import("./accounts.js").Held} Held */
/** @typedef {import("prorata").Calculator} Calculator */
/** @typedef {import("prorata").Quote} Quote */
/** @typedef {{ plan?: string, packs?: { pack: string, quantity: number }[] }} Cart */
/** @typedef {{ name: string, version: string }} Agreement the purchase agreement: what it is called, which edition */
/** @typedef {{ request: Cart, quote: unknown, agreement?: Agreement }} Confirmed */

/**
 * Sells what the buyer confirmed, if it still is what this server would quote. The client names only what it wants:
 * date, account and every amount are the server's own.
 * @param {Pick<import("./account-centre.js").Context, "db" | "calculator" | "account" | "on">} context
 *   the account is changed as the purchase changes it
 * @param {Confirmed} confirmed
 * @param {Agreement} [required] what the buyer has to have agreed to
 */
export function checkOut({ db, calculator, account, on }, { request, quote, agreement }, required) {
  if (required && !isDeepStrictEqual(agreement, required)) {
    throw new Refusal(409, "agreement_required", "The buyer has not agreed to this purchase agreement.", {
      agreement: required,
    });
  }
  const bill = confirmedBill(calculator, { ...request, on, account: account.held }, quote);
  const { planChange, packs, balance, renewal } = bill;
  if (planChange && !planChange.allowed) {
    const { reason, allowedFrom } = planChange;
    throw new Refusal(409, "plan_change_refused", "The plan cannot be changed to this one today.", {
      reason,
      allowedFrom,
    });
  }
  if (!planChange && packs.length === 0) throw new Refusal(400, "empty_cart", "There is nothing to buy.");
  if (!balance) throw new Error("An account here always has a balance.");
  if (balance.shortfall > 0) {
    throw new Refusal(402, "shortfall", "The balance does not cover the amount due.", { shortfall: balance.shortfall });
  }

  account.held = { ...heldAfter(account.held, bill), balance: balance.after };
  // An upgrade after next month was paid for announces a charge of its own, before the next regular one.
  const regular = calculator.quote({ on, account: account.held }).renewal;
  if (!isDeepStrictEqual(renewal, regular)) scheduleCharge(db, account.id, renewal);
  return recordPurchase(db, account.id, bill, agreement);
}

/**
 * @param {Calculator} calculator
 * @param {import("prorata").QuoteRequest} request
 * @param {unknown} quote
 */
function confirmedBill(calculator, request, quote) {
  try {
    const { valid, differences } = calculator.verify(request, quote);
    if (valid) return calculator.quote(request);
    throw new Refusal(409, "quote_differs", "This is not, or no longer, what the purchase costs.", { differences });
  } catch (error) {
    const isClients = error instanceof PricingError && /^\/(plan|packs)(\/|$)/.test(error.path);
    if (!isClients) throw error;
    throw new Refusal(400, error.code, error.message, { path: `/request${error.path}` });
  }
}

/**
 * @param {Held} held
 * @param {Quote} bill
 * @returns {Held}
 */
function heldAfter(held, { on, planChange, packs }) {
  const after = structuredClone(held);
  if (packs.length > 0) {
    const bought = packs.map(({ pack, minutes }) => ({ pack, purchasedOn: on, remainingMinutes: minutes }));
    after.packs = [...(held.packs ?? []), ...bought];
  }
  if (!planChange?.effectiveOn) return after;
  const { kind, to, effectiveOn } = planChange;
  if (kind === "downgrade" || kind === "cancel") after.lastDowngradeOn = on;
  if (effectiveOn > on) {
    after.pendingChange = { plan: to, effectiveOn };
  } else {
    const before = held.history ?? [{ plan: held.plan, from: firstDayOf(monthOf(on)) }];
    after.history = [...before, { plan: to, from: on }];
    after.plan = to;
  }
  return after;
}
