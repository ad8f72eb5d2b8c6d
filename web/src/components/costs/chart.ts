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
}

type Scale = (value: number) => number;

const top = 40;
const plotHeight = 264;
const bottom = top + plotHeight;
const strip = { y: bottom + 26, height: 22 };
export const chartHeight = strip.y + strip.height + 38;

/** From this width on, the amounts stand beside the plot and not in it. */
const roomy = 560;

/** Styles there are for lines; further plans use them again, told apart by their labels. */
const styles = 6;

/** The chart at a width in pixels. The text around it says the same for those who do not see it. */
export function drawChart({ lines, breakpoints, forecast, end }: Chart, wording: Wording, width: number) {
  const names = lines.map(({ plan }) => wording.plan(plan));
  const margin = Math.min(width * 0.3, Math.max(...names.map(textWidth)) + 14);
  const right = width - margin;
  const totals = lines.flatMap(({ corners }) => corners.map(({ total }) => total));
  const highest = roundUp(Math.max(...totals, 1));
  const left = width < roomy ? 1 : textWidth(wording.money(highest)) + 10;
  const x = scale(end, left, right);
  const y = scale(highest, bottom, top);
  return svg`
    ${drawAxes(end, highest, x, y, left, right, wording)}
    ${drawStrip(breakpoints, lines, end, x, width, wording)}
    ${drawLines(lines, x, y, right, wording)}
    ${drawForecast(forecast, x, right, wording)}
  `;
}

function drawAxes(
  end: number,
  highest: number,
  x: Scale,
  y: Scale,
  left: number,
  right: number,
  { money, minutes }: Wording,
) {
  const beside = left > 1;
  const wide = textWidth(minutes(end)) + 24;
  return svg`
    ${ticks(highest, 5).map(
      (value) => svg`
        <line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
        ${
          value > 0
            ? svg`
                <text class="tick" x=${beside ? left - 6 : 3} y=${y(value) + (beside ? 4 : -4)} text-anchor=${beside ? "end" : "start"}>
                  ${money(value)}
                </text>
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
        <line class="line style-${style}" x1=${from + 1} x2=${from + length - 1} y1=${strip.y + 2} y2=${strip.y + 2} />
        ${
          textWidth(name) + 8 < length
            ? svg`<text class="strip-name" x=${from + length / 2} y=${strip.y + 17} text-anchor="middle">${name}</text>`
            : nothing
        }
        ${
          range.fromMinutes > 0
            ? svg`<line class="break" x1=${from} x2=${from} y1=${top} y2=${strip.y + strip.height + 4} />`
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

function drawLines(all: CostLine[], x: Scale, y: Scale, right: number, { plan }: Wording) {
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
      ({ points, style }) =>
        svg`<polyline class="line style-${style}" points=${points.map((point) => `${point.x},${point.y}`).join(" ")} />`,
    )}
    ${lines.map(({ isCut, last, name, style }) =>
      isCut && last
        ? svg`
            <path class="cut style-${style}" d="M${last.x - 5} ${last.y - 5}l10 10m0 -10l-10 10" />
            <text class="name style-${style}" x=${last.x + 8} y=${last.y - 5}>${name}</text>
          `
        : nothing,
    )}
    ${whole.map(({ name, style }, index) => {
      const height = heights[index] ?? 0;
      // Where there are more plans than room, the table names those that are left out.
      return height < top - 8
        ? nothing
        : svg`<text class="name style-${style}" x=${right + 6} y=${height + 4}>${name}</text>`;
    })}
  `;
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
