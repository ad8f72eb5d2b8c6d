import { isDate, monthOf, monthsAfter } from "./dates.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./database.js").Connection} Connection */

/**
 * The one place where dates come from. What is settled stays settled, so a clock that runs ahead would charge months
 * that have not been: more than a month at once is refused unless it is meant.
 */
export class Clock {
  #latest = "";

  /** @param {{ today?: (() => string) | undefined, skipAhead?: boolean | undefined }} options */
  constructor({ today, skipAhead = false }) {
    this.given = today;
    this.skipAhead = skipAhead;
  }

  /**
   * Takes up where the accounts were left.
   * @param {Connection} db
   */
  resume(db) {
    const row = /** @type {any} */ (db.prepare("SELECT latest FROM clock").get());
    if (row && row.latest > this.#latest) this.#latest = row.latest;
  }

  /** @param {import("prorata").Calculator} calculator */
  today(calculator) {
    const date = this.given?.() ?? calculator.today();
    if (!isDate(date)) throw new Error(`Today cannot be ${date}.`);
    if (!this.skipAhead && this.#latest && date > aMonthAfter(this.#latest)) {
      throw new Refusal(503, "clock_ahead", `Today is ${date}, more than a month after ${this.#latest}.`);
    }
    if (date > this.#latest) this.#latest = date;
    return date;
  }

  /**
   * Leaves to the next process what this one has seen.
   * @param {Connection} db
   */
  keep(db) {
    const { changes } = db.prepare("UPDATE clock SET latest = max(latest, ?)").run(this.#latest);
    if (changes === 0) db.prepare("INSERT INTO clock VALUES (?)").run(this.#latest);
  }
}

/**
 * Perhaps no date that exists, but in its place in the order of time.
 * @param {string} date
 */
const aMonthAfter = (date) => monthsAfter(monthOf(date), 1) + date.slice(7);
