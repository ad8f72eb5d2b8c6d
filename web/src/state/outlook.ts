import type { Calculator, Comparison, Coverage, Quote, QuoteRequest } from "prorata";
import type { Forecast } from "../elements.ts";
import { type Answer, answer } from "./answer.ts";
import { type ConvertedCalls, convertCalls } from "./forecast.ts";

/** The usage of a whole month that a forecast comes to. */
export interface ForecastUsage {
  /** Where calls are described. */
  calls?: Answer<ConvertedCalls>;
  /** Absent where none is given, or the calls come to none, which `calls` gives the reason for. */
  minutes: number | undefined;
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

export function usageOf(calculator: Calculator, forecast: Forecast): ForecastUsage {
  // What is no number of minutes the field says itself.
  if (forecast.by === "minutes") return { minutes: isCount(forecast.minutes) ? forecast.minutes : undefined };
  const calls = answer(() => convertCalls(calculator, forecast));
  return { calls, minutes: calls.value?.conversion.standardMinutes };
}

export const coverFor = (calculator: Calculator, purchase: QuoteRequest, minutes: number): Answer<Coverage> =>
  answer(() => calculator.cover({ ...purchase, monthMinutes: minutes }));

/** What becomes of the minutes used already where a purchase lowers this month's quota. */
export interface QuotaFall extends Pick<Coverage, "overage" | "unservedMinutes"> {
  before: number;
  after: number;
  fromPacks: number;
}

export function quotaFallOf(
  calculator: Calculator,
  request: QuoteRequest,
  { quota, capacity }: Quote,
): QuotaFall | undefined {
  if (quota.after >= quota.before) return undefined;
  const { sources, overage, unservedMinutes } = calculator.cover({ ...request, monthMinutes: capacity.usedMinutes });
  const fromPacks = sources.reduce((sum, { kind, used }) => (kind === "pack" ? sum + used : sum), 0);
  return { ...quota, fromPacks, overage, unservedMinutes };
}

export const compareFor = (
  calculator: Calculator,
  held: QuoteRequest,
  minutes: number,
  months: number,
): Answer<Comparison> => answer(() => calculator.compare({ ...held, monthlyMinutes: minutes, months }));
