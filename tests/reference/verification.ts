import type { Verification as PublishedVerification } from "prorata";
import { isObject, pointer } from "./shape.js";

type Difference = PublishedVerification["differences"][number];

const mostListed = 1_000;

/** Where a quote is not what it should be, both as JSON. */
export function verification(expected: unknown, actual: unknown): PublishedVerification {
  const found = differences(expected, actual);
  const all = found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const more = all.length - mostListed;
  return { valid: all.length === 0, differences: all.slice(0, mostListed), ...(more > 0 && { more }) };
}

/** A quote of another price list is not compared any further. */
function differences(expected: unknown, actual: unknown): Difference[] {
  const [right, given] = [memberOf(expected, "catalog"), memberOf(actual, "catalog")];
  const isOfThisList = ["id", "version"].every((name) => memberOf(right, name) === memberOf(given, name));
  return !isObject(actual) || isOfThisList
    ? differencesAt("", expected, actual)
    : differencesAt("/catalog", right, given);
}

const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

function differencesAt(path: string, expected: unknown, actual: unknown): Difference[] {
  if (expected === undefined) return [{ path, actual }];
  if (actual === undefined) return [{ path, expected }];
  const areAlike = isObject(expected) ? isObject(actual) : Array.isArray(expected) && Array.isArray(actual);
  if (!areAlike) return expected === actual ? [] : [{ path, expected, actual }];
  const [a, b] = [new Map(Object.entries(expected as object)), new Map(Object.entries(actual as object))];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) =>
    differencesAt(pointer(path, name), a.get(name), b.get(name)),
  );
}
