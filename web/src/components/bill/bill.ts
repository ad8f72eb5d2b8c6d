import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Quote } from "prorata";
import type { Agreement, BillElement, CheckoutDetail } from "../../elements.ts";
import { differenceFormula, labelOf, lineFormula, type PlanLine } from "../../language/formula.ts";
import { quotaFallWords } from "../../language/quota-fall.ts";
import { shortOf } from "../../language/short.ts";
import type { Answer } from "../../state/answer.ts";
import { quotaFallOf } from "../../state/outlook.ts";
import { selfServePlan, suspends } from "../../state/plans.ts";
import { isPurchase } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import type { CheckoutDialog, PayEvent, Status } from "../checkout/checkout.ts";
import { customElement } from "../custom-element.ts";
import { figure } from "../figure.ts";
import { PricedElement } from "../pricing-element.ts";
import { styles } from "./bill.styles.ts";
import "../checkout/checkout.ts";
import "../fault/fault.ts";
import "../quote-tools/quote-tools.ts";

type Line = Quote["lines"][number];
type PackLine = Extract<Line, { kind: "pack" }>;

const isPlanLine = (line: Line): line is PlanLine => line.kind !== "pack";
const isPackLine = (line: Line): line is PackLine => line.kind === "pack";

@customElement("prorata-bill")
export class Bill extends PricedElement implements BillElement {
  static override styles = [theme, controls, styles];

  @property({ type: Boolean, reflect: true }) blocked = false;
  @property({ type: Boolean }) estimate = false;
  @property({ type: Boolean }) tools = false;
  @property({ attribute: false }) placed: Quote | undefined;
  @property({ type: Object }) agreement: Agreement | undefined;
  @property({ attribute: "recharge-address" }) rechargeAddress: string | undefined;
  /** Whether what was bought is shown, for a page that prints only this. */
  @property({ type: Boolean, reflect: true }) receipt = false;

  @state() private isAsking = false;

  @query("prorata-checkout-dialog") private dialog!: CheckoutDialog;

