/*
 * From minutes and minor units to pixels and back to round numbers for the axes. Nothing here is a figure of a bill:
 * every amount that is shown comes from the core.
 */

/** The least round number that is not below the value; at least 10. */
export function roundUp(value: number): number {
  const power = 10 ** Math.max(0, String(Math.ceil(value)).length - 1);
  const factor = [1, 1.2, 1.5, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= value) ?? 10;
  return Math.max(10, Math.round(factor * power));
}

/** Round numbers from 0 up to the end, about so many. */
export function ticks(end: number, about: number): number[] {
  const step = [1, 2, 5, 10]
    .map((factor) => factor * 10 ** Math.max(0, String(Math.ceil(end / about)).length - 1))
    .find((candidate) => candidate * about >= end);
  if (!step) return [0];
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

export const scale = (end: number, from: number, to: number) => (value: number) => from + (value / end) * (to - from);

/** Heights for labels that wish to stand at `wished`, moved apart to at least `gap` and kept below `lowest`. */
export function spread(wished: readonly number[], gap: number, lowest: number): number[] {
  const order = wished.map((_, index) => index).sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  const placed = [...wished];
  let limit = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) + gap;
  }
  limit = lowest;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - gap;
  }
  return placed;
}

/** Rough width of a text of 12 pixels: Chinese characters are as wide as high. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, character) => width + (character > "\u2e80" ? 12.5 : 6.8), 0);
