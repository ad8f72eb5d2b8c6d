import type { PriceList } from "./catalog.js";
import { TooLarge } from "./fault.js";
import { ratio, roundedUp } from "./ratio.js";

/** How many packs of each kind, in catalog order, and what is left to overage. */
export interface Mix {
  quantities: bigint[];
  overageMinutes: bigint;
  /** Exact, in minor units times `perMinutes`. */
  cost: bigint;
}

const mostTries = 20_000n;

/**
 * The cheapest way to cover an excess, found by trying every number of each kind that does not cost more by itself than
 * a way already found. Of the smallest kind three numbers suffice: its cost is linear up to the last pack that is used
 * up. Null where packs alone must do it and there are none.
 */
export function cheapestMix({ packs, overage }: PriceList, excess: bigint, overageIsBilled: boolean): Mix | null {
  const bySize = packs
    .map(({ minutes, price }, kind) => ({ kind, minutes, price: price * overage.perMinutes }))
    .sort((a, b) => Number(b.minutes - a.minutes));
  const larger = bySize.slice(0, -1);
  if (larger.reduce((product, { minutes }) => product * (covering(excess, minutes) + 1n), 1n) > mostTries)
    throw new TooLarge();

  const quantities = packs.map(() => 0n);
  let best: Mix | null = null;
  const tryFrom = (place: number, rest: bigint, spent: bigint): void => {
    if (best !== null && spent > best.cost) return;
    const pack = bySize[place];
    if (pack === undefined) {
      if (rest > 0n && !overageIsBilled) return;
      const mix = { quantities: [...quantities], overageMinutes: rest, cost: spent + rest * overage.price };
      if (best === null || isBetter(mix, best)) best = mix;
      return;
    }
    const { kind, minutes, price } = pack;
    const most = covering(rest, minutes);
    for (const number of pack === bySize.at(-1) ? [0n, rest / minutes, most] : upTo(most)) {
      quantities[kind] = number;
      const covered = number * minutes;
      tryFrom(place + 1, covered < rest ? rest - covered : 0n, spent + number * price);
    }
  };
  tryFrom(0, excess, 0n);
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
