import { isDeepStrictEqual } from "node:util";
import { PricingError } from "prorata";
import { Refusal } from "./refusal.js";

/** @typedef {{ plan?: string, packs?: { pack: string, quantity: number }[] }} Cart */
/** @typedef {{ name: string, version: string }} Agreement the purchase agreement: what it is called, which edition */
/** @typedef {{ request: Cart, quote: unknown, agreement?: Agreement }} Confirmed */

/**
 * Sells what the buyer confirmed, if it still is what this server would quote. The client names only what it wants:
 * date, account and every amount are the server's own.
 * @param {import("./ledger.js").Ledger} ledger
 * @param {Confirmed} confirmed
 * @param {Agreement} [required] what the buyer has to have agreed to
 */
export function checkOut(ledger, { request, quote: confirmed, agreement }, required) {
  if (required && !isDeepStrictEqual(agreement, required)) {
    throw new Refusal(409, "agreement_required", "The buyer has not agreed to this purchase agreement.", {
      agreement: required,
    });
  }
  const { calculator, account, on } = ledger;
  const { quote, account: held } = purchase(calculator, { ...request, on, account: account.held }, confirmed);
  const { planChange, packs, balance } = quote;
  if (planChange && !planChange.allowed) {
    const { reason, allowedFrom } = planChange;
    throw new Refusal(409, "plan_change_refused", "The plan cannot be changed to this one today.", {
      reason,
      allowedFrom,
    });
  }
  if (!planChange && packs.length === 0) throw new Refusal(400, "empty_cart", "There is nothing to buy.");
  if (!held) {
    const { shortfall } = /** @type {NonNullable<typeof balance>} */ (balance);
    throw new Refusal(402, "shortfall", "The balance does not cover the amount due.", { shortfall });
  }
  const agreed = agreement && { ...agreement, agreedAt: new Date().toISOString() };
  ledger.enter(
    { kind: "purchase", on, quote, ...(agreed && { agreement: agreed }) },
    /** @type {import("./accounts.js").Held} */ (held),
  );
}

/**
 * @param {import("prorata").Calculator} calculator
 * @param {import("prorata").QuoteRequest} request
 * @param {unknown} confirmed
 */
function purchase(calculator, request, confirmed) {
  try {
    const { valid, differences } = calculator.verify(request, confirmed);
    if (valid) return calculator.purchase(request);
    throw new Refusal(409, "quote_differs", "The purchase does not cost what was confirmed.", { differences });
  } catch (error) {
    const isClients = error instanceof PricingError && /^\/(plan|packs)(\/|$)/.test(error.path);
    if (!isClients) throw error;
    throw new Refusal(400, error.code, error.message, { path: `/request${error.path}` });
  }
}
