import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Catalog, Quote } from "prorata";
import type { Agreement, CheckoutDetail } from "../../elements.ts";
import { agreementName } from "../../language/agreement.ts";
import { labelOf } from "../../language/formula.ts";
import { type QuoteChanges, quoteChanges } from "../../language/quote-changes.ts";
import { shortOf } from "../../language/short.ts";
import type { Wording } from "../../language/wording.ts";
import { selfServePlan } from "../../state/plans.ts";
import { isPurchase } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { figure } from "../figure.ts";
import { styles } from "./checkout.styles.ts";

export type Status = "closed" | "asking" | "pending" | "failed" | "done";

/** What the buyer pays with one press: what is asked of the page that takes the order. */
export type PayEvent = CustomEvent<Pick<CheckoutDetail, "quote" | "agreement" | "waitUntil">>;

/**
 * The last look at what is bought, drawn anew each time it opens, then what came of it. Emits "pay", "status-change",
 * and "capacity" where the buyer goes on to what the service can draw on.
 */
@customElement("prorata-checkout-dialog")
export class CheckoutDialog extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) catalog!: Catalog;
  /** What is confirmed, as of now. */
  @property({ attribute: false }) quote: Quote | undefined;
  @property({ attribute: false }) agreement: Agreement | undefined;
  /** What buyers are to be told of the purchase, besides its figures. */
  @property({ attribute: false }) notes: readonly string[] = [];
  /** An order is on its way, which may be one from before. */
  @property({ attribute: false }) blocked = false;

  @state() private status: Status = "closed";
  /** What the buyer has before them: once it is sent, what was agreed to. */
  @state() private seen: Quote | undefined;
  @state() private changes: QuoteChanges | undefined;
  @state() private isMissingTick = false;

  @query("dialog") private dialog!: HTMLDialogElement;
  @query("#agree") private tick!: HTMLInputElement | null;

  /** Whether it is known what became of it. Until then it may be closed and opened again. */
  private isSending = false;

  private get isOpen(): boolean {
    return this.status !== "closed";
  }

  open() {
    if (this.isSending) {
      this.become("pending");
      return;
    }
    this.seen = this.quote;
    this.changes = undefined;
    this.isMissingTick = false;
    this.become("asking");
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (this.status === "asking" || this.status === "failed") this.look();
    if (changed.has("agreement")) this.isMissingTick = false;
  }

  override updated() {
    if (this.isOpen && !this.dialog.open) this.dialog.showModal();
    if (!this.isOpen && this.dialog.open) this.dialog.close();
  }

  override render() {
    const { status, seen } = this;
    return html`
      <dialog aria-labelledby="heading" @close=${() => this.become("closed")}>
        ${seen && status !== "closed" ? (status === "done" ? this.renderReceipt(seen) : this.renderQuestion(seen)) : nothing}
      </dialog>
    `;
  }

  /** The quote may have become another one while the buyer looked at it. */
  private look() {
    const { quote, seen } = this;
    if (quote === undefined) this.become("closed");
    else if (seen && JSON.stringify(quote) !== JSON.stringify(seen)) {
      this.changes = quoteChanges(seen, quote, this.wording);
      this.seen = quote;
    }
  }

  private renderQuestion(quote: Quote) {
    const { text, money } = this.wording;
    const words = text.checkout;
    const isPaid = quote.amountDue > 0;
    return html`
      <h2 id="heading" tabindex="-1" autofocus>${isPaid ? words.heading : words.headingFree}</h2>
      ${this.renderChanges()} ${this.renderLines(quote)}
      <dl>
        ${this.renderRow(quote.amountDue < 0 ? text.bill.moneyBack : text.bill.amountDue, money(quote.amountDue), "due")}
        ${quote.balance ? this.renderRow(text.bill.balanceAfter, money(quote.balance.after)) : nothing}
        ${this.renderRenewal(quote, "after")}
      </dl>
      <ul class="notes small">
        ${this.notes.map((note) => html`<li>${note}</li>`)}
      </ul>
      ${this.renderAgreement()}
      <div role="status">
        ${this.status === "failed" ? html`<p class="wrong">${words.failed}</p>` : nothing}
        <slot name="notice"></slot>
      </div>
      ${this.renderActions(quote)}
    `;
  }

  private renderChanges() {
    const { changes } = this;
    if (!changes) return nothing;
    const words = this.wording.text.checkout;
    return html`
      <div class="notice" role="alert">
        <strong>${words.changed}</strong>
        ${changes.main.map((sentence) => html`<p>${sentence}</p>`)}
        ${
          changes.others.length > 0
            ? html`
                <details class="small">
                  <summary>${words.otherChanges}</summary>
                  <ul>${changes.others.map((sentence) => html`<li>${sentence}</li>`)}</ul>
                </details>
              `
            : nothing
        }
      </div>
    `;
  }

  private renderLines({ planChange, lines, packs }: Quote) {
    const { text, plan, pack, minutes, money } = this.wording;
    const ofPlan = lines.filter((line) => line.kind !== "pack").map(({ amount }) => amount);
    return html`
      <ul class="lines">
        ${
          planChange?.allowed
            ? html`
                <li>
                  <span>${text.bill.change[planChange.kind](plan(planChange.from), plan(planChange.to))}</span>
                  ${ofPlan.length > 1 ? nothing : figure(money(ofPlan[0] ?? 0))}
                </li>
                ${
                  ofPlan.length > 1
                    ? lines.map((line) =>
                        line.kind === "pack"
                          ? nothing
                          : html`<li class="part small"><span>${this.partName(line)}</span>${figure(money(line.amount))}</li>`,
                      )
                    : nothing
                }
              `
            : nothing
        }
        ${packs.map(
          (bought) => html`
            <li>
              <span>${text.comparison.packCount(minutes(bought.quantity), pack(bought.pack))}</span>
              ${figure(money(bought.amount))}
            </li>
          `,
        )}
      </ul>
    `;
  }

  private partName(line: Extract<Quote["lines"][number], { month: string }>): string {
    const { text, plan, month } = this.wording;
    return labelOf(line, text.bill)(plan(line.plan), month(line.month));
  }

  private renderRow(term: string, value: string, kind = "") {
    return html`<div class=${kind}><dt>${term}</dt><dd>${figure(value)}</dd></div>`;
  }

  private renderRenewal(quote: Quote, when: "now" | "after") {
    const { text, money, date, plan } = this.wording;
    const { renewal } = quote;
    const short = shortOf(quote, this.wording, when);
    const value =
      renewal.amount === 0
        ? text.bill.renewalFree(plan(renewal.plan))
        : text.checkout.charge(money(renewal.amount), date(renewal.on));
    return html`
      ${this.renderRow(text.bill.renewal, value)}
      ${short ? html`<div class="wrong small"><dt>${short.words}</dt></div>` : nothing}
    `;
  }

  private renderAgreement() {
    const { agreement, isMissingTick } = this;
    if (!agreement) return nothing;
    const words = this.wording.text.checkout;
    const name = agreementName(agreement, this.wording);
    const isAddress = /^(https?:|\/|\.|[^:]*$)/i.test(agreement.href);
    const link = isAddress ? html`<a href=${agreement.href} target="_blank" rel="noopener">${name}</a>` : name;
    return html`
      <div class="agreement">
        <input
          type="checkbox"
          id="agree"
          ?disabled=${this.status === "pending"}
          aria-invalid=${isMissingTick}
          aria-describedby="must-agree"
          @change=${() => {
            this.isMissingTick = false;
          }}
        />
        <label for="agree">${words.agree}${link}${words.edition(agreement.version)}</label>
      </div>
      ${isMissingTick ? html`<p id="must-agree" class="wrong small" role="alert">${words.mustAgree}</p>` : nothing}
    `;
  }

  private renderActions(quote: Quote) {
    const { text, money } = this.wording;
    const words = text.checkout;
    const isPending = this.status === "pending";
    const canPay = isPurchase(quote) && !(quote.balance && quote.balance.shortfall > 0);
    const label = quote.amountDue > 0 ? words.pay(money(quote.amountDue)) : words.arrange;
    // Where the page blocks it meanwhile it says itself what is going on, which may be that nobody knows.
    const isSaidHere = isPending && !this.blocked;
    return html`
      <div class="actions">
        <button type="button" @click=${() => this.become("closed")}>${words.back}</button>
        ${
          canPay
            ? html`
                <button
                  type="button"
                  class="primary confirm"
                  aria-disabled=${isPending || this.blocked ? "true" : nothing}
                  @click=${this.pay}
                  .textContent=${isSaidHere ? words.pending : label}
                ></button>
              `
            : nothing
        }
      </div>
    `;
  }

  private renderReceipt(quote: Quote) {
    const { text, date, minutes, range, pack, money } = this.wording;
    const words = text.checkout;
    const { planChange, packs, quota, on, amountDue, balance } = quote;
    const from = planChange?.effectiveOn;
    const isPaid = amountDue > 0;
    return html`
      <div class="receipt">
        <h2 id="heading" tabindex="-1" autofocus>${isPaid ? words.paid : words.arranged}</h2>
        ${this.renderLines(quote)}
        <dl>
          ${amountDue === 0 ? nothing : this.renderRow(isPaid ? text.bill.paid : text.bill.moneyBack, money(amountDue), "due")}
          ${from ? this.renderRow(text.plans.effective, from === on ? words.today(date(from)) : date(from)) : nothing}
          ${
            quota.before === quota.after
              ? this.renderRow(text.plans.quota, text.packs.minutes(minutes(quota.after)))
              : this.renderRow(text.plans.quota, words.becomes(minutes(quota.before), minutes(quota.after)))
          }
          ${this.renderQuotaFrom(quote)}
          ${packs.map((bought) => this.renderRow(pack(bought.pack), text.packs.window(range(bought.validFrom, bought.validThrough))))}
          ${balance ? this.renderRow(isPaid ? text.bill.balanceAfter : text.bill.balanceBefore, money(balance.after)) : nothing}
          ${this.renderRenewal(quote, "now")}
        </dl>
        <slot name="receipt"></slot>
      </div>
      <div class="actions">
        <button type="button" @click=${() => print()}>${words.print}</button>
        <button type="button" @click=${this.goToCapacity}>${words.capacity}</button>
        <button type="button" class="primary" @click=${() => this.become("closed")}>${words.close}</button>
      </div>
    `;
  }

  /** Of a change that has to wait: what it brings, and when. */
  private renderQuotaFrom({ on, planChange }: Quote) {
    const { text, date, minutes } = this.wording;
    const from = planChange?.effectiveOn;
    if (!from || from === on) return nothing;
    const quota = selfServePlan(this.catalog, planChange.to)?.monthlyMinutes;
    return quota === undefined
      ? nothing
      : this.renderRow(text.checkout.quotaFrom(date(from)), text.packs.minutes(minutes(quota)));
  }

  private become(status: Status) {
    if (this.status === status) return;
    this.status = status;
    this.dispatchEvent(new CustomEvent<Status>("status-change", { detail: status }));
  }

  private goToCapacity() {
    this.become("closed");
    this.dispatchEvent(new Event("capacity"));
  }

  private async pay() {
    const { agreement, seen, tick, status } = this;
    if (!seen || this.blocked || this.isSending || (status !== "asking" && status !== "failed")) return;
    if (agreement && !tick?.checked) {
      this.isMissingTick = true;
      tick?.focus();
      return;
    }
    const waits: Promise<unknown>[] = [];
    this.dispatchEvent(
      new CustomEvent("pay", {
        detail: {
          quote: seen,
          ...(agreement && { agreement: { name: agreement.name, version: agreement.version } }),
          waitUntil: (done: Promise<unknown>) => waits.push(done),
        },
      }) as PayEvent,
    );
    if (waits.length === 0) {
      this.become("closed");
      return;
    }
    this.become("pending");
    this.isSending = true;
    const isDone = await Promise.all(waits).then(
      () => true,
      () => false,
    );
    this.isSending = false;
    // What was bought is told also to a buyer who went back meanwhile.
    if (isDone) this.become("done");
    else if (this.isOpen) this.become("failed");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-checkout-dialog": CheckoutDialog;
  }
}
