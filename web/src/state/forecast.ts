import { type Account, type Calculator, type Conversion, type ConvertRequest, PricingError } from "prorata";
import type { CallGroup, Forecast, Streams } from "../elements.ts";
import { selfServePlan } from "./plans.ts";

export const firstGroup: CallGroup = {
  people: 10,
  role: "host",
  receives: "hd",
  minutesPerDay: 60,
  daysPerMonth: 20,
};

/** What a month is estimated to come to, and from what; by quota where nothing tells how much will be used. */
export interface Estimate {
  minutes: number;
  from: { usedMinutes: number; days: number } | "quota";
}

/** Minutes used so far, spread over the days of the month; rounded up, and never below what is used already. */
export function estimateUsage({ catalog }: Calculator, on: string, account: Account | undefined): Estimate {
  const { usedMinutes = 0, plan = catalog.defaultPlan, history } = account ?? {};
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(on) ?? [];
  const start = Number(history?.[0]?.from.slice(8) ?? 1);
  const days = Number(day) - start;
  if (Number.isSafeInteger(usedMinutes) && usedMinutes > 0 && days > 0) {
    const ofDays = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    const spread = (BigInt(usedMinutes) * BigInt(ofDays) + BigInt(days) - 1n) / BigInt(days);
    return { minutes: Number(spread), from: { usedMinutes, days } };
  }
  const quota = selfServePlan(catalog, plan)?.monthlyMinutes ?? 0;
  return { minutes: Math.max(quota, usedMinutes || 0), from: "quota" };
}

/** What the buyer has not said is estimated. */
export const startingForecast = ({ minutes }: Estimate): Forecast => ({
  by: "minutes",
  minutes,
  sdk: "native",
  calls: [firstGroup],
});

export const receivesStreams = (receives: CallGroup["receives"]): receives is readonly Streams[] =>
  typeof receives !== "string";

/** Exact, or NaN, which the core refuses, where a factor is no whole number from 0. */
function secondsOf({ people, minutesPerDay, daysPerMonth }: CallGroup): number {
  const factors = [people, minutesPerDay, daysPerMonth];
  const whole = factors.every((factor) => Number.isSafeInteger(factor) && factor >= 0);
  return whole ? people * minutesPerDay * daysPerMonth * 60 : Number.NaN;
}

/** More than anybody sees at once, and few enough to be listed one by one. */
const mostStreams = 1000;

function eachStream(kinds: readonly Streams[], group: number) {
  return kinds.flatMap(({ width, height, count }, kind) => {
    if (!Number.isInteger(count) || count < 1 || count > mostStreams) {
      throw new PricingError("out_of_range", `/usage/${group}/streams/${kind}`, "No possible number of streams.");
    }
    return Array.from({ length: count }, () => ({ width, height }));
  });
}

export const convertRequest = ({ sdk, calls }: Forecast): ConvertRequest => ({
  sdk,
  usage: calls.map((group, index) => {
    const { role, receives } = group;
    const seconds = secondsOf(group);
    return receivesStreams(receives)
      ? { role, seconds, streams: eachStream(receives, index) }
      : { role, seconds, media: receives };
  }),
});

/** The calls described and what they come to, item by item. */
export interface ConvertedCalls {
  request: ConvertRequest;
  conversion: Conversion;
}

export function convertCalls(calculator: Calculator, forecast: Forecast): ConvertedCalls {
  const request = convertRequest(forecast);
  return { request, conversion: calculator.convert(request) };
}
