import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Catalog, Quote } from "prorata";
import type { Wording } from "../../language/wording.ts";
import { type Cart, emptyCart, type PackOrder, quantityOf } from "../../state/cart.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { styles } from "./packs.styles.ts";
import "../stepper/stepper.ts";

type Pack = Catalog["packs"][number];

/** The packs on sale, each with its window and a quantity. Emits "pack-order". */
@customElement("prorata-packs")
export class Packs extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) cart: Cart = emptyCart;
  /** One of each pack as quoted; absent where there is no quote. */
  @property({ attribute: false }) offers: Quote["packs"] | undefined;
  /** By pack, what as many minutes cost as overage. */
  @property({ attribute: false }) asOverage: ReadonlyMap<string, number> = new Map();

  override render() {
    const { text } = this.wording;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading">${text.packs.heading}</h2>
        <p class="small muted">${text.packs.note} ${text.bill.noRefund}</p>
        <ul>
          ${this.catalog.packs.map((pack) => this.renderPack(pack))}
        </ul>
      </section>
    `;
  }

  private renderPack({ id, minutes, price }: Pack) {
    const { wording } = this;
    const { text } = wording;
    const name = wording.pack(id);
    const labels = { quantity: text.packs.quantity(name), fewer: text.packs.fewer(name), more: text.packs.more(name) };
    const offer = this.offers?.find(({ pack }) => pack === id);
    const overage = this.asOverage.get(id);
    return html`
      <li>
        <div class="about">
          <p class="name">${name}</p>
          <p class="small muted">
            ${text.packs.minutes(wording.minutes(minutes))}
            ${offer ? html` · ${text.packs.window(wording.range(offer.validFrom, offer.validThrough))}` : nothing}
          </p>
          ${
            overage === undefined
              ? nothing
              : html`<p class="small muted">${text.packs.asOverage(wording.money(overage))}</p>`
          }
        </div>
        <p class="price figure">${wording.money(price)}</p>
        <prorata-stepper
          .labels=${labels}
          .quantity=${quantityOf(this.cart, id)}
          @quantity-change=${(event: CustomEvent<number>) => this.order({ pack: id, quantity: event.detail })}
        ></prorata-stepper>
      </li>
    `;
  }

  private order(detail: PackOrder) {
    this.dispatchEvent(new CustomEvent("pack-order", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-packs": Packs;
  }
}
