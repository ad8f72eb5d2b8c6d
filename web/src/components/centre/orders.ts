import { html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Calculator } from "prorata";
import type { Agreement } from "../../elements.ts";
import { agreementName } from "../../language/agreement.ts";
import type { Locale } from "../../language/locale.ts";
import type { Wording } from "../../language/wording.ts";
import type { Order } from "../../server-client.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./centre.styles.ts";
import "../bill/bill.ts";

/** Purchases, each with the bill as it was confirmed, and automatic charges. */
@customElement("prorata-orders")
export class Orders extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) calculator!: Calculator;
  @property({ attribute: false }) locale!: Locale;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) orders: readonly Order[] = [];
  /** The one asked for today: orders that carry its name show it as the reader knows it. */
  @property({ attribute: false }) agreement: Agreement | undefined;
  /** The order just placed. */
  @property({ attribute: false }) placed: number | undefined;

  override render() {
    const { orders, placed, wording } = this;
    const text = wording.text.centre.orders;
    const isKnown = orders.some(({ id }) => id === placed);
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">${text.heading}</h2>
        <div role="status">
          ${
            isKnown && placed !== undefined
              ? html`<p class="done">${wording.text.outcome.placed(wording.minutes(placed))}</p>`
              : nothing
          }
        </div>
        ${orders.length > 0 ? nothing : html`<p class="muted">${text.none}</p>`}
        ${repeat(
          orders,
          ({ id }) => id,
          (order) => this.renderOrder(order),
        )}
      </section>
    `;
  }

  private renderOrder(order: Order) {
    const { date, minutes: number, money } = this.wording;
    const text = this.wording.text.centre.orders;
    const line = html`
      <span class="order">
        <strong class="about">${this.describe(order)}</strong>
        <strong class="figure">${money(order.amount)}</strong>
        <span class="small muted">${text.order(number(order.id))} · ${date(order.on)}</span>
        <span class="small status ${order.status}">${text.statuses[order.status]}</span>
      </span>
    `;
    if (order.kind === "charge") return html`<div class="renewal">${line}</div>`;
    const { quote, agreement } = order;
    return html`
      <details ?open=${order.id === this.placed}>
        <summary>${line}</summary>
        <prorata-bill
          .calculator=${this.calculator}
          .locale=${this.locale}
          .placed=${quote}
        ></prorata-bill>
        ${
          agreement
            ? html`
                <p class="small muted">
                  ${text.agreed(this.nameOf(agreement), agreement.version, this.wording.instant(agreement.agreedAt))}
                </p>
              `
            : nothing
        }
      </details>
    `;
  }

  private nameOf({ name }: Pick<Agreement, "name">): string {
    return agreementName(
      { name, ...(name === this.agreement?.name && { names: this.agreement.names ?? {} }) },
      this.wording,
    );
  }

  private describe(order: Order): string {
    const { text, month, pack, plan, minutes: number } = this.wording;
    const { orders } = text.centre;
    if (order.kind === "charge") {
      const { reason, plan: id, month: paid } = order.charge;
      return orders.charge[reason](plan(id), month(paid));
    }
    const { planChange, packs } = order.quote;
    const change = planChange ? [text.bill.change[planChange.kind](plan(planChange.from), plan(planChange.to))] : [];
    const bought = packs.map((item) => orders.packs(pack(item.pack), number(item.quantity)));
    return [...change, ...bought].join(orders.separator);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-orders": Orders;
  }
}
