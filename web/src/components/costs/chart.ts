import { nothing, svg } from "lit";
import type { Comparison } from "prorata";
import type { Wording } from "../../language/wording.ts";
import type { CostLine } from "../../state/costs.ts";
import { roundUp, scale, spread, textWidth, ticks } from "./geometry.ts";

export interface Chart {
  lines: CostLine[];
  breakpoints: Comparison["breakpoints"];
  forecast: number;
  /** The last usage shown. */
  end: number;
  /** The usage that is read, if any. */
  read?: number | undefined;
}

type Scale = (value: number) => number;

const top = 40;
const plotHeight = 264;
const bottom = top + plotHeight;
const strip = { y: bottom + 26, height: 22 };
export const chartHeight = strip.y + strip.height + 38;

/** Styles there are for lines; further plans use them again, told apart by their labels. */
const styles = 6;

/** Where the plot lies between the amounts and the names of the lines, and its highest amount. */
export function plotOf({ lines }: Pick<Chart, "lines">, wording: Wording, width: number) {
  const names = lines.map(({ plan }) => wording.plan(plan));
  const margin = Math.min(width * 0.3, Math.max(...names.map(textWidth)) + 14);
  const totals = lines.flatMap(({ corners }) => corners.map(({ total }) => total));
  const highest = roundUp(Math.max(...totals, 1));
  return { left: textWidth(axisAmount(wording, highest)) + 10, right: width - margin, highest };
}

/** An axis is of round amounts: decimals that are none are left out. */
const axisAmount = ({ money }: Wording, minor: number) => money(minor).replace(/[.,]0+(?=\D*$)/, "");

/** The chart at a width in pixels. The text around it says the same for those who do not see it. */
export function drawChart(chart: Chart, wording: Wording, width: number) {
  const { lines, breakpoints, forecast, end, read } = chart;
  const { left, right, highest } = plotOf(chart, wording, width);
  const x = scale(end, left, right);
  const y = scale(highest, bottom, top);
  return svg`
    ${drawAxes(end, highest, x, y, left, right, wording)}
    ${drawStrip(breakpoints, lines, end, x, width, wording)}
    ${drawLines(lines, x, y, right, [forecast, ...breakpoints.map(({ fromMinutes }) => fromMinutes)].map(x), wording)}
    ${drawForecast(forecast, x, right, wording)}
    ${read === undefined ? nothing : svg`<line class="reading" x1=${x(read)} x2=${x(read)} y1=${top} y2=${bottom} />`}
  `;
}

function drawAxes(end: number, highest: number, x: Scale, y: Scale, left: number, right: number, wording: Wording) {
  const { minutes } = wording;
  const wide = textWidth(minutes(end)) + 24;
  return svg`
    ${ticks(highest, 5).map(
      (value) => svg`
        <line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
        ${
          value > 0
            ? svg`
                <text class="tick" x=${left - 6} y=${y(value) + 4} text-anchor="end">${axisAmount(wording, value)}</text>
              `
            : nothing
        }
      `,
    )}
    ${ticks(end, Math.max(1, Math.floor((right - left) / wide))).map((value) => {
      const at = x(value);
      const anchor = value === 0 ? "start" : at + wide / 2 > right + 30 ? "end" : "middle";
      return svg`
        <line class="grid" x1=${at} x2=${at} y1=${bottom} y2=${bottom + 5} />
        <text class="tick" x=${at} y=${bottom + 18} text-anchor=${anchor}>${minutes(value)}</text>
      `;
    })}
  `;
}

/** Under the axis, which plan is cheapest where; the break-even points go up through the plot. */
function drawStrip(
  breakpoints: Chart["breakpoints"],
  lines: CostLine[],
  end: number,
  x: Scale,
  width: number,
  { plan, minutes }: Wording,
) {
  const rowEnds = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return breakpoints
    .filter(({ fromMinutes }) => fromMinutes <= end)
    .map((range) => {
      const from = x(range.fromMinutes);
      const length = x(Math.min(range.throughMinutes ?? end, end)) - from;
      const name = plan(range.plan);
      const style = lines.findIndex((line) => line.plan === range.plan) % styles;
      const label = minutes(range.fromMinutes);
      const half = textWidth(label) / 2;
      const center = Math.min(Math.max(from, half), width - half);
      const row = rowEnds.findIndex((taken) => taken + 8 < center - half);
      if (range.fromMinutes > 0 && row >= 0) rowEnds[row] = center + half;
      return svg`
        <rect class="strip ground" x=${from} y=${strip.y} width=${Math.max(1, length)} height=${strip.height} />
        <line class="line style-${style}" stroke-width="2.5" x1=${from + 1} x2=${from + length - 1} y1=${strip.y + 2} y2=${strip.y + 2} />
        ${
          textWidth(name) + 8 < length
            ? svg`<text class="strip-name" x=${from + length / 2} y=${strip.y + 17} text-anchor="middle">${name}</text>`
            : nothing
        }
        ${
          range.fromMinutes > 0
            ? svg`
                <line class="break" x1=${from} x2=${from} y1=${top} y2=${bottom} />
                <line class="break" x1=${from} x2=${from} y1=${strip.y} y2=${strip.y + strip.height + 4} />
              `
            : nothing
        }
        ${
          range.fromMinutes > 0 && row >= 0
            ? svg`
                <text class="break-label" x=${center} y=${strip.y + strip.height + 16 + row * 15} text-anchor="middle">
                  ${label}
                </text>
              `
            : nothing
        }
      `;
    });
}

