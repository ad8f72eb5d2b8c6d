import type { Account, Calculator, Catalog, Role, Sdk } from "prorata";
import type { CallGroup, Cart, Forecast, UsageAhead } from "../elements.ts";
import { toDecimal, toMinor } from "../language/money.ts";
import type { AccountState } from "../server-client.ts";
import { type Choices, sampleChoices, startingMonths } from "./choices.ts";
import { estimateUsage, receivesStreams, startingForecast } from "./forecast.ts";
import { outlooks } from "./outlooks.ts";
import { startingUsageAhead } from "./usage-ahead.ts";

/*
 * The choices as a query: ?catalog=easemob-cn&on=2024-08-16&plan=basic&to=flagship&pack-25k=2
 * &forecast=200000&months=12, or instead of the forecast, as often as there are groups of people,
 * &call=10,host,hd,60,20 for people, role, media, minutes a day and days a month; for the media may stand the streams
 * received, 640x360x3.1280x720x1 for width, height and number.
 * Without any the forecast is estimated from the account. &look=schedule is what is looked at beyond this month.
 * The months ahead are like the forecast, or &growth=5 for percent a month, or &ahead=150000,160000 month by month.
 * Of an account the server keeps there is only the id, &account=subscriber: what it holds is for the server to say.
 * The page shown is &view=orders.
 * Values are passed on as they stand, wrong ones included: the core names what is wrong with them.
 */

/** An empty one is none, where Number would say 0. */
const numberIn = (text: string | undefined): number => (text?.trim() ? Number(text) : Number.NaN);

const accountKeys = ["plan", "used", "balance", "pending", "pending-on", "downgraded", "difference", "owned", "held"];

function readAccount(query: URLSearchParams, catalog: Catalog): Account {
  const account: Account = { plan: query.get("plan") ?? catalog.defaultPlan };
  const used = query.get("used");
  const balance = query.get("balance");
  const pending = query.get("pending");
  const downgraded = query.get("downgraded");
  const difference = query.get("difference");
  const owned = query.getAll("owned");
  if (used !== null) account.usedMinutes = numberIn(used);
  if (balance !== null) account.balance = toMinor(balance, catalog.currency.minorDigits);
  if (pending !== null) account.pendingChange = { plan: pending, effectiveOn: query.get("pending-on") ?? "" };
  if (downgraded !== null) account.lastDowngradeOn = downgraded;
  if (difference !== null) account.nextMonthDifference = toMinor(difference, catalog.currency.minorDigits);
  const held = query.getAll("held");
  if (held.length > 0) {
    account.history = held.map((text) => {
      const [plan = "", from = ""] = text.split(",");
      return { plan, from };
    });
  }
  if (owned.length > 0) {
    account.packs = owned.map((text) => {
      const [pack, purchasedOn = "", remaining] = text.split(",");
      return { ...(pack && { pack }), purchasedOn, remainingMinutes: numberIn(remaining) };
    });
  }
  return account;
}

function readCart(query: URLSearchParams, catalog: Catalog): Cart {
  const packs = catalog.packs.flatMap(({ id }) => {
    const quantity = query.get(id);
    return quantity === null ? [] : [{ pack: id, quantity: numberIn(quantity) }];
  });
  const plan = query.get("to");
  return plan === null ? { packs } : { plan, packs };
}

function readStreams(text: string): CallGroup["receives"] {
  return text.split(".").map((kind) => {
    const [width = Number.NaN, height = Number.NaN, count = Number.NaN] = kind.split("x").map(numberIn);
    return { width, height, count };
  });
}

function readCall(text: string): CallGroup {
  const [people, role = "", receives = "", minutesPerDay, daysPerMonth] = text.split(",");
  return {
    people: numberIn(people),
    role: role as Role,
    receives: receives.includes("x") ? readStreams(receives) : (receives as CallGroup["receives"]),
    minutesPerDay: numberIn(minutesPerDay),
    daysPerMonth: numberIn(daysPerMonth),
  };
}

function writeCall({ people, role, receives, minutesPerDay, daysPerMonth }: CallGroup): string {
  const received = receivesStreams(receives)
    ? receives.map(({ width, height, count }) => `${width}x${height}x${count}`).join(".")
    : receives;
  return [people, role, received, minutesPerDay, daysPerMonth].join(",");
}

/** Nothing where the address says nothing of it. */
function readForecast(
  query: URLSearchParams,
  calculator: Calculator,
  on: string,
  account: Account,
): Pick<Choices, "forecast"> {
  if (!query.has("forecast") && !query.has("call")) return {};
  const start = startingForecast(estimateUsage(calculator, on, account));
  const minutes = query.get("forecast");
  const calls = query.getAll("call");
  const forecast: Forecast = {
    ...start,
    sdk: (query.get("sdk") as Sdk | null) ?? start.sdk,
    ...(minutes !== null && { minutes: numberIn(minutes) }),
    ...(calls.length > 0 && { by: "calls", calls: calls.map(readCall) }),
  };
  return { forecast };
}

