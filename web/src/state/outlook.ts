import type { Account, Calculator, Comparison, Coverage, QuoteRequest } from "prorata";
import { type Answer, answer } from "./answer.ts";
import { type ConvertedCalls, convertCalls, type Forecast } from "./forecast.ts";

/** What the forecast leads to, each figure as the core gave it. Absent: for want of another, which says why. */
export interface Outlook {
  /** Where calls are described. */
  calls?: Answer<ConvertedCalls>;
  /** The usage of a whole month. */
  minutes?: number;
  coverage?: Answer<Coverage>;
  comparison?: Answer<Comparison>;
}

export function lookAhead(
  calculator: Calculator,
  purchase: QuoteRequest,
  account: Account | undefined,
  forecast: Forecast,
  months: number,
): Outlook {
  const calls = forecast.by === "calls" ? { calls: answer(() => convertCalls(calculator, forecast)) } : {};
  const minutes = calls.calls ? calls.calls.value?.conversion.standardMinutes : forecast.minutes;
  if (minutes === undefined) return calls;
  const held = account ? { on: purchase.on, account } : { on: purchase.on };
  return {
    ...calls,
    minutes,
    coverage: answer(() => calculator.cover({ ...purchase, monthMinutes: minutes })),
    comparison: answer(() => calculator.compare({ ...held, monthlyMinutes: minutes, months })),
  };
}

/** An answer, unless it would only repeat that something before it is at fault. */
export function unlessReported<T>(
  given: Answer<T> | undefined,
  ...before: (Answer<unknown> | undefined)[]
): Answer<T> | undefined {
  return given?.fault && before.some((other) => other?.fault) ? undefined : given;
}
