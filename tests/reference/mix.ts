import type { PriceList } from "./catalog.js";
import { TooLarge } from "./fault.js";
import { larger, ratio, roundedUp } from "./ratio.js";

/** How many packs of each kind, in catalog order, and what is left to overage. */
export interface Mix {
  quantities: bigint[];
  overageMinutes: bigint;
  /** Exact, in minor units times `perMinutes`. */
  cost: bigint;
}

const mostTries = 20_000n;

/**
 * The cheapest way to cover an excess, found by trying every number of each kind. Of the smallest kind three numbers
 * suffice: its cost is linear up to the last pack that is used up. Null where packs alone must do it and there are none.
 */
export function cheapestMix({ packs, overage }: PriceList, excess: bigint, overageIsBilled: boolean): Mix | null {
  const bySize = packs.map((_, kind) => kind).sort((a, b) => Number(sizeOf(b) - sizeOf(a)));
  function sizeOf(kind: number): bigint {
    return packs[kind]?.minutes ?? 1n;
  }
  const tries = bySize.slice(0, -1).reduce((product, kind) => product * (covering(excess, sizeOf(kind)) + 1n), 1n);
  if (tries > mostTries) throw new TooLarge();

  const quantities = packs.map(() => 0n);
  let best: Mix | null = null;
  const tryFrom = (place: number, rest: bigint): void => {
    const kind = bySize[place];
    if (kind === undefined) {
      if (rest > 0n && !overageIsBilled) return;
      const packCost = packs.reduce((total, { price }, i) => total + price * (quantities[i] ?? 0n), 0n);
      const cost = packCost * overage.perMinutes + rest * overage.price;
      const mix = { quantities: [...quantities], overageMinutes: rest, cost };
      if (best === null || isBetter(mix, best)) best = mix;
      return;
    }
    const size = sizeOf(kind);
    const isSmallest = place === bySize.length - 1;
    for (const number of isSmallest ? [0n, rest / size, covering(rest, size)] : upTo(covering(rest, size))) {
      quantities[kind] = number;
      tryFrom(place + 1, larger(0n, rest - number * size));
    }
  };
  tryFrom(0, excess);
  return best;
}

const covering = (minutes: bigint, size: bigint): bigint => roundedUp(ratio(minutes, size));

const upTo = (most: bigint): bigint[] => Array.from({ length: Number(most) + 1 }, (_, i) => BigInt(i));

/** Cheaper; at equal cost fewer packs, then more of the kind listed first. */
function isBetter(a: Mix, b: Mix): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (count(a) !== count(b)) return count(a) < count(b);
  const kind = a.quantities.findIndex((quantity, i) => quantity !== b.quantities[i]);
  return kind >= 0 && (a.quantities[kind] ?? 0n) > (b.quantities[kind] ?? 0n);
}

const count = (mix: Mix): bigint => mix.quantities.reduce((total, quantity) => total + quantity, 0n);