function writeForecast(forecast: Forecast | undefined, query: URLSearchParams): void {
  if (!forecast) return;
  const { by, minutes, sdk, calls } = forecast;
  if (by === "minutes") {
    query.set("forecast", String(minutes));
    return;
  }
  if (sdk !== "native") query.set("sdk", sdk);
  for (const group of calls) query.append("call", writeCall(group));
}

function readUsageAhead(query: URLSearchParams): UsageAhead {
  const growth = query.get("growth");
  const ahead = query.get("ahead");
  if (ahead !== null) {
    const months = ahead.split(",").map(numberIn);
    return { ...startingUsageAhead, by: "months", months };
  }
  return growth === null ? startingUsageAhead : { ...startingUsageAhead, by: "growth", growth: numberIn(growth) };
}

function writeUsageAhead({ by, growth, months }: UsageAhead, query: URLSearchParams): void {
  if (by === "growth") query.set("growth", String(growth));
  if (by === "months") query.set("ahead", months.join(","));
}

function readMonths(query: URLSearchParams, catalog: Catalog): number {
  const months = query.get("months");
  return months === null ? startingMonths(catalog) : numberIn(months);
}

function readOutlook(query: URLSearchParams): Pick<Choices, "outlook"> {
  const outlook = outlooks.find((known) => known === query.get("look"));
  return outlook === undefined ? {} : { outlook };
}

/** Whether the address brings figures of its own, and needs no server to give them. */
export const bringsFigures = (query: URLSearchParams): boolean =>
  ["catalog", "on", ...accountKeys].some((key) => query.has(key));

export const customerIn = (query: URLSearchParams): string | null => query.get("account");

export const catalogIn = (query: URLSearchParams): string | null => query.get("catalog");

const views = ["purchase", "balance", "orders", "bills"] as const;

/** Which page is shown. */
export interface Place {
  view: (typeof views)[number];
}

export function readPlace(query: URLSearchParams): Place {
  return { view: views.find((known) => known === query.get("view")) ?? "purchase" };
}

export function writePlace({ view }: Place, query: URLSearchParams): void {
  if (view !== "purchase") query.set("view", view);
}

/** What an address asks for an account that the server keeps. */
export function readCustomerChoices(query: URLSearchParams, calculator: Calculator, customer: AccountState): Choices {
  const { catalog } = calculator;
  const { on, account } = customer;
  return {
    customer,
    catalog: catalog.id,
    on,
    account,
    cart: readCart(query, catalog),
    ...readForecast(query, calculator, on, account),
    months: readMonths(query, catalog),
    usageAhead: readUsageAhead(query),
    ...readOutlook(query),
  };
}

/** An address that tells anything of the account tells all of it; otherwise the sample account stands in. */
export function readChoices(query: URLSearchParams, calculator: Calculator): Choices {
  const { catalog } = calculator;
  const sample = sampleChoices(calculator);
  const account = accountKeys.some((key) => query.has(key)) ? readAccount(query, catalog) : sample.account;
  const on = query.get("on") ?? sample.on;
  return {
    catalog: catalog.id,
    on,
    account,
    cart: readCart(query, catalog),
    ...readForecast(query, calculator, on, account),
    months: readMonths(query, catalog),
    usageAhead: readUsageAhead(query),
    ...readOutlook(query),
  };
}

export function writeChoices(choices: Choices, catalog: Catalog): URLSearchParams {
  const { customer, on, account, cart, forecast, months, usageAhead, outlook } = choices;
  const query = customer ? new URLSearchParams({ account: customer.id }) : writeFigures(on, account, catalog);
  if (cart.plan !== undefined) query.set("to", cart.plan);
  for (const { pack, quantity } of cart.packs) query.set(pack, String(quantity));
  writeForecast(forecast, query);
  query.set("months", String(months));
  writeUsageAhead(usageAhead, query);
  if (outlook !== undefined) query.set("look", outlook);
  return query;
}

function writeFigures(on: string, account: Account, catalog: Catalog): URLSearchParams {
  const query = new URLSearchParams({ catalog: catalog.id, on, plan: account.plan });
  const { usedMinutes, balance, pendingChange, lastDowngradeOn, nextMonthDifference } = account;
  if (usedMinutes !== undefined) query.set("used", String(usedMinutes));
  if (balance !== undefined) query.set("balance", toDecimal(balance, catalog.currency.minorDigits));
  if (pendingChange) {
    query.set("pending", pendingChange.plan);
    query.set("pending-on", pendingChange.effectiveOn);
  }
  if (lastDowngradeOn !== undefined) query.set("downgraded", lastDowngradeOn);
  if (nextMonthDifference !== undefined) {
    query.set("difference", toDecimal(nextMonthDifference, catalog.currency.minorDigits));
  }
  for (const { pack, purchasedOn, remainingMinutes } of account.packs ?? []) {
    query.append("owned", [pack ?? "", purchasedOn, remainingMinutes].join(","));
  }
  for (const { plan, from } of account.history ?? []) query.append("held", [plan, from].join(","));
  return query;
}
