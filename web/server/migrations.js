import { enterHistory } from "./history.js";

/** @typedef {import("./database.js").Connection} Connection */

/**
 * How the file of each version becomes one of the next; an empty file is of version 0, and so is one of the first
 * program, which kept no version. Steps that were published stay as they are.
 * @type {readonly ((db: Connection) => void)[]}
 */
const steps = [
  (db) =>
    // STRICT: an amount that is no integer is refused by the database as well.
    db.exec(`
      CREATE TABLE IF NOT EXISTS accounts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,           -- JSON: language -> text
        catalog TEXT NOT NULL,
        minutes_a_day INTEGER NOT NULL,
        settled_on TEXT NOT NULL,     -- charges and closed months are accounted for through this date
        balance INTEGER NOT NULL CHECK (abs(balance) <= 9007199254740991),
        held TEXT NOT NULL            -- JSON: the calculator's Account but for the balance
      ) STRICT;
      CREATE TABLE IF NOT EXISTS orders (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL REFERENCES accounts,
        placed_on TEXT NOT NULL,
        amount INTEGER NOT NULL,
        quote TEXT,                   -- JSON: what the buyer confirmed
        renewal TEXT,                 -- JSON: what was charged without asking
        CHECK ((quote IS NULL) <> (renewal IS NULL))
      ) STRICT;
      CREATE TABLE IF NOT EXISTS scheduled_charges (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL REFERENCES accounts,
        due_on TEXT NOT NULL,
        renewal TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS recharges (
        id INTEGER PRIMARY KEY,
        account TEXT NOT NULL REFERENCES accounts,
        made_on TEXT NOT NULL,
        amount INTEGER NOT NULL CHECK (amount > 0)
      ) STRICT;
      CREATE TABLE IF NOT EXISTS bills (
        account TEXT NOT NULL REFERENCES accounts,
        month TEXT NOT NULL,
        bill TEXT NOT NULL,
        PRIMARY KEY (account, month)
      ) STRICT;
      CREATE TABLE IF NOT EXISTS replies (
        account TEXT NOT NULL REFERENCES accounts,
        key TEXT NOT NULL,
        body TEXT NOT NULL,
        reply TEXT NOT NULL,
        PRIMARY KEY (account, key)
      ) STRICT;
    `),
  (db) =>
    db.exec(`
      ALTER TABLE orders ADD COLUMN agreement TEXT; -- JSON: what the buyer agreed to, and when
      CREATE TABLE clock (latest TEXT NOT NULL CHECK (latest IS date(latest))) STRICT; -- one row
      INSERT INTO clock SELECT max(settled_on) FROM accounts HAVING count(*) > 0;
    `),
  (db) => {
    db.exec(`
      CREATE TABLE journal (
        account TEXT NOT NULL REFERENCES accounts,
        number INTEGER NOT NULL,                -- in the order of time
        on_date TEXT NOT NULL CHECK (on_date IS date(on_date)),
        series TEXT,                            -- what has numbers that people see: order, recharge
        id INTEGER,
        entry TEXT NOT NULL,                    -- JSON
        PRIMARY KEY (account, number),
        UNIQUE (account, series, id),
        CHECK ((series IS NULL) = (id IS NULL))
      ) STRICT;
      CREATE TABLE new_accounts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,                     -- JSON: language -> text
        catalog TEXT NOT NULL,
        minutes_a_day INTEGER NOT NULL,
        settled_on TEXT NOT NULL CHECK (settled_on IS date(settled_on)),
        held TEXT NOT NULL                      -- JSON: the calculator's Account, as of that day
          CHECK (json_type(held, '$.balance') = 'integer' AND abs(held ->> 'balance') <= 9007199254740991)
      ) STRICT;
    `);
    enterHistory(db);
    db.exec(`
      DROP TABLE accounts;
      DROP TABLE orders;
      DROP TABLE scheduled_charges;
      DROP TABLE recharges;
      DROP TABLE bills;
      ALTER TABLE new_accounts RENAME TO accounts;
    `);
  },
];

/**
 * Brings a file to the present version, within the caller's transaction.
 * @param {Connection} db
 */
export function migrate(db) {
  const { user_version: version } = /** @type {any} */ (db.prepare("PRAGMA user_version").get());
  if (version > steps.length) {
    const message = `its version is ${version}, and this program knows none above ${steps.length}`;
    throw Object.assign(new Error(message), { code: "LATER_VERSION" });
  }
  for (const step of steps.slice(version)) step(db);
  // Written every time: a disk that takes nothing is found out before anyone is served.
  db.exec(`PRAGMA user_version = ${steps.length}`);
}
