/** @typedef {{ id: number, on: string, amount: number }} Recharge */

/** Most of one recharge, in minor units. */
export const rechargeLimit = 100_000_000;

/**
 * A sandbox's: the money is simply there. A real one is recorded when the payment provider reports it.
 * @param {import("./ledger.js").Ledger} ledger
 * @param {number} amount
 */
export function recharge(ledger, amount) {
  const { account, on } = ledger;
  ledger.enter({ kind: "recharge", on, amount }, { ...account.held, balance: account.held.balance + amount });
}

/**
 * Latest first.
 * @param {readonly import("./journal.js").Entry[]} entries
 * @returns {Recharge[]}
 */
export const rechargesOf = (entries) =>
  entries
    .flatMap(({ id = 0, ...entry }) => (entry.kind === "recharge" ? [{ id, on: entry.on, amount: entry.amount }] : []))
    .reverse();
