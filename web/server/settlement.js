import { firstDayOf, monthOf, monthsAfter } from "./dates.js";
import { listScheduledCharges, recordRenewal, removeChargesDueBy } from "./orders.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./accounts.js").Account} Account */
/** @typedef {import("./database.js").Connection} Connection */
/** @typedef {import("prorata").Calculator} Calculator */
/** @typedef {import("prorata").Coverage} Coverage */
/**
 * How the usage of a closed month was absorbed, and what was charged for the rest of it.
 * @typedef {{ month: string, plan: string, currency: string, usedMinutes: number }
 *         & Pick<Coverage, "sources" | "overage" | "unservedMinutes">} Bill
 */

/**
 * Does what the days since the last settlement bring: months are closed, renewals charged. A balance may fall below
 * zero by it; the next recharge makes that up first.
 * @param {Connection} db
 * @param {Calculator} calculator
 * @param {Account} account changed accordingly
 * @param {string} today
 */
export function settle(db, calculator, account, today) {
  if (today < account.settledOn) {
    throw new Refusal(409, "date_went_back", `This account is settled through ${account.settledOn}.`);
  }
  while (account.settledOn < today) settleNext(db, calculator, account, today);
}

/**
 * As far as the next date on which something happens.
 * @param {Connection} db
 * @param {Calculator} calculator
 * @param {Account} account
 * @param {string} today
 */
function settleNext(db, calculator, account, today) {
  const { id, held, settledOn } = account;
  const { renewal, period } = calculator.quote({ on: settledOn, account: held });
  const newMonth = firstDayOf(monthsAfter(monthOf(settledOn), 1));
  const date = [renewal.on, newMonth, today].sort()[0] ?? today;

  if (date === newMonth) closeMonth(db, calculator, account, period, newMonth);
  const due = listScheduledCharges(db, id).filter(({ on }) => on <= date);
  removeChargesDueBy(db, id, date);
  if (renewal.on === date) due.push(renewal);
  for (const charge of due.filter(({ amount }) => amount !== 0)) {
    recordRenewal(db, id, charge);
    account.held.balance -= charge.amount;
  }
  account.settledOn = date;
  account.held.usedMinutes = meteredMinutes(account, date);
}

/**
 * What was used this month before a date. A console asks its metering; a sample account uses the same every day.
 * @param {Account} account
 * @param {string} date
 */
const meteredMinutes = ({ minutesADay }, date) => minutesADay * (Number(date.slice(8)) - 1);

/**
 * @param {Connection} db
 * @param {Calculator} calculator
 * @param {Account} account
 * @param {import("prorata").Quote["period"]} period the month
 * @param {string} newMonth the day after it
 */
function closeMonth(db, calculator, account, { through: lastDay, days }, newMonth) {
  const { history: _, pendingChange, ...held } = account.held;
  const usedMinutes = account.minutesADay * days;
  const { sources, overage, unservedMinutes } = calculator.cover({
    on: lastDay,
    account: account.held,
    monthMinutes: usedMinutes,
  });

  /** @type {Bill} */
  const bill = {
    month: monthOf(lastDay),
    plan: held.plan,
    currency: calculator.catalog.currency.code,
    usedMinutes,
    sources,
    overage,
    unservedMinutes,
  };
  db.prepare("INSERT INTO bills (account, month, bill) VALUES (?, ?, ?)").run(
    account.id,
    bill.month,
    JSON.stringify(bill),
  );

  const isDue = pendingChange !== undefined && pendingChange.effectiveOn <= newMonth;
  account.held = {
    ...held,
    plan: isDue ? pendingChange.plan : held.plan,
    ...(pendingChange && !isDue && { pendingChange }),
    packs: sources.flatMap((source) => (source.kind === "pack" ? remainderOf(source) : [])),
    balance: held.balance - overage.amount,
  };
}

/** @param {Extract<Coverage["sources"][number], { kind: "pack" }>} source */
function remainderOf({ pack, purchasedOn, left }) {
  return left > 0 ? [{ ...(pack !== null && { pack }), purchasedOn, remainingMinutes: left }] : [];
}

/**
 * Latest first.
 * @param {Connection} db
 * @param {string} account
 * @returns {Bill[]}
 */
export function listBills(db, account) {
  const rows = /** @type {any[]} */ (
    db.prepare("SELECT bill FROM bills WHERE account = ? ORDER BY month DESC").all(account)
  );
  return rows.map(({ bill }) => JSON.parse(bill));
}

/**
 * @param {Connection} db
 * @param {string} account
 * @param {string} month
 * @returns {Bill}
 */
export function findBill(db, account, month) {
  const bill = listBills(db, account).find((one) => one.month === month);
  if (!bill) throw new Refusal(404, "unknown_bill", "This month is not closed yet, or was before the account.");
  return bill;
}
