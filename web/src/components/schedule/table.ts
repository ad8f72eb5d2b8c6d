import { html } from "lit";
import type { PurchasePlan } from "prorata";
import type { Wording } from "../../language/wording.ts";

type Month = PurchasePlan["months"][number];

/** The schedule month by month, every figure as the core gave it. */
export function renderTable({ months, total }: PurchasePlan, wording: Wording) {
  const text = wording.text.schedule;
  return html`
    <div class="scroll" role="region" aria-label=${text.table} tabindex="0">
      <table aria-label=${text.table}>
        <thead>
          <tr>
            <th scope="col">${text.month}</th>
            <th scope="col" class="words">${text.plan}</th>
            <th scope="col">${text.planAmount}</th>
            <th scope="col" class="words">${text.packs}</th>
            <th scope="col">${text.packAmount}</th>
            <th scope="col">${text.forecast}</th>
            <th scope="col">${text.fromPlan}</th>
            <th scope="col">${text.fromPacks}</th>
            <th scope="col">${text.overage}</th>
            <th scope="col">${text.overageAmount}</th>
          </tr>
        </thead>
        <tbody>${months.map((month) => renderMonth(month, wording))}</tbody>
        <tfoot>
          <tr>
            <th scope="row">${text.sum}</th>
            <td class="words" colspan="9">${wording.money(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  `;
}

function renderMonth({ month, plan, planAmount, packs, packAmount, minutes, overageAmount }: Month, wording: Wording) {
  const { text, money, minutes: count, month: name } = wording;
  const pieces = packs.map(
    ({ pack, quantity }) =>
      html`<span class="pack">${text.comparison.packCount(count(quantity), wording.pack(pack))}</span>`,
  );
  return html`
    <tr>
      <th scope="row">${name(month)}</th>
      <td class="words">${wording.plan(plan)}</td>
      <td>${money(planAmount)}</td>
      <td class="words">${pieces.length > 0 ? pieces : html`<span class="muted">${text.schedule.none}</span>`}</td>
      <td>${money(packAmount)}</td>
      <td>${count(minutes.forecast)}</td>
      <td>${count(minutes.fromPlan)}</td>
      <td>${count(minutes.fromPacks)}</td>
      <td>${count(minutes.overage)}</td>
      <td>${money(overageAmount)}</td>
    </tr>
  `;
}
