// One quote through the public API, beside the same sum in other libraries; and in text, beside the native core.
import { readFile } from "node:fs/promises";
import { loadCalculator } from "prorata";
import { inText } from "./module.mjs";
import { native } from "./native.mjs";
import { peers } from "./peers.mjs";
import { nsPerCall, rounded } from "./timing.mjs";

/** Every upgrade between three plans on days of three years: 1 008 of them. */
function upgrades({ plans }) {
  const [, basic, premium, flagship] = plans.map(({ id, monthlyPrice, monthlyMinutes }) => ({
    id,
    price: monthlyPrice,
    minutes: monthlyMinutes,
  }));
  const free = { id: "free", price: 0, minutes: plans[0].monthlyMinutes };
  const pairs = [
    [free, basic],
    [free, flagship],
    [basic, premium],
    [premium, flagship],
  ];
  const days = [];
  for (let day = 0; days.length < 252; day += 4)
    days.push(new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
  return days.flatMap((on) => pairs.map(([from, to]) => ({ on, from, to })));
}

export async function quotes() {
  const calculator = await loadCalculator();
  const cases = upgrades(calculator.catalog);
  const requestOf = ({ on, from, to }) => ({ on, account: { plan: from.id }, plan: to.id });
  const requests = cases.map(requestOf);

  for (const [i, request] of requests.entries()) {
    const { lines, amountDue, quota } = calculator.quote(request);
    const amountOf = (kind) => lines.find((line) => line.kind === kind)?.amount ?? 0;
    const ours = [amountDue, amountOf("plan_charge"), amountOf("plan_credit"), quota.after];
    for (const [name, peer] of Object.entries(peers))
      if (peer(cases[i]).some((value, member) => value !== ours[member]))
        throw new Error(`${name} says ${peer(cases[i])}, not ${ours}, for ${JSON.stringify(request)}`);
  }

  let i = 0;
  const next = (all) => all[i++ % all.length];
  const us = { "calculator.quote": nsPerCall(() => calculator.quote(next(requests))) / 1000 };
  for (const [name, peer] of Object.entries(peers)) us[name] = nsPerCall(() => peer(next(cases))) / 1000;
  const nativeUs = native("quote") / 1000;
  const cart = {
    on: "2024-08-16",
    account: { plan: "basic" },
    plan: "flagship",
    packs: [{ pack: "pack-25k", quantity: 2 }],
  };
  const catalog = JSON.parse(await readFile(new URL(import.meta.resolve("prorata/catalogs/easemob-cn.json")), "utf8"));
  const textUs = nsPerCall(await inText(catalog, "quote", cart)) / 1000;
  calculator.free();
  return {
    equalQuotes: cases.length,
    us: Object.fromEntries(Object.entries(us).map(([name, value]) => [name, rounded(value)])),
    "÷ decimal.js": rounded(us["calculator.quote"] / us["decimal.js"]),
    "one quote in text, native µs": rounded(nativeUs),
    "one quote in text, wasm µs": rounded(textUs),
    "wasm ÷ native": rounded(textUs / nativeUs),
  };
}
