import { saveAccount } from "./accounts.js";
import { checkOut } from "./checkout.js";
import { firstDayOf, monthOf, monthsAfter } from "./dates.js";
import { recharge } from "./recharges.js";
import { settle } from "./settlement.js";

/** @typedef {import("./accounts.js").Account} Account */
/** @typedef {import("prorata").Calculator} Calculator */
/** @typedef {{ month: "last" | "this", day: number, recharge?: number, cart?: import("./checkout.js").Cart }} Event */
/** @typedef {Pick<Account, "id" | "name" | "catalog" | "minutesADay"> & { events: Event[] }} Sample */

/** @type {Sample[]} */
const samples = [
  {
    id: "subscriber",
    name: { en: "Subscribed this month", "zh-CN": "本月新订阅" },
    catalog: "easemob-cn",
    minutesADay: 1_500,
    events: [
      { month: "last", day: 2, recharge: 500_000 },
      { month: "this", day: 11, cart: { plan: "basic" } },
    ],
  },
  {
    id: "newcomer",
    name: { en: "On the free plan, no balance", "zh-CN": "免费版，余额为零" },
    catalog: "easemob-cn",
    minutesADay: 260,
    events: [],
  },
  {
    id: "downgrading",
    name: { en: "Packs, and a downgrade scheduled", "zh-CN": "持有加油包，已预约降级" },
    catalog: "easemob-cn",
    minutesADay: 14_500,
    events: [
      { month: "last", day: 1, recharge: 2_000_000, cart: { plan: "premium" } },
      { month: "last", day: 5, cart: { packs: [{ pack: "pack-25k", quantity: 2 }] } },
      { month: "last", day: 20, cart: { packs: [{ pack: "pack-250k", quantity: 1 }] } },
      { month: "this", day: 1, cart: { plan: "basic" } },
    ],
  },
  {
    id: "full-month",
    name: { en: "Full-month prices", "zh-CN": "按整月计费" },
    catalog: "shengwang-cn",
    minutesADay: 4_100,
    events: [{ month: "last", day: 10, recharge: 1_000_000, cart: { plan: "basic" } }],
  },
  {
    id: "global",
    name: { en: "Paying in dollars", "zh-CN": "以美元支付" },
    catalog: "agora-global",
    minutesADay: 1_700,
    events: [
      {
        month: "last",
        day: 4,
        recharge: 100_000,
        cart: { plan: "starter", packs: [{ pack: "pack-25k", quantity: 1 }] },
      },
    ],
  },
];

/**
 * Fills an empty database with accounts that have lived since the 1st of last month, by the same rules as any other.
 * @param {import("./database.js").Connection} db
 * @param {(catalog: string) => { calculator: Calculator, today: string }} priceList
 */
export function addSamples(db, priceList) {
  for (const { events, ...sample } of samples) {
    const { calculator, today } = priceList(sample.catalog);
    const months = { last: monthsAfter(monthOf(today), -1), this: monthOf(today) };
    const { defaultPlan: plan } = calculator.catalog;
    /** @type {Account} */
    const account = { ...sample, settledOn: firstDayOf(months.last), held: { plan, usedMinutes: 0, balance: 0 } };
    saveAccount(db, account);
    for (const { month, day, recharge: amount, cart } of events) {
      const planned = `${months[month]}-${String(day).padStart(2, "0")}`;
      const on = planned < today ? planned : today;
      settle(db, calculator, account, on);
      if (amount) recharge(db, account, on, amount);
      if (!cart) continue;
      const quote = calculator.quote({ ...cart, on, account: account.held });
      checkOut({ db, calculator, account, on }, { request: cart, quote });
    }
    settle(db, calculator, account, today);
    saveAccount(db, account);
  }
}
