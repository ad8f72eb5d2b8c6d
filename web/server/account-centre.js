import { builtInCatalogs, loadCalculator } from "prorata";
import { findAccount, listAccounts, saveAccount } from "./accounts.js";
import { checkOut } from "./checkout.js";
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
 * Everything that can be asked of the accounts. Each question is one transaction, which brings the account up to today
 * first: what is refused leaves no trace but that.
 * @param {{ data: string, today?: (() => string) | undefined }} options folder of the database; a date for today's
 */
export async function openAccountCentre({ data, today }) {
  /** @type {Map<string, Calculator>} */
  const calculators = new Map();
  for (const id of await builtInCatalogs()) calculators.set(id, await loadCalculator({ catalog: id }));

  const db = openDatabase(data);

  /** @param {string} catalog */
  function priceList(catalog) {
    const calculator = calculators.get(catalog);
    if (!calculator) throw new Error(`There is no price list ${catalog}.`);
    return { calculator, today: today?.() ?? calculator.today() };
  }

  db.transaction(() => {
    if (listAccounts(db).length === 0) addSamples(db, priceList);
  }).immediate();

  /**
   * @template Answer
   * @param {string} id
   * @param {(context: Context) => Answer} work
   * @returns {Answer}
   */
  function withAccount(id, work) {
    return db
      .transaction(() => {
        const account = findAccount(db, id);
        const { calculator, today: on } = priceList(account.catalog);
        settle(db, calculator, account, on);
        const answer = work({ db, calculator, account, on });
        saveAccount(db, account);
        return answer;
      })
      .immediate();
  }

  return {
    accounts: () => listAccounts(db),

    /** @param {string} id */
    account: (id) =>
      withAccount(id, ({ account: { name, catalog, held }, on }) => ({
        id,
        name,
        catalog,
        on,
        account: held,
        scheduledCharges: listScheduledCharges(db, id),
      })),

    /**
     * @param {string} id
     * @param {{ idempotencyKey: string, request: import("./checkout.js").Cart, quote: unknown }} body
     */
    checkOut: (id, body) =>
      withAccount(id, ({ calculator, account, on }) =>
        once(db, id, body, () => checkOut(db, calculator, account, on, body)),
      ),

    /**
     * @param {string} id
     * @param {{ idempotencyKey: string, amount: number }} body
     */
    recharge: (id, body) =>
      withAccount(id, ({ account, on }) => once(db, id, body, () => recharge(db, account, on, body.amount))),

    /** @param {string} id */
    orders: (id) => withAccount(id, () => listOrders(db, id)),
    /** @param {string} id */
    recharges: (id) => withAccount(id, () => listRecharges(db, id)),
    /** @param {string} id */
    bills: (id) => withAccount(id, () => listBills(db, id)),
    /**
     * @param {string} id
     * @param {string} month
     */
    bill: (id, month) => withAccount(id, () => findBill(db, id, month)),

    close() {
      db.close();
      for (const calculator of calculators.values()) calculator.free();
    },
  };
}
