import { firstDayOf, monthsAfter } from "./dates.js";
import { writeEntries } from "./journal.js";

/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {import("./journal.js").Entry} Entry */

/** On one day, a month ends before a plan starts, and that before it is charged; money comes before it is spent. */
const ranks = ["month_closed", "plan_changed", "charged", "recharge", "purchase"];

/**
 * Tells as a journal what the second version of the file kept in a table for each kind: orders and recharges under
 * their numbers, closed months, and the scheduled changes that took effect.
 * @param {Connection} db with the tables of both versions
 */
export function enterHistory(db) {
  for (const row of db.prepare("SELECT * FROM accounts ORDER BY rowid").all()) {
    const { id, name, catalog, minutes_a_day, settled_on, balance, held } = /** @type {any} */ (row);
    const insert = db.prepare("INSERT INTO new_accounts VALUES (?, ?, ?, ?, ?, ?)");
    insert.run(
      id,
      name,
      catalog,
      minutes_a_day,
      settled_on,
      JSON.stringify(heldNow(db, id, balance, JSON.parse(held))),
    );
    const entries = [...orderEntries(db, id, settled_on), ...rechargeEntries(db, id), ...billEntries(db, id)];
    const place = (/** @type {Entry} */ { on, kind }) => `${on} ${ranks.indexOf(kind)}`;
    writeEntries(
      db,
      id,
      entries.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : (a.id ?? 0) - (b.id ?? 0))),
    );
  }
}

/**
 * The calculator's Account: charges that were announced for next month are part of it now.
 * @param {Connection} db
 * @param {string} account
 * @param {number} balance
 * @param {import("prorata").Account} held
 */
function heldNow(db, account, balance, { packs = [], usedMinutes = 0, ...held }) {
  const charges = db.prepare("SELECT renewal FROM scheduled_charges WHERE account = ?").all(account);
  const difference = charges.reduce((sum, row) => sum + JSON.parse(/** @type {any} */ (row).renewal).amount, 0);
  return {
    ...held,
    ...(packs.length > 0 && { packs }),
    ...(usedMinutes > 0 && { usedMinutes }),
    balance,
    ...(difference !== 0 && { nextMonthDifference: difference }),
  };
}

/**
 * @param {Connection} db
 * @param {string} account
 * @param {string} settledOn
 * @returns {Entry[]}
 */
function orderEntries(db, account, settledOn) {
  const rows = /** @type {any[]} */ (db.prepare("SELECT * FROM orders WHERE account = ? ORDER BY id").all(account));
  const paid = new Set();
  return rows.flatMap(({ id, placed_on: on, quote: quoted, renewal, agreement }) => {
    if (renewal) {
      const { month, plan, amount } = JSON.parse(renewal);
      // What is charged a second time for one month makes up for a change of plan.
      const reason = paid.has(month) ? "difference" : "renewal";
      paid.add(month);
      return [{ kind: "charged", on, reason, month, plan, amount, id }];
    }
    const quote = JSON.parse(quoted);
    const { from, to, effectiveOn } = quote.planChange ?? {};
    const tookEffect = effectiveOn > on && effectiveOn <= settledOn;
    return [
      { kind: "purchase", on, quote, ...(agreement && { agreement: JSON.parse(agreement) }), id },
      ...(tookEffect ? [/** @type {const} */ ({ kind: "plan_changed", on: effectiveOn, from, to })] : []),
    ];
  });
}

/**
 * @param {Connection} db
 * @param {string} account
 * @returns {Entry[]}
 */
function rechargeEntries(db, account) {
  const rows = /** @type {any[]} */ (db.prepare("SELECT * FROM recharges WHERE account = ?").all(account));
  return rows.map(({ id, made_on: on, amount }) => ({ kind: "recharge", on, amount, id }));
}

/**
 * @param {Connection} db
 * @param {string} account
 * @returns {Entry[]}
 */
function billEntries(db, account) {
  const rows = /** @type {any[]} */ (db.prepare("SELECT bill FROM bills WHERE account = ?").all(account));
  return rows.map(({ bill }) => {
    const { month, plan, usedMinutes, sources, overage, unservedMinutes } = JSON.parse(bill);
    const [quota, ...packs] = sources;
    return {
      kind: "month_closed",
      on: firstDayOf(monthsAfter(month, 1)),
      month,
      plan,
      quotaMinutes: quota.minutes,
      usedMinutes,
      fromPlan: quota.used,
      packs: packs
        .filter((/** @type {any} */ { used }) => used > 0)
        .map((/** @type {any} */ { pack, purchasedOn, used }) => ({ pack, purchasedOn, minutes: used })),
      overage,
      unservedMinutes,
    };
  });
}
