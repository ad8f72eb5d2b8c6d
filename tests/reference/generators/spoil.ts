import fc from "fast-check";

/** One change to a JSON value, at a place yet to be found in it. */
export interface Spoil {
  place: number;
  change: { replace: unknown } | "remove" | "add" | "repeat";
}

const junk = [
  null,
  true,
  false,
  "",
  "x",
  "a",
  "small",
  "native",
  "mini-program",
  "audio",
  "postpaid",
  "none",
  "immediately",
  "full-month",
  "self-serve",
  0,
  1,
  2,
  37,
  121,
  10_001,
  -1,
  0.5,
  1e-9,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e300,
  [],
  {},
  "2023-02-29",
  "2024-08-1:",
  "2024-08/16",
  "2024-8-16",
  "2024-13-01",
  "2024-00-10",
  "2024-08-00",
  "1999-12-31",
  "3000-01-01",
  "2500-06-15",
  "2000-01-01",
  "2999-12-31",
];

export const spoil: fc.Arbitrary<Spoil> = fc.record({
  place: fc.nat(10_000),
  change: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...junk).map((replace) => ({ replace })) },
    { weight: 3, arbitrary: fc.constantFrom("remove" as const, "add" as const, "repeat" as const) },
  ),
});

/** A copy of a value with the one change made. */
export function spoiled(value: unknown, { place, change }: Spoil): unknown {
  const copy = { whole: structuredClone(value) };
  const places = placesIn(copy);
  const [holder, key] = places[place % places.length] ?? [copy, "whole"];
  const target = holder as Record<string, unknown>;
  if (typeof change === "object") target[key] = structuredClone(change.replace);
  else if (change === "add") {
    const inside = target[key];
    if (Array.isArray(inside)) inside.push(null);
    else if (typeof inside === "object" && inside !== null) Object.assign(inside, { "other/~": 1 });
  } else if (Array.isArray(holder))
    holder.splice(Number(key), 1, ...(change === "remove" ? [] : [holder[Number(key)], holder[Number(key)]]));
  else if (change === "remove" && holder !== copy) delete target[key];
  return copy.whole;
}

function placesIn(value: unknown): [holder: object, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    [value, key] as [object, string],
    ...placesIn((value as Record<string, unknown>)[key]),
  ]);
}
