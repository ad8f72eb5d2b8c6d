import { Refusal } from "./refusal.js";

/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {import("prorata").Account & { balance: number }} Held what the calculator is told of an account */
/**
 * @typedef {{ id: string, name: Record<string, string>, catalog: string, minutesADay: number, settledOn: string,
 *             held: Held }} Account `held` is as of `settledOn`
 */

/**
 * @param {Connection} db
 * @param {string} id
 * @returns {Account}
 */
export function findAccount(db, id) {
  const row = /** @type {any} */ (db.prepare("SELECT * FROM accounts WHERE id = ?").get(id));
  if (!row) throw new Refusal(404, "unknown_account", "There is no such account.");
  return {
    id,
    name: JSON.parse(row.name),
    catalog: row.catalog,
    minutesADay: row.minutes_a_day,
    settledOn: row.settled_on,
    held: JSON.parse(row.held),
  };
}

/** @param {Connection} db */
export function listAccounts(db) {
  const rows = /** @type {any[]} */ (db.prepare("SELECT id, name, catalog FROM accounts ORDER BY rowid").all());
  return rows.map(({ id, name, catalog }) => ({ id, name: JSON.parse(name), catalog }));
}

/**
 * @param {Connection} db
 * @param {Account} account
 */
export function saveAccount(db, { id, name, catalog, minutesADay, settledOn, held }) {
  db.prepare(
    `INSERT INTO accounts (id, name, catalog, minutes_a_day, settled_on, held) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET settled_on = excluded.settled_on, held = excluded.held`,
  ).run(id, JSON.stringify(name), catalog, minutesADay, settledOn, JSON.stringify(held));
}
