import { isDeepStrictEqual } from "node:util";
import { type Calculator, PricingError } from "prorata";
import { type Fault, Refused, TooLarge } from "./fault.js";
import type { Answer, Reference, Request, Verb, Verbs } from "./reference.js";

/** The rules and the module, for one price list. */
export interface Both {
  reference: Reference;
  calculator: Calculator;
}

/** An answer, or why there is none: by the rules every reason, from the module the one it gives. */
type Reply<T = unknown> = { answer: T } | { faults: Fault[] };

/** Where the rules and the module part. */
export class Difference extends Error {
  constructor(
    readonly asked: unknown,
    readonly expected: Reply,
    readonly actual: Reply,
  ) {
    super(
      [
        `asked        ${brief(asked)}`,
        `differs at   ${firstPath(expected, actual)}`,
        `by the rules ${brief(expected)}`,
        `the module   ${brief(actual)}`,
      ].join("\n"),
    );
  }
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 6_000 ? `${text.slice(0, 6_000)}…` : text;
}

/** What has been compared so far. */
export const tally = { answers: 0, refusals: 0, tooLarge: 0, tooMuchWork: 0 };

/** Asks both; throws a Difference where they part. */
export function ask<V extends Verb>({ reference, calculator }: Both, verb: V, request: Request<V>): Answer<V> | null {
  const [rules, module]: [Verbs, Verbs] = [reference, calculator];
  return agree<Answer<V>>(
    { [verb]: request },
    () => rules[verb](request),
    () => module[verb](request),
  );
}

/** The answer where both give one. */
export function agree<T>(asked: unknown, rules: () => T, module: () => T): T | null {
  const expected = replyOf(rules);
  return expected === null ? null : compare(asked, expected, replyOf(module));
}

export async function agreeAsync<T>(asked: unknown, rules: () => T, module: () => Promise<T>): Promise<T | null> {
  const settled = await module().then(
    (answer) => () => answer,
    (error) => () => {
      throw error;
    },
  );
  return agree(asked, rules, settled);
}

function compare<T>(asked: unknown, expected: Reply<T>, actual: Reply<T> | null): T | null {
  if (actual === null) return null;
  if ("answer" in expected && "answer" in actual && isDeepStrictEqual(expected.answer, actual.answer)) {
    tally.answers++;
    return expected.answer;
  }
  if (
    "faults" in expected &&
    "faults" in actual &&
    expected.faults.some((f) => isDeepStrictEqual(f, actual.faults[0]))
  ) {
    tally.refusals++;
    return null;
  }
  throw new Difference(asked, expected, actual);
}

/** Null where the reference would have to try too much, or the module would have to. */
function replyOf<T>(ask: () => T): Reply<T> | null {
  try {
    return { answer: ask() };
  } catch (error) {
    if (error instanceof Refused) return { faults: error.faults };
    if (error instanceof PricingError && error.message === tooManyWays) {
      tally.tooMuchWork++;
      return null;
    }
    if (error instanceof PricingError) return { faults: [{ code: error.code, path: error.path }] };
    if (!(error instanceof TooLarge)) throw error;
    tally.tooLarge++;
    return null;
  }
}

/** What it may say of packs that fit together in too many ways; which those are is no rule. */
const tooManyWays = "The packs can be combined in too many ways to compare them all.";

function firstPath(expected: unknown, actual: unknown, path = ""): string {
  if (!isObject(expected) || !isObject(actual)) return path;
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  for (const name of names)
    if (!isDeepStrictEqual(expected[name], actual[name]))
      return firstPath(expected[name], actual[name], `${path}/${name}`);
  return path;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
