import { builtInCatalogs, loadCalculator } from "prorata";
import { listAccounts } from "./accounts.js";
import { billsOf, findBill } from "./bills.js";
import { checkOut } from "./checkout.js";
import { Clock } from "./clock.js";
import { openDatabase } from "./database.js";
import { Ledger } from "./ledger.js";
import { once } from "./once.js";
import { ordersOf } from "./orders.js";
import { recharge, rechargeLimit, rechargesOf } from "./recharges.js";
import { addSamples } from "./samples.js";

/** @typedef {import("prorata").Calculator} Calculator */
/** @typedef {Awaited<ReturnType<typeof openAccountCentre>>} AccountCentre */

/**
 * Everything that can be asked of the accounts, each brought up to today first. What changes something is one
 * transaction: what is refused leaves no trace. What only asks writes nothing.
 * @param {{ data: string, today?: (() => string) | undefined, skipAhead?: boolean | undefined,
 *           agreement?: import("./checkout.js").Agreement | undefined }} options see app.js
 */
export async function openAccountCentre({ data, agreement, ...time }) {
  /** @type {Map<string, Calculator>} */
  const calculators = new Map();
  for (const id of await builtInCatalogs()) calculators.set(id, await loadCalculator({ catalog: id }));

  const clock = new Clock(time);
  const accounts = await openDatabase(data);

  /** @param {string} catalog */
  function priceList(catalog) {
    const calculator = calculators.get(catalog);
    if (!calculator) throw new Error(`There is no price list ${catalog}.`);
    return { calculator, today: clock.today(calculator) };
  }

  await accounts.write((db) => {
    clock.resume(db);
    for (const id of calculators.keys()) priceList(id);
    if (listAccounts(db).length === 0) addSamples(db, priceList);
    clock.keep(db);
  });

  /**
   * As of today, which another process may have seen before this one.
   * @param {import("./database.js").Connection} db
   * @param {string} id
   */
  function openLedger(db, id) {
    clock.resume(db);
    return Ledger.open(db, id, priceList);
  }

  /**
   * @template Answer
   * @param {string} id
   * @param {(ledger: Ledger) => Answer} question
   */
  const ask = (id, question) => accounts.read((db) => question(openLedger(db, id)));

  /**
   * @template Reply
   * @param {string} id
   * @param {{ idempotencyKey: string }} body
   * @param {(ledger: Ledger) => void} work
   * @param {(entries: import("./journal.js").Entry[], ledger: Ledger) => Reply[]} list
   */
  const change = (id, body, work, list) =>
    accounts.write((db) =>
      once(db, id, body, () => {
        const ledger = openLedger(db, id);
        work(ledger);
        const written = ledger.save();
        clock.keep(db);
        return list(written.slice(-1), ledger)[0];
      }),
    );

  return {
    accounts: () => accounts.read(listAccounts),

    /** @param {string} id */
    account: (id) =>
      ask(id, ({ account: { name, catalog, held }, on }) => ({
        id,
        name,
        catalog,
        on,
        account: held,
        rechargeLimit,
      })),

    /**
     * @param {string} id
     * @param {{ idempotencyKey: string } & import("./checkout.js").Confirmed} body
     */
    checkOut: (id, body) => change(id, body, (ledger) => checkOut(ledger, body, agreement), ordersOf),

    /**
     * @param {string} id
     * @param {{ idempotencyKey: string, amount: number }} body
     */
    recharge: (id, body) => change(id, body, (ledger) => recharge(ledger, body.amount), rechargesOf),

    /** @param {string} id */
    orders: (id) => ask(id, (ledger) => ordersOf(ledger.entries(), ledger)),
    /** @param {string} id */
    recharges: (id) => ask(id, (ledger) => rechargesOf(ledger.entries())),
    /** @param {string} id */
    bills: (id) => ask(id, (ledger) => billsOf(ledger.entries(), ledger)),
    /**
     * @param {string} id
     * @param {string} month
     */
    bill: (id, month) => ask(id, (ledger) => findBill(ledger.entries(), ledger, month)),

    close() {
      accounts.close();
      for (const calculator of calculators.values()) calculator.free();
    },
  };
}
