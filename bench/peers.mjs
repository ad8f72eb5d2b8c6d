// The same upgrade worked out with other libraries: what is due today, what of it is charge and credit, and the quota
// of the month. Prices are in fen, as everywhere; a day of a month is read from the date as text.
import Big from "big.js";
import currency from "currency.js";
import { Decimal } from "decimal.js";
import { allocate, dinero, halfAwayFromZero, subtract, toSnapshot, transformScale } from "dinero.js";
import { CNY } from "dinero.js/currencies";

const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function daysOf(on) {
  const days = daysIn(Number(on.slice(0, 4)), Number(on.slice(5, 7)));
  return { days, left: days - Number(on.slice(8, 10)) + 1 };
}

/** Days on a free plan carry nothing in a month with a paid one. */
const carries = ({ price, minutes }) => (price === 0 ? 0 : minutes);

function decimalJs({ on, from, to }) {
  const { days, left } = daysOf(on);
  const share = (price) => new Decimal(price).times(left).div(days).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const due = share(to.price - from.price);
  const charge = share(to.price);
  const quota = new Decimal(carries(from))
    .times(days - left)
    .plus(new Decimal(to.minutes).times(left))
    .div(days)
    .floor();
  return [due, charge, due.minus(charge), quota].map((value) => value.toNumber());
}

function bigJs({ on, from, to }) {
  const { days, left } = daysOf(on);
  const share = (price) => new Big(price).times(left).div(days).round(0, Big.roundHalfUp);
  const due = share(to.price - from.price);
  const charge = share(to.price);
  const quota = new Big(carries(from))
    .times(days - left)
    .plus(new Big(to.minutes).times(left))
    .div(days)
    .round(0, Big.roundDown);
  return [due, charge, due.minus(charge), quota].map(Number);
}

// It has no division: the first of two shares of a finer scale, brought back to fen.
function dineroJs({ on, from, to }) {
  const { days, left } = daysOf(on);
  const money = (amount) => transformScale(dinero({ amount, currency: CNY }), 6);
  const share = (amount) =>
    transformScale(days === left ? amount : allocate(amount, [left, days - left])[0], 2, halfAwayFromZero);
  const due = share(subtract(money(to.price), money(from.price)));
  const charge = share(money(to.price));
  const quota = Math.floor((carries(from) * (days - left) + to.minutes * left) / days);
  return [...[due, charge, subtract(due, charge)].map((value) => toSnapshot(value).amount), quota];
}

// Works on floating-point numbers of yuan; equal on what is asked here.
function currencyJs({ on, from, to }) {
  const { days, left } = daysOf(on);
  const share = (price) => currency(price, { fromCents: true }).multiply(left / days);
  const due = share(to.price - from.price);
  const charge = share(to.price);
  const quota = Math.floor((carries(from) * (days - left) + to.minutes * left) / days);
  return [due.intValue, charge.intValue, due.subtract(charge).intValue, quota];
}

function bigInt({ on, from, to }) {
  const { days, left } = daysOf(on);
  const [d, r] = [BigInt(days), BigInt(left)];
  // Upgrades only: what is due is never below 0.
  const share = (price) => (BigInt(price) * r * 2n + d) / (d * 2n);
  const due = share(to.price - from.price);
  const charge = share(to.price);
  const quota = (BigInt(carries(from)) * (d - r) + BigInt(to.minutes) * r) / d;
  return [due, charge, due - charge, quota].map(Number);
}

/** By name: from {on, from, to} to [due, charge, credit, quota]. */
export const peers = {
  "decimal.js": decimalJs,
  "dinero.js": dineroJs,
  "big.js": bigJs,
  "currency.js": currencyJs,
  BigInt: bigInt,
};
