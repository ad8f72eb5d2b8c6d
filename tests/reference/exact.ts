import { Refused } from "./fault.js";

/** A shape of the contract in which every number is a bigint: nothing in the reference is a binary float. */
export type Exact<T> = T extends number
  ? bigint
  : T extends string | boolean | null | undefined
    ? T
    : { [Member in keyof T]: Exact<T[Member]> };

export const largest = 2n ** 53n - 1n;

/** A request whose numbers are whole, to reckon with. */
export function exact<T>(value: T): Exact<T>;
export function exact(value: unknown): unknown {
  return mapLeaves(value, (leaf) => (typeof leaf === "number" ? BigInt(leaf) : leaf));
}

/** An answer as it is given: members that say nothing left out, `out_of_range` where a figure cannot be said exactly. */
export function answer<T>(value: Exact<T>): T;
export function answer(value: unknown): unknown {
  return mapLeaves(value, (leaf) => {
    if (typeof leaf !== "bigint") return leaf;
    if (leaf > largest || leaf < -largest) throw new Refused([{ code: "out_of_range", path: "" }]);
    return Number(leaf);
  });
}

function mapLeaves(value: unknown, leaf: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, leaf));
  if (typeof value !== "object" || value === null) return leaf(value);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) if (member !== undefined) copy[name] = mapLeaves(member, leaf);
  return copy;
}
