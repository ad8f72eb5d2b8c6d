/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {import("./checkout.js").Agreement & { agreedAt: string }} Agreed to what, and the instant it came in */
/**
 * What happened to an account: what the calculator says of the days that passed, what the buyer confirmed, what was
 * recharged. The balance is the sum of it, and every list of the account centre is told from it.
 * @typedef {import("prorata").Settlement["events"][number]
 *         | { kind: "purchase", on: string, quote: import("prorata").Quote, agreement?: Agreed }
 *         | { kind: "recharge", on: string, amount: number }} Happening
 */
/** @typedef {Happening & { id?: number }} Entry orders and recharges have numbers, each of their own */

/** @param {Happening["kind"]} kind */
function seriesOf(kind) {
  if (kind === "purchase" || kind === "charged") return "order";
  return kind === "recharge" ? "recharge" : null;
}

/**
 * In the order of time.
 * @param {Connection} db
 * @param {string} account
 * @returns {Entry[]}
 */
export function listEntries(db, account) {
  const rows = /** @type {any[]} */ (
    db.prepare("SELECT id, entry FROM journal WHERE account = ? ORDER BY number").all(account)
  );
  return rows.map(({ id, entry }) => ({ ...JSON.parse(entry), ...(id !== null && { id }) }));
}

/**
 * With the numbers they have once they are written: told before that, they are the same.
 * @param {Connection} db
 * @param {string} account
 * @param {readonly Happening[]} news
 * @returns {Entry[]}
 */
export function numbered(db, account, news) {
  const last = db.prepare("SELECT max(id) AS id FROM journal WHERE account = ? AND series = ?");
  /** @type {Record<string, number>} */
  const ids = {};
  return news.map((entry) => {
    const series = seriesOf(entry.kind);
    if (series === null) return entry;
    ids[series] = 1 + (ids[series] ?? /** @type {any} */ (last.get(account, series)).id ?? 0);
    return { ...entry, id: ids[series] };
  });
}

/**
 * @param {Connection} db
 * @param {string} account
 * @param {readonly Entry[]} entries numbered
 */
export function writeEntries(db, account, entries) {
  const insert = db.prepare(
    `INSERT INTO journal (account, number, on_date, series, id, entry)
     SELECT ?1, 1 + coalesce(max(number), 0), ?2, ?3, ?4, ?5 FROM journal WHERE account = ?1`,
  );
  for (const { id, ...entry } of entries) {
    insert.run(account, entry.on, seriesOf(entry.kind), id ?? null, JSON.stringify(entry));
  }
}
