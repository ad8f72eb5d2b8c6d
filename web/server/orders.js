/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {import("prorata").Quote} Quote */
/** @typedef {Quote["renewal"]} Renewal */
/** @typedef {import("./checkout.js").Agreement & { agreedAt: string }} Agreed to what, and the instant it came in */
/**
 * What was taken from the balance: a purchase the buyer confirmed, or a renewal.
 * @typedef {{ id: number, on: string, amount: number, kind: "purchase", quote: Quote, agreement?: Agreed }
 *         | { id: number, on: string, amount: number, kind: "renewal", renewal: Renewal }} Order
 */

/**
 * @param {Connection} db
 * @param {string} account
 * @param {Quote} quote
 * @param {import("./checkout.js").Agreement} [agreement]
 * @returns {Order}
 */
export function recordPurchase(db, account, quote, agreement) {
  const { on, amountDue: amount } = quote;
  const agreed = agreement && { ...agreement, agreedAt: new Date().toISOString() };
  const { lastInsertRowid } = db
    .prepare("INSERT INTO orders (account, placed_on, amount, quote, agreement) VALUES (?, ?, ?, ?, ?)")
    .run(account, on, amount, JSON.stringify(quote), agreed ? JSON.stringify(agreed) : null);
  return { id: Number(lastInsertRowid), on, amount, kind: "purchase", quote, ...(agreed && { agreement: agreed }) };
}

/**
 * @param {Connection} db
 * @param {string} account
 * @param {Renewal} renewal
 */
export function recordRenewal(db, account, renewal) {
  db.prepare("INSERT INTO orders (account, placed_on, amount, renewal) VALUES (?, ?, ?, ?)").run(
    account,
    renewal.on,
    renewal.amount,
    JSON.stringify(renewal),
  );
}

/**
 * Latest first.
 * @param {Connection} db
 * @param {string} account
 * @returns {Order[]}
 */
export function listOrders(db, account) {
  const rows = /** @type {any[]} */ (
    db.prepare("SELECT * FROM orders WHERE account = ? ORDER BY id DESC").all(account)
  );
  return rows.map(({ id, placed_on: on, amount, quote, renewal, agreement }) =>
    quote
      ? {
          id,
          on,
          amount,
          kind: "purchase",
          quote: JSON.parse(quote),
          ...(agreement && { agreement: JSON.parse(agreement) }),
        }
      : { id, on, amount, kind: "renewal", renewal: JSON.parse(renewal) },
  );
}

/**
 * A charge announced for a later date, besides the regular renewal.
 * @param {Connection} db
 * @param {string} account
 * @param {Renewal} renewal
 */
export function scheduleCharge(db, account, renewal) {
  db.prepare("INSERT INTO scheduled_charges (account, due_on, renewal) VALUES (?, ?, ?)").run(
    account,
    renewal.on,
    JSON.stringify(renewal),
  );
}

/**
 * @param {Connection} db
 * @param {string} account
 * @returns {Renewal[]}
 */
export function listScheduledCharges(db, account) {
  const rows = /** @type {any[]} */ (
    db.prepare("SELECT renewal FROM scheduled_charges WHERE account = ? ORDER BY due_on, id").all(account)
  );
  return rows.map(({ renewal }) => JSON.parse(renewal));
}

/**
 * @param {Connection} db
 * @param {string} account
 * @param {string} date
 */
export function removeChargesDueBy(db, account, date) {
  db.prepare("DELETE FROM scheduled_charges WHERE account = ? AND due_on <= ?").run(account, date);
}
