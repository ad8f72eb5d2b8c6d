import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";

/** @typedef {import("libsql").Database} Connection */

// STRICT: an amount that is no integer is refused by the database as well.
const schema = `
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
`;

/** @param {string} folder made if there is none */
export function openDatabase(folder) {
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, "prorata.sqlite"));
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 5000;
  `);
  db.exec(schema);
  return db;
}
