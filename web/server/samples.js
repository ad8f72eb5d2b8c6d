import { saveAccount } from "./accounts.js";
import { checkOut } from "./checkout.js";
import { firstDayOf, monthOf, monthsAfter } from "./dates.js";
import { Ledger } from "./ledger.js";
import { recharge } from "./recharges.js";

/** @typedef {import("./accounts.js").Account} Account */
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
 * @param {import("./ledger.js").PriceLists} priceLists
 */
export function addSamples(db, priceLists) {
  for (const { events, ...sample } of samples) {
    const { calculator, today } = priceLists(sample.catalog);
    const months = { last: monthsAfter(monthOf(today), -1), this: monthOf(today) };
    const settledOn = firstDayOf(months.last);
    const account = { ...sample, settledOn, held: { plan: calculator.catalog.defaultPlan, balance: 0 } };
    saveAccount(db, account);
    const ledger = new Ledger(db, account, { calculator, today: settledOn });
    for (const { month, day, recharge: amount, cart } of events) {
      const planned = `${months[month]}-${String(day).padStart(2, "0")}`;
      ledger.bringTo(planned < today ? planned : today);
      if (amount) recharge(ledger, amount);
      if (!cart) continue;
      const quote = calculator.quote({ ...cart, on: ledger.on, account: ledger.account.held });
      checkOut(ledger, { request: cart, quote });
    }
    ledger.bringTo(today);
    ledger.save();
  }
}
