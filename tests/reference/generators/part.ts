import fc from "fast-check";

/** A number yet to be put to scale: parts of `whole`, or one of the edges 0, 1, the scale less 1, and the scale. */
export type Part = number;

const whole = 2 ** 20;
const edges = { zero: 0, one: 1, lastButOne: whole - 1, whole };

export const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(edges)) },
  { weight: 5, arbitrary: fc.nat(whole) },
);

export function scaled(part: Part, scale: number): number {
  if (part === edges.one) return Math.min(1, scale);
  if (part === edges.lastButOne) return Math.max(0, scale - 1);
  return Number((BigInt(part) * BigInt(scale)) / BigInt(whole));
}

/** One of a list, by a number that is yet to find its list. */
export const pick = <T>(items: T[], part: Part): T => items[part % items.length] as T;

/** Absent as often as not. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Without the members that are undefined: they are to be absent. */
export function present<T extends object>(members: { [M in keyof T]: T[M] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)) as T;
}
