import type { OwnedPack } from "./account.js";
import { smaller } from "./ratio.js";

/** Packs in the order they are drawn on: bought first, used first; those of one day as they are listed. */
export const inOrder = <P extends Pick<OwnedPack, "purchasedOn">>(packs: P[]): P[] =>
  packs.toSorted((a, b) => (a.purchasedOn < b.purchasedOn ? -1 : a.purchasedOn > b.purchasedOn ? 1 : 0));

/** A month's usage drawn from sources one after the other: what each gave, and what none could give. */
export function draw(usage: bigint, sources: bigint[]): { given: bigint[]; excess: bigint } {
  let excess = usage;
  const given = sources.map((minutes) => {
    const used = smaller(minutes, excess);
    excess -= used;
    return used;
  });
  return { given, excess };
}
