import { builtInCatalogs, loadCalculator } from "prorata";
import { findAccount, listAccounts, saveAccount } from "./accounts.js";
import { checkOut } from "./checkout.js";
import { Clock } from "./clock.js";
import { openDatabase } from "./database.js";
import { once } from "./once.js";
import { listOrders, listScheduledCharges } from "./orders.js";
import { listRecharges, recharge } from "./recharges.js";
import { addSamples } from "./samples.js";
import { findBill, listBills, settle } from "./settlement.js";

/** @typedef {import("prorata").Calculator} Calculator */
/** @typedef {{ db: import("./database.js").Connection, calculator: Calculator, account: import("./accounts.js").Account, on: string }} Context */
/** @typedef {Awaited<ReturnType<typeof openAccountCentre>>} AccountCentre */

/**
 * Everything that can be asked of the accounts, each brought up to today first. What changes something is one
 * transaction: what is refused leaves no trace but that.
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
   * @param {import("./database.js").Connection} db
   * @param {string} id
   * @returns {Context}
   */
  function contextOf(db, id) {
    const account = findAccount(db, id);
    const { calculator, today: on } = priceList(account.catalog);
    return { db, calculator, account, on };
  }

  /**
   * @template Answer
   * @param {string} id
   * @param {(context: Context) => Answer} work
   * @returns {Promise<Answer>}
   */
  const change = (id, work) =>
    accounts.write((db) => {
      const context = contextOf(db, id);
      settle(db, context.calculator, context.account, context.on);
      const answer = work(context);
      saveAccount(db, context.account);
      clock.keep(db);
      return answer;
    });

  /**
   * Takes the lock of those who write only for the first question of a day.
   * @template Answer
   * @param {string} id
   * @param {(context: Context) => Answer} work
   * @returns {Promise<Answer>}
   */
  async function ask(id, work) {
    const current = await accounts.read((db) => {
      const context = contextOf(db, id);
      return context.account.settledOn === context.on ? { answer: work(context) } : undefined;
    });
    return current ? current.answer : change(id, work);
  }

  return {
    accounts: () => accounts.read(listAccounts),

    /** @param {string} id */
    account: (id) =>
      ask(id, ({ db, account: { name, catalog, held }, on }) => ({
        id,
        name,
        catalog,
        on,
        account: held,
        scheduledCharges: listScheduledCharges(db, id),
      })),

    /**
     * @param {string} id
     * @param {{ idempotencyKey: string } & import("./checkout.js").Confirmed} body
     */
    checkOut: (id, body) =>
      change(id, (context) => once(context.db, id, body, () => checkOut(context, body, agreement))),

    /**
     * @param {string} id
     * @param {{ idempotencyKey: string, amount: number }} body
     */
    recharge: (id, body) =>
      change(id, ({ db, account, on }) => once(db, id, body, () => recharge(db, account, on, body.amount))),

    /** @param {string} id */
    orders: (id) => ask(id, ({ db }) => listOrders(db, id)),
    /** @param {string} id */
    recharges: (id) => ask(id, ({ db }) => listRecharges(db, id)),
    /** @param {string} id */
    bills: (id) => ask(id, ({ db }) => listBills(db, id)),
    /**
     * @param {string} id
     * @param {string} month
     */
    bill: (id, month) => ask(id, ({ db }) => findBill(db, id, month)),

    close() {
      accounts.close();
      for (const calculator of calculators.values()) calculator.free();
    },
  };
}
