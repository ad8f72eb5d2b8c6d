/*
 * The slider's scale: 0, then two leading digits in every decade from 1 000 minutes on, so that a step is a small part
 * of the value wherever the thumb stands. The scale ends a decade above the value: whoever reaches the end goes on.
 */

const stepsPerDecade = 90;
const firstDecade = 3;
/** As far as it goes at first: 100 million minutes. */
const shortest = 8;
/** The most decades in which every step is a safe integer. */
const longest = 15;

const decadeOf = (minutes: number) => String(minutes).length;

/** The decade in which a scale for this value ends. */
export function scaleEnd(minutes: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 0) return shortest;
  return Math.min(longest, Math.max(shortest, decadeOf(minutes)));
}

/** The last position of a scale. */
export const lastPosition = (end: number): number => (end - firstDecade) * stepsPerDecade + 1;

export function minutesAt(position: number): number {
  if (position <= 0) return 0;
  const decade = Math.floor((position - 1) / stepsPerDecade);
  const leading = 10 + ((position - 1) % stepsPerDecade);
  return leading * 10 ** (firstDecade - 1 + decade);
}

/** The highest position that does not pass the value. */
export function positionOf(minutes: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 10 ** firstDecade) return 0;
  const decade = decadeOf(minutes) - 1 - firstDecade;
  const leading = Number(String(minutes).slice(0, 2));
  return 1 + decade * stepsPerDecade + leading - 10;
}
