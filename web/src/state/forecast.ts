import { type Calculator, type Conversion, type ConvertRequest, PricingError } from "prorata";
import type { CallGroup, Forecast, Streams } from "../elements.ts";

export const firstGroup: CallGroup = {
  people: 10,
  role: "host",
  receives: "hd",
  minutesPerDay: 60,
  daysPerMonth: 20,
};

/** Never below what the account has used already. */
export const startingForecast = (usedMinutes?: number): Forecast => ({
  by: "minutes",
  minutes: Math.max(150_000, usedMinutes || 0),
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