  private answer!: Answer<Quote>;
  /** The plan change on its own, without the packs. */
  private change: Quote | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (!this.concernsQuote(changed) && !changed.has("placed")) return;
    const { placed, request } = this;
    this.answer = placed ? { value: placed } : this.ask(request);
    if (placed) this.change = placed.packs.length === 0 ? placed : undefined;
    else this.change = request.plan === undefined ? undefined : this.ask({ ...this.held, plan: request.plan }).value;
  }

  /** For a page's styles. */
  override updated() {
    this.toggleAttribute("placed", this.placed !== undefined);
    this.toggleAttribute("faulty", this.answer.fault !== undefined);
  }

  /** To its heading: a host that takes the focus itself would keep Tab from everything within. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector("h2")?.focus(options);
  }

  override render() {
    const { text } = this.wording;
    const { value, fault } = this.answer;
    return html`
      <section class="panel ${this.placed ? "whole" : ""}" aria-labelledby=${this.placed ? nothing : "heading"}>
        <h2 id="heading" part="heading" tabindex="-1">${text.bill.heading}</h2>
        <div class="particulars" role="group" aria-label=${text.bill.particulars} tabindex=${this.placed ? nothing : "0"}>
        ${
          value
            ? this.renderBill(value)
            : html`
                <prorata-fault .text=${text.fault} .heading=${text.fault.quote} .reason=${fault}>
                  ${fault?.code === "managed_account" ? this.renderContact({ about: "plan", plan: this.planHeld }) : nothing}
                </prorata-fault>
              `
        }
        ${value ? this.renderRenewal(value) : nothing} ${value && isPurchase(value) ? this.renderDoubts() : nothing}
        ${value && this.tools && !this.placed ? this.renderTools(value) : nothing}
        </div>
        <div class="foot">
          <div class="status" role="status" aria-atomic="true">
            ${value && isPurchase(value) ? this.renderDue(value) : nothing}
          </div>
          ${value?.balance && isPurchase(value) ? this.renderBalance(value.balance) : nothing}
          ${value && this.isShortSaidBelow(value) ? this.renderShort(value) : nothing}
          ${
            this.placed
              ? nothing
              : html`<div>${this.estimate ? nothing : this.renderNext(value)}<div role="status">${this.isAsking ? nothing : html`<slot name="notice"></slot>`}</div></div>`
          }
        </div>
      </section>
      ${this.placed || this.estimate ? nothing : this.renderDialog(value)}
    `;
  }

  private renderBill(quote: Quote) {
    const { text } = this.wording;
    const packs = quote.lines.filter(isPackLine);
    return html`
      ${this.renderRefusal(quote)}
      ${
        isPurchase(quote)
          ? html`
              <ul class="lines">
                ${this.renderChange(quote)} ${packs.map((line) => this.renderPack(line, quote))}
              </ul>
              ${this.renderQuotaFall(quote)}
              <ul class="notes small muted">
                ${this.notes(quote).map((note) => html`<li>${note}</li>`)}
              </ul>
            `
          : html`<p class="muted">${text.bill.empty}</p>`
      }
    `;
  }

  private renderRefusal({ planChange }: Quote) {
    if (!planChange?.reason) return nothing;
    const { text, plan, date } = this.wording;
    const { to, reason, allowedFrom } = planChange;
    return html`
      <div class="notice">
        <strong>${text.bill.refusedTitle(plan(to))}</strong>
        <p class="small">${text.plans.refused[reason](allowedFrom && date(allowedFrom))}</p>
        ${this.renderSales(to, reason)}
      </div>
    `;
  }

  private renderSales(to: string, reason: NonNullable<NonNullable<Quote["planChange"]>["reason"]>) {
    const pending = this.account?.pendingChange;
    const isOthers = reason === "pending_change" && this.priceList.policy.downgrade.withdrawal === "through-sales";
    if (reason === "contact_sales") return this.renderContact({ about: "plan", plan: to });
    return isOthers && pending ? this.renderContact({ about: "scheduled-change", plan: pending.plan }) : nothing;
  }

  /** An order placed was confirmed in the knowledge of it. */
  private quotaFall(quote: Quote): string[] {
    const fall = this.placed ? undefined : quotaFallOf(this.calculator, this.request, quote);
    return fall ? quotaFallWords(fall, this.wording) : [];
  }

  private renderQuotaFall(quote: Quote) {
    const [falls, ...consequences] = this.quotaFall(quote);
    if (falls === undefined) return nothing;
    const words =
      quote.planChange?.kind === "subscribe"
        ? [this.wording.text.quotaFall.freeMinutes, ...consequences]
        : consequences;
    return html`
      <div class="notice">
        <strong>${falls}</strong>
        ${words.map((sentence) => html`<p class="small">${sentence}</p>`)}
      </div>
    `;
  }

  private renderChange({ planChange, lines }: Quote) {
    if (!planChange?.allowed) return nothing;
    const { text, plan, money } = this.wording;
    const title = text.bill.change[planChange.kind](plan(planChange.from), plan(planChange.to));
    const charge = lines.filter(isPlanLine).find(({ kind }) => kind === "plan_charge");
    const credit = lines.filter(isPlanLine).find(({ kind }) => kind === "plan_credit");
    const due = this.change;
    const single = charge && credit ? undefined : (charge ?? credit);
    return html`
      <li class="line">
        <strong>${title}</strong>
        <strong>${due ? figure(money(due.amountDue)) : nothing}</strong>
        ${single ? this.renderSingle(single) : nothing}
        ${charge && credit ? html`<span class="sum">${differenceFormula(charge, credit, this.wording)}</span>` : nothing}
        <span class="aside">${this.ruleOf(planChange, single !== undefined)}</span>
        ${
          charge && credit
            ? html`
                <ul class="parts aside">
                  ${this.renderPart(charge, this.sumOf(charge))}
                  ${this.renderPart(credit, this.creditSum(charge, credit, due))}
                </ul>
              `
            : nothing
        }
      </li>
    `;
  }

  private renderSingle(line: PlanLine) {
    const { text, plan, month } = this.wording;
    const label = labelOf(line, text.bill);
    return html`
      <span class="aside">${label(plan(line.plan), month(line.month))}</span>
      <span class="sum">${this.sumOf(line)}</span>
    `;
  }

  /** Why the change costs what it does. */
  private ruleOf({ kind }: NonNullable<Quote["planChange"]>, isSingle: boolean): string {
    const { rule } = this.wording.text.bill;
    const { proration, downgrade } = this.priceList.policy;
    if (kind === "withdraw") return rule.withdraw;
    const isLower = kind === "downgrade" || kind === "cancel";
    if (isLower && downgrade.effective === "next-month") {
      if (kind === "cancel") return rule.cancel;
      return rule[isSingle ? downgrade.charge : "on-renewal"];
    }
    return rule[proration.price][isSingle ? "single" : proration.rounding];
  }

  private renderPart(line: PlanLine, sum: string | TemplateResult) {
    const { text, plan, month, money } = this.wording;
    const label = labelOf(line, text.bill);
    return html`
      <li class="line ${line.kind === "plan_credit" ? "credit" : ""}">
        <span>${label(plan(line.plan), month(line.month))}</span>
        ${figure(money(line.amount))}
        <span class="sum">${sum}</span>
      </li>
    `;
  }

  private sumOf(line: Line): string {
    return lineFormula(line, this.wording) ?? this.wording.text.bill.fullPrice;
  }

  /** Where only the difference is rounded, the credit is what makes the lines add up to it. */
  private creditSum(charge: PlanLine, credit: PlanLine, due: Quote | undefined): string | TemplateResult {
    const sum = this.sumOf(credit);
    if (!due || credit.days === undefined || this.priceList.policy.proration.rounding === "line") return sum;
    const { text, amount } = this.wording;
    return html`${sum}<br />${text.bill.onlyDifferenceRounded(`${amount(due.amountDue)} − ${amount(charge.amount)}`)}`;
  }

  private renderPack(line: PackLine, { packs }: Quote) {
    const { text, pack, money, minutes, range } = this.wording;
    const bought = packs.find((item) => item.pack === line.pack);
    return html`
      <li class="line">
        <strong>${pack(line.pack)}</strong>
        <strong>${figure(money(line.amount))}</strong>
        <span class="sum">${this.sumOf(line)}</span>
        <span class="aside">${text.bill.rule.pack}</span>
        ${
          bought
            ? html`
                <span class="aside">
                  ${text.packs.minutes(minutes(bought.minutes))} ·
                  ${text.packs.window(range(bought.validFrom, bought.validThrough))}
                </span>
              `
            : nothing
        }
      </li>
    `;
  }

  /** What a buyer is to know of the change and the packs. */
  private notes({ on, planChange, packs }: Quote): string[] {
    const { text, plan, date, minutes } = this.wording;
    const notes: string[] = [];
    if (planChange?.effectiveOn) {
      const { kind, from, to, effectiveOn } = planChange;
      const when = date(effectiveOn);
      const next = selfServePlan(this.priceList, to);
      if (effectiveOn === on) {
        notes.push(text.bill.effectiveToday(when));
      } else {
        notes.push(text.bill.nowUnchanged, text.bill.effectiveLater(plan(from), when));
        if (next) notes.push(text.bill.thenQuota(when, plan(to), minutes(next.monthlyMinutes)));
      }
      const isLower = kind === "downgrade" || kind === "cancel";
      if (isLower && suspends(this.priceList, to)) notes.push(text.plans.stops);
      if (isLower && this.priceList.policy.downgrade.limitPerMonth !== null) notes.push(text.bill.oncePerMonth);
    }
    if (packs.length > 0) notes.push(text.bill.noRefund);
    return notes;
  }

  private renderDue({ amountDue }: Quote) {
    const { text, money } = this.wording;
    return html`
      <p class="due" part="total">
        <span>${amountDue < 0 ? text.bill.moneyBack : text.bill.amountDue}</span>
        ${figure(money(amountDue))}
      </p>
    `;
  }

  private renderBalance({ before, after, shortfall }: NonNullable<Quote["balance"]>) {
    const { text, money } = this.wording;
    return html`
      <dl class="balance small">
        <div>
          <dt>${text.bill.balanceBefore}</dt>
          <dd>${figure(money(before))}</dd>
        </div>
        <div>
          <dt>${text.bill.balanceAfter}</dt>
          <dd>${figure(money(after))}</dd>
        </div>
        ${
          shortfall > 0
            ? html`
                <div class="shortfall">
                  <dt>${text.bill.shortfall}</dt>
                  <dd>${figure(money(shortfall))}</dd>
                </div>
              `
            : nothing
        }
      </dl>
    `;
  }

  /** Blocked, the button is not `disabled`: it has just been pressed, and would lose the focus. */
  private renderNext(quote: Quote | undefined) {
    const { text, money } = this.wording;
    const next = (label: string, enabled: boolean) => html`
      <button
        type="button"
        class="pay"
        part="button"
        ?disabled=${!enabled}
        aria-disabled=${this.blocked ? "true" : nothing}
        @click=${this.next}
        .textContent=${label}
      ></button>
    `;
    if (!quote) return next(text.bill.blocked, false);
    if (!isPurchase(quote)) return next(text.bill.choose, false);
    const shortfall = quote.balance?.shortfall ?? 0;
    if (shortfall === 0) return next(text.checkout.next, true);
    const recharge = text.bill.recharge(money(shortfall));
    return this.renderRecharge(this.rechargeAddress, shortfall, recharge, "pay") ?? next(recharge, false);
  }

  private renderDialog(quote: Quote | undefined) {
    return html`
      <prorata-checkout-dialog
        .wording=${this.wording}
        .catalog=${this.priceList}
        .quote=${quote}
        .agreement=${this.agreement}
        .notes=${quote ? [...this.quotaFall(quote), ...this.notes(quote)] : []}
        .blocked=${this.blocked}
        @pay=${this.pay}
        @status-change=${this.follow}
        @capacity=${() => this.dispatchEvent(new Event("capacity", { bubbles: true, composed: true }))}
      >
        ${this.isAsking ? html`<slot name="notice" slot="notice"></slot>` : nothing}
        <slot name="receipt" slot="receipt"></slot>
      </prorata-checkout-dialog>
    `;
  }

  private renderDoubts() {
    if (this.placed || this.salesContact === undefined) return nothing;
    const plan = this.cart.plan ?? this.planHeld;
    return html`
      <p class="small muted">${this.wording.text.contact.doubts} ${this.renderContact({ about: "bill", plan })}</p>
    `;
  }

  private renderTools(quote: Quote) {
    return html`
      <prorata-quote-tools .wording=${this.wording} .request=${this.request} .quote=${quote}></prorata-quote-tools>
    `;
  }

  private async follow({ detail }: CustomEvent<Status>) {
    this.isAsking = detail !== "closed" && detail !== "done";
    this.receipt = detail === "done";
    this.dispatchEvent(new CustomEvent("receipt-change", { detail: this.receipt }));
    if (detail === "done" || detail === "failed") this.tell(detail);
    if (detail !== "closed") return;
    await this.updateComplete;
    await this.dialog.updateComplete;
    // The button that had the focus before may have nothing more to do.
    if (document.activeElement === document.body) this.focus({ preventScroll: true });
  }

  /** Opens the last look at what is bought, if there is anything to buy. */
  next() {
    const { answer, blocked, estimate } = this;
    const { value } = answer;
    if (!value || blocked || estimate || !isPurchase(value) || (value.balance?.shortfall ?? 0) > 0) return;
    // Asked for anew: what the bill shows may be as old as the page.
    this.answer = this.ask(this.request);
    this.dialog.quote = this.answer.value;
    this.dialog.open();
    this.tell("checkout");
    this.requestUpdate();
  }

  private pay({ detail }: PayEvent) {
    this.tell("pay");
    this.announce("prorata-checkout", { request: this.request, ...detail } satisfies CheckoutDetail);
  }

  /** What can be paid says beside its total what it leaves short; what has to be recharged first says that first. */
  private isShortSaidBelow(quote: Quote): boolean {
    return isPurchase(quote) && !quote.balance?.shortfall;
  }

  private renderShort(quote: Quote) {
    const short = this.placed ? undefined : shortOf(quote, this.wording, isPurchase(quote) ? "after" : "now");
    if (!short) return nothing;
    const { text, money } = this.wording;
    return html`
      <p class="short small">
        ${short.words}
        ${quote.balance?.shortfall ? nothing : this.renderRecharge(this.rechargeAddress, short.amount, text.bill.rechargeNow(money(short.amount)), "quiet")}
      </p>
    `;
  }

  private renderRenewal(quote: Quote) {
    const { renewal } = quote;
    const { text, money, date, month, plan } = this.wording;
    const isFullPrice = selfServePlan(this.priceList, renewal.plan)?.monthlyPrice === renewal.amount;
    const difference = renewal.amount < 0 ? text.bill.renewalCredit : text.bill.renewalDifference;
    const label = isFullPrice ? text.bill.renewalFor : difference;
    return html`
      <div class="renewal small">
        <p class="muted">${text.bill.renewal}</p>
        ${
          renewal.amount === 0
            ? html`<p>${text.bill.renewalFree(plan(renewal.plan))}</p>`
            : html`
                <p><strong>${figure(money(renewal.amount))}</strong> · ${date(renewal.on)}</p>
                <p>${label(plan(renewal.plan), month(renewal.month))}</p>
              `
        }
        ${this.isShortSaidBelow(quote) ? nothing : this.renderShort(quote)}
      </div>
    `;
  }
}
