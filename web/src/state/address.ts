import type { Account, Calculator, Catalog } from "prorata";
import { toDecimal, toMinor } from "../language/money.ts";
import type { Cart } from "./cart.ts";
import { type Choices, sampleChoices } from "./choices.ts";

/*
 * The choices as a query: ?catalog=easemob-cn&on=2024-08-16&plan=basic&to=flagship&pack-25k=2
 * Values are passed on as they stand, wrong ones included: the core names what is wrong with them.
 */

const accountKeys = ["plan", "used", "balance", "pending", "pending-on", "downgraded", "owned"];

function readAccount(query: URLSearchParams, catalog: Catalog): Account {
  const account: Account = { plan: query.get("plan") ?? catalog.defaultPlan };
  const used = query.get("used");
  const balance = query.get("balance");
  const pending = query.get("pending");
  const downgraded = query.get("downgraded");
  const owned = query.getAll("owned");
  if (used !== null) account.usedMinutes = Number(used);
  if (balance !== null) account.balance = toMinor(balance, catalog.currency.minorDigits);
  if (pending !== null) account.pendingChange = { plan: pending, effectiveOn: query.get("pending-on") ?? "" };
  if (downgraded !== null) account.lastDowngradeOn = downgraded;
  if (owned.length > 0) {
    account.packs = owned.map((text) => {
      const [pack, purchasedOn = "", remaining] = text.split(",");
      return { ...(pack && { pack }), purchasedOn, remainingMinutes: Number(remaining) };
    });
  }
  return account;
}

function readCart(query: URLSearchParams, catalog: Catalog): Cart {
  const packs = catalog.packs.flatMap(({ id }) => {
    const quantity = query.get(id);
    return quantity === null ? [] : [{ pack: id, quantity: Number(quantity) }];
  });
  const plan = query.get("to");
  return plan === null ? { packs } : { plan, packs };
}

export const catalogIn = (query: URLSearchParams): string | null => query.get("catalog");

/** An address that tells anything of the account tells all of it; otherwise the sample account stands in. */
export function readChoices(query: URLSearchParams, calculator: Calculator): Choices {
  const { catalog } = calculator;
  const sample = sampleChoices(calculator);
  return {
    catalog: catalog.id,
    on: query.get("on") ?? sample.on,
    account: accountKeys.some((key) => query.has(key)) ? readAccount(query, catalog) : sample.account,
    cart: readCart(query, catalog),
  };
}

export function writeChoices({ on, account, cart }: Choices, catalog: Catalog): URLSearchParams {
  const query = new URLSearchParams({ catalog: catalog.id, on, plan: account.plan });
  const { usedMinutes, balance, pendingChange, lastDowngradeOn } = account;
  if (usedMinutes !== undefined) query.set("used", String(usedMinutes));
  if (balance !== undefined) query.set("balance", toDecimal(balance, catalog.currency.minorDigits));
  if (pendingChange) {
    query.set("pending", pendingChange.plan);
    query.set("pending-on", pendingChange.effectiveOn);
  }
  if (lastDowngradeOn !== undefined) query.set("downgraded", lastDowngradeOn);
  for (const { pack, purchasedOn, remainingMinutes } of account.packs ?? []) {
    query.append("owned", [pack ?? "", purchasedOn, remainingMinutes].join(","));
  }
  if (cart.plan !== undefined) query.set("to", cart.plan);
  for (const { pack, quantity } of cart.packs) query.set(pack, String(quantity));
  return query;
}
