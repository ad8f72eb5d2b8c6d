import { findAccount, saveAccount } from "./accounts.js";
import { listEntries, numbered, writeEntries } from "./journal.js";
import { settle } from "./settlement.js";

/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {import("./journal.js").Entry} Entry */
/** @typedef {(catalog: string) => { calculator: import("prorata").Calculator, today: string }} PriceLists */

/**
 * One account as of today. Nothing of it is written before `save`: who only asks is told the same without.
 */
export class Ledger {
  /** @type {import("./journal.js").Happening[]} what is not written yet */
  #news = [];

  /**
   * @param {Connection} db
   * @param {import("./accounts.js").Account} account as it was written
   * @param {ReturnType<PriceLists>} priceList
   */
  constructor(db, account, { calculator, today }) {
    this.db = db;
    this.calculator = calculator;
    this.account = account;
    this.on = account.settledOn;
    this.bringTo(today);
  }

  /**
   * @param {Connection} db
   * @param {string} id
   * @param {PriceLists} priceLists
   */
  static open(db, id, priceLists) {
    const account = findAccount(db, id);
    return new Ledger(db, account, priceLists(account.catalog));
  }

  /** @param {string} date */
  bringTo(date) {
    const { account, events } = settle(this.calculator, this.account, date);
    this.account = account;
    this.on = date;
    this.#news.push(...events);
  }

  /**
   * What was done today, and what the account holds after it.
   * @param {import("./journal.js").Happening} entry
   * @param {import("./accounts.js").Held} held
   */
  enter(entry, held) {
    this.#news.push(entry);
    this.account = { ...this.account, held };
  }

  /** Everything that happened, in the order of time. */
  entries() {
    const { id } = this.account;
    return [...listEntries(this.db, id), ...numbered(this.db, id, this.#news)];
  }

  /** @returns {Entry[]} what is written now */
  save() {
    const { db, account } = this;
    const entries = numbered(db, account.id, this.#news);
    saveAccount(db, account);
    writeEntries(db, account.id, entries);
    this.#news = [];
    return entries;
  }
}
