import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { migrate } from "./migrations.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("libsql").Database} Connection */
/** @typedef {Awaited<ReturnType<typeof openDatabase>>} Accounts */

/** In milliseconds: how long another process's transaction is waited for, and how long until it is tried again. */
const patience = { opening: 10_000, serving: 2_000, pause: 20 };

/**
 * Opened, brought to the present schema, and proved to take what is written.
 * @param {string} folder made if there is none
 */
export async function openDatabase(folder) {
  mkdirSync(folder, { recursive: true });
  const db = openFile(join(folder, "prorata.sqlite"));
  // First of all: another process may be opening the same file at this moment. Nobody else is served yet.
  db.exec("PRAGMA busy_timeout = 1000");
  // Not every wait is the timeout's: the change to WAL is refused at once.
  await patiently(patience.opening, () => db.exec("PRAGMA journal_mode = WAL"));
  // A step may make a table anew that others refer to.
  db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF");
  await patiently(patience.opening, () => attempt(db, "IMMEDIATE", () => migrate(db)));
  db.exec("PRAGMA foreign_keys = ON");
  // From now on waiting must not keep other requests from their answers.
  db.exec("PRAGMA busy_timeout = 0");

  /**
   * @template Answer
   * @param {"DEFERRED" | "IMMEDIATE"} kind
   * @param {(db: Connection) => Answer} work
   */
  const transaction = (kind, work) => patiently(patience.serving, () => attempt(db, kind, () => work(db)));

  return {
    /**
     * As of one moment; waits for nobody who writes.
     * @template Answer
     * @param {(db: Connection) => Answer} work
     */
    read: (work) => transaction("DEFERRED", work),
    /**
     * All of the work or nothing. It may be done again from its beginning.
     * @template Answer
     * @param {(db: Connection) => Answer} work
     */
    write: (work) => transaction("IMMEDIATE", work),
    close: () => db.close(),
  };
}

/** @param {string} path */
function openFile(path) {
  try {
    return new Database(path);
  } catch (error) {
    // It names no code for this, unlike for what fails later.
    throw Object.assign(/** @type {Error} */ (error), { code: "SQLITE_CANTOPEN" });
  }
}

/**
 * @template Answer
 * @param {number} milliseconds
 * @param {() => Answer} work done anew for as long as another process holds the lock
 */
async function patiently(milliseconds, work) {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) throw new Refusal(503, "busy", "The accounts are in use; try again.");
    }
    await sleep(patience.pause);
  }
}

/** @param {any} error */
const isBusy = ({ code }) => String(code).startsWith("SQLITE_BUSY");

/**
 * @template Answer
 * @param {Connection} db
 * @param {"DEFERRED" | "IMMEDIATE"} kind
 * @param {() => Answer} work
 */
function attempt(db, kind, work) {
  db.exec(`BEGIN ${kind}`);
  try {
    const answer = work();
    db.exec("COMMIT");
    return answer;
  } catch (error) {
    rollBack(db);
    throw error;
  }
}

/**
 * What failed may have ended the transaction already; what failed first is the cause to tell, not this.
 * @param {Connection} db
 */
function rollBack(db) {
  try {
    if (db.inTransaction) db.exec("ROLLBACK");
  } catch {}
}
