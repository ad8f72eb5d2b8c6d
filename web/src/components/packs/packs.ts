import { html, nothing, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import type { Catalog, Quote } from "prorata";
import type { PackOrder, PacksElement } from "../../elements.ts";
import { oneHostWords } from "../../language/equivalents.ts";
import type { Answer } from "../../state/answer.ts";
import { quantityOf, withQuantity } from "../../state/cart.ts";
import { suspends } from "../../state/plans.ts";
import { packOffers, packsAsOverage } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { table } from "../../styles/table.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { renderEquivalents } from "../equivalents.ts";
import { PricedPart } from "../pricing-element.ts";
import { styles } from "./packs.styles.ts";
import "../stepper/stepper.ts";

type Pack = Catalog["packs"][number];

@customElement("prorata-packs")
export class Packs extends PricedPart implements PacksElement {
  static override styles = [theme, controls, table, styles];

  @property({ attribute: false }) recommended: readonly PackOrder[] = [];

  /** One of each pack. */
  private offers!: Answer<Quote["packs"]>;
  /** By pack, what as many minutes cost as overage. */
  private asOverage!: ReadonlyMap<string, number>;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (changed.has("calculator")) this.asOverage = packsAsOverage(this.calculator);
    if (this.concernsAccount(changed)) this.offers = packOffers(this.calculator, this.held);
  }

  override render() {
    const { text } = this.wording;
    const { fault } = this.offers;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading" part="heading">${text.packs.heading}</h2>
        <p class="small muted">${this.notes()}</p>
        ${this.renderFault(fault, text.fault.quote)}
        <ul>
          ${this.priceList.packs.map((pack) => this.renderPack(pack))}
        </ul>
        ${guard([this.calculator, this.wording], () =>
          renderEquivalents(
            text.equivalents.ofPacks,
            this.priceList.packs.map(({ id, minutes }) => ({ name: this.wording.pack(id), minutes })),
            this.calculator,
            this.wording,
          ),
        )}
      </section>
    `;
  }

  /** Bought on the same day, every pack is usable as long. */
  private notes(): string {
    const { text, range } = this.wording;
    const [offer] = this.offers.value ?? [];
    const window = offer ? [text.packs.windowOfAll(range(offer.validFrom, offer.validThrough))] : [];
    return [text.packs.note, ...window, text.bill.noRefund].join(text.betweenSentences);
  }

  private renderPack({ id, minutes, price }: Pack) {
    const { wording } = this;
    const { text } = wording;
    const name = wording.pack(id);
    const labels = { quantity: text.packs.quantity(name), fewer: text.packs.fewer(name), more: text.packs.more(name) };
    const recommended = this.recommended.find(({ pack }) => pack === id);
    const { cart } = this;
    // A plan that suspends bills no overage to compare with.
    const overage = suspends(this.priceList, cart.plan ?? this.planHeld) ? undefined : this.asOverage.get(id);
    return html`
      <li part="card">
        <div class="about">
          <p class="name">
            ${name}
            ${recommended ? html`<span class="mark">${text.packs.recommended(wording.minutes(recommended.quantity))}</span>` : nothing}
          </p>
          <p class="small muted">
            ${text.packs.minutes(wording.minutes(minutes))} · ${guard([this.calculator, wording], () => oneHostWords(this.calculator, minutes, wording))}
          </p>
          ${
            overage === undefined
              ? nothing
              : html`<p class="small muted">${text.packs.asOverage(wording.money(overage))}</p>`
          }
        </div>
        <p class="price figure" part="price">${wording.money(price)}</p>
        <prorata-stepper
          .wording=${wording}
          .labels=${labels}
          .quantity=${quantityOf(cart, id)}
          @quantity-change=${({ detail }: CustomEvent<number>) => this.choose(withQuantity(cart, id, detail))}
        ></prorata-stepper>
      </li>
    `;
  }
}
