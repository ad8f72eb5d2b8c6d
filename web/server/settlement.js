import { firstDayOf, monthOf, monthsAfter } from "./dates.js";
import { meteredMinutes } from "./metering.js";
import { Refusal } from "./refusal.js";

/** @typedef {import("./accounts.js").Account} Account */
/** @typedef {import("./accounts.js").Held} Held */

/** How many months the calculator settles at once. */
const mostMonths = 36;

/**
 * An account as of today, and what the days since its last settlement brought. It makes no difference when, or how
 * often, it is asked for.
 * @param {import("prorata").Calculator} calculator
 * @param {Account} account
 * @param {string} today
 * @returns {{ account: Account, events: import("prorata").Settlement["events"] }}
 */
export function settle(calculator, account, today) {
  const { settledOn: on, held } = account;
  if (today < on) throw new Refusal(409, "date_went_back", `This account is settled through ${on}.`);
  if (today === on) return { account, events: [] };
  const farthest = firstDayOf(monthsAfter(monthOf(on), mostMonths));
  const through = today < farthest ? today : farthest;
  const settled = calculator.settle({ on, account: held, through, ...meteredMinutes(account, on, through) });
  const rest = settle(
    calculator,
    { ...account, settledOn: through, held: /** @type {Held} */ (settled.account) },
    today,
  );
  return { account: rest.account, events: [...settled.events, ...rest.events] };
}
