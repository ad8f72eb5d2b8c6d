import { html, nothing } from "lit";
import type { Calculator } from "prorata";
import { hoursIn } from "../language/equivalents.ts";
import type { Wording } from "../language/wording.ts";

/** What is sold, by name, and its minutes. */
interface Offer {
  name: string;
  minutes: number;
}

/** Every role and media that the minutes could be spent on, behind a disclosure. */
export function renderEquivalents(heading: string, offers: readonly Offer[], calculator: Calculator, wording: Wording) {
  const { text } = wording;
  const words = text.equivalents;
  const columns = offers.map(({ minutes }) => calculator.equivalents({ minutes }).items);
  const kinds = columns[0] ?? [];
  if (kinds.length === 0) return nothing;
  return html`
    <details>
      <summary>${heading}</summary>
      <p class="small muted">${words.note}</p>
      <div class="scroll" role="region" aria-label=${heading} tabindex="0">
        <table aria-label=${heading}>
          <thead>
            <tr>
              <th scope="col">${words.person}</th>
              ${offers.map(({ name }) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${kinds.map(
              ({ role, media }, row) => html`
                <tr>
                  <th scope="row">${words.kind(text.calls.roles[role], text.calls.media[media])}</th>
                  ${columns.map((items) => html`<td>${words.hours(hoursIn(items[row]?.minutes ?? 0, wording))}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}
