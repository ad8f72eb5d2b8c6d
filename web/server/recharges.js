/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {{ id: number, on: string, amount: number }} Recharge */

/**
 * A sandbox's: the money is simply there. A real one is recorded when the payment provider reports it.
 * @param {Connection} db
 * @param {import("./accounts.js").Account} account changed accordingly
 * @param {string} on
 * @param {number} amount
 * @returns {Recharge}
 */
export function recharge(db, account, on, amount) {
  account.held.balance += amount;
  const { lastInsertRowid } = db
    .prepare("INSERT INTO recharges (account, made_on, amount) VALUES (?, ?, ?)")
    .run(account.id, on, amount);
  return { id: Number(lastInsertRowid), on, amount };
}

/**
 * Latest first.
 * @param {Connection} db
 * @param {string} account
 * @returns {Recharge[]}
 */
export function listRecharges(db, account) {
  const rows = /** @type {any[]} */ (
    db.prepare("SELECT id, made_on, amount FROM recharges WHERE account = ? ORDER BY id DESC").all(account)
  );
  return rows.map(({ id, made_on: on, amount }) => ({ id, on, amount }));
}
