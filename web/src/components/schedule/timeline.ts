import { html, nothing, svg } from "lit";
import type { PurchasePlan } from "prorata";
import type { Wording } from "../../language/wording.ts";
import type { Part } from "../coverage/patterns.ts";
import { patterns } from "../coverage/patterns.ts";
import type { Bar, Lane } from "./lanes.ts";

type Months = PurchasePlan["months"];

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** The months from left to right: usage by what serves it, a lane for each plan, a lane for each purchase of packs. */
export function renderTimeline(months: Months, lanes: Lane[], wording: Wording) {
  const { text } = wording;
  return html`
    <div class="timeline" role="group" aria-label=${text.schedule.timeline}>
      ${renderUsage(months, wording)} ${renderScale(months, wording)}
      <ul>
        ${lanes.map(
          ({ part, name, about, bars }) => html`
            <li>
              <p class="lane">
                <strong>${name}</strong>
                <span class="small muted">
                  ${about ?? bars.map((bar) => spanOf(bar, months, wording)).join(text.coverage.separator)}
                </span>
              </p>
              ${renderBars(bars, part, months.length)}
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}

function spanOf({ first, last }: Bar, months: Months, { text, month }: Wording): string {
  const nameOf = (index: number) => month(months[index]?.month ?? "");
  return first === last ? nameOf(first) : text.schedule.span(nameOf(first), nameOf(last));
}

function renderBars(bars: Bar[], part: Part, count: number) {
  return html`
    <svg class="bars" height="16" aria-hidden="true">
      ${patterns} ${renderGrid(count)}
      ${bars.map(
        ({ first, last }) => svg`
          <rect
            class="piece" height="16" rx="3"
            x=${percent(first, count)} width=${percent(last - first + 1, count)} fill="url(#${part})"
          />
        `,
      )}
    </svg>
  `;
}

const renderGrid = (count: number) =>
  Array.from({ length: count + 1 }, (_, index) => {
    const at = percent(index, count);
    return svg`<line class="grid" x1=${at} x2=${at} y1="0" y2="100%" />`;
  });

function renderScale(months: Months, { shortMonth }: Wording) {
  return html`
    <div class="scale small muted" aria-hidden="true">
      ${months.map(
        ({ month }, index) => html`
          <span>${shortMonth(month)}${index === 0 || month.endsWith("-01") ? html`<br />${month.slice(0, 4)}` : nothing}</span>
        `,
      )}
    </div>
  `;
}

/** Drawn for those who see it; the table says the same in figures. */
function renderUsage(months: Months, { text }: Wording) {
  const most = Math.max(1, ...months.map(({ minutes }) => minutes.forecast));
  const parts = { plan: "plan", packs: "cart", overage: "overage" } as const;
  return html`
    <div class="usage" aria-hidden="true">
      <p class="key small">
        <strong>${text.schedule.usage}</strong>
        ${(["plan", "packs", "overage"] as const).map(
          (source) => html`
            <span>
              <svg width="20" height="14">
                ${patterns}
                <rect class="piece" width="20" height="14" fill="url(#${parts[source]})" />
              </svg>
              ${text.schedule.parts[source]}
            </span>
          `,
        )}
      </p>
      <svg class="bars" height="96">
        ${patterns} ${renderGrid(months.length)}
        ${months.map(({ minutes }, index) => {
          const { fromPlan, fromPacks, overage } = minutes;
          const pieces = [
            { part: parts.plan, from: 0, count: fromPlan },
            { part: parts.packs, from: fromPlan, count: fromPacks },
            { part: parts.overage, from: fromPlan + fromPacks, count: overage },
          ];
          return pieces.map(({ part, from, count }) =>
            count === 0
              ? nothing
              : svg`
                  <rect
                    class="piece" fill="url(#${part})"
                    x=${percent(index + 0.12, months.length)} width=${percent(0.76, months.length)}
                    y=${percent(most - from - count, most)} height=${percent(count, most)}
                  />
                `,
          );
        })}
      </svg>
    </div>
  `;
}