function drawLines(
  all: CostLine[],
  x: Scale,
  y: Scale,
  right: number,
  verticals: readonly number[],
  { plan }: Wording,
) {
  const lines = all.map(({ plan: id, corners, isCut }, index) => {
    const points = corners.map(({ minutes, total }) => ({ x: x(minutes), y: y(total) }));
    return { name: plan(id), style: index % styles, points, last: points.at(-1), isCut };
  });
  const whole = lines.filter(({ isCut }) => !isCut);
  const heights = spread(
    whole.map(({ last }) => last?.y ?? bottom),
    15,
    bottom,
  );
  return svg`
    ${lines.map(
      // The later ones are thinner: where two run together both are seen.
      ({ points, style }, index) =>
        svg`<polyline class="line style-${style}" stroke-width=${2 + 0.6 * (lines.length - 1 - index)} points=${points.map((point) => `${point.x},${point.y}`).join(" ")} />`,
    )}
    ${lines.map(({ isCut, last, name, style }) => {
      if (!isCut || !last) return nothing;
      const start = startBetween(verticals, last.x + 8, textWidth(name));
      const height = heightBetween(lines, start, start + textWidth(name), last.y - 5);
      return svg`
        <path class="cut style-${style}" d="M${last.x - 5} ${last.y - 5}l10 10m0 -10l-10 10" />
        <line class="lead style-${style}" x1=${last.x} x2=${start - 2} y1=${last.y - 4} y2=${height - 3} />
        <text class="name style-${style}" x=${start} y=${height}>${name}</text>
      `;
    })}
    ${whole.map(({ name, style }, index) => {
      const height = heights[index] ?? 0;
      // Where there are more plans than room, the table names those that are left out.
      return height < top - 8
        ? nothing
        : svg`<text class="name style-${style}" x=${right + 6} y=${height + 4}>${name}</text>`;
    })}
  `;
}

type Points = readonly { x: number; y: number }[];

/** The first place for a label from `wished` on where no upright line runs through it. */
function startBetween(verticals: readonly number[], wished: number, length: number): number {
  return verticals
    .toSorted((one, other) => one - other)
    .reduce((start, at) => (at > start - 4 && at < start + length + 4 ? at + 6 : start), wished);
}

/** The lowest height for a label above `wished` where no line runs through it. */
function heightBetween(lines: readonly { points: Points }[], from: number, to: number, wished: number): number {
  const crosses = (height: number) =>
    lines.some(({ points }) =>
      points.some(({ x, y }, index) => {
        const next = points[index + 1] ?? { x, y };
        if (next.x < from || x > to) return false;
        const at = (place: number) =>
          next.x === x ? y : y + ((Math.min(Math.max(place, x), next.x) - x) / (next.x - x)) * (next.y - y);
        const [low, high] = [Math.max(at(from), at(to)), Math.min(at(from), at(to))];
        return low > height - 14 && high < height + 5;
      }),
    );
  for (let height = wished; height > top; height -= 3) if (!crosses(height)) return height;
  return wished;
}

function drawForecast(forecast: number, x: Scale, right: number, { text, minutes }: Wording) {
  const at = x(forecast);
  const label = text.costs.forecast(minutes(forecast));
  const turns = at + textWidth(label) + 12 > right;
  return svg`
    <line class="forecast" x1=${at} x2=${at} y1="6" y2=${bottom} />
    <path class="forecast-foot" d="M${at - 5} ${bottom + 7}h10l-5 -7z" />
    <text class="forecast-label" x=${at + (turns ? -7 : 7)} y="14" text-anchor=${turns ? "end" : "start"}>${label}</text>
  `;
}
