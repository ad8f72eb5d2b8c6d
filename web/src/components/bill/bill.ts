import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Quote } from "prorata";
import type { BillElement, CheckoutDetail } from "../../elements.ts";
import { differenceFormula, lineFormula, type PlanLine } from "../../language/formula.ts";
import { quotaFallWords } from "../../language/quota-fall.ts";
import type { Answer } from "../../state/answer.ts";
import { quotaFallOf } from "../../state/outlook.ts";
import { selfServePlan, suspends } from "../../state/plans.ts";
import { isPurchase } from "../../state/pricing.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { PricedElement } from "../pricing-element.ts";
import { styles } from "./bill.styles.ts";
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
  @property({ attribute: false }) placed: Quote | undefined;

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
      <section class="panel" aria-labelledby=${this.placed ? nothing : "heading"}>
        <h2 id="heading" part="heading" tabindex="-1">${text.bill.heading}</h2>
        ${
          value
            ? this.renderBill(value)
            : html`<prorata-fault .text=${text.fault} .heading=${text.fault.quote} .reason=${fault}></prorata-fault>`
        }
        <div class="status" role="status" aria-atomic="true">
          ${value && isPurchase(value) ? this.renderDue(value) : nothing}
        </div>
        ${value?.balance && isPurchase(value) ? this.renderBalance(value.balance) : nothing}
        ${
          this.placed
            ? nothing
            : html`<div>${this.renderPay(value)}<div role="status"><slot name="notice"></slot></div></div>`
        }
        ${value ? this.renderRenewal(value) : nothing}
        ${value && !this.placed ? this.renderTools(value) : nothing}
      </section>
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
              ${this.renderQuotaFall(quote)} ${this.renderNotes(quote)}
              <hr />
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
  private renderQuotaFall(quote: Quote) {
    const fall = this.placed ? undefined : quotaFallOf(this.calculator, this.request, quote);
    if (!fall) return nothing;
    const [falls, ...consequences] = quotaFallWords(fall, this.wording);
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
    const { text, plan, amount, money } = this.wording;
    const title = text.bill.change[planChange.kind](plan(planChange.from), plan(planChange.to));
    const charge = lines.filter(isPlanLine).find(({ kind }) => kind === "plan_charge");
    const credit = lines.filter(isPlanLine).find(({ kind }) => kind === "plan_credit");
    const due = this.change;
    const single = charge && credit ? undefined : (charge ?? credit);
    return html`
      <li class="line">
        <strong>${title}</strong>
        <strong class="figure">${due ? money(due.amountDue) : nothing}</strong>
        ${single ? this.renderSingle(single) : nothing}
        ${charge && credit ? html`<span class="sum">${differenceFormula(charge, credit, amount)}</span>` : nothing}
        <span class="aside">${this.ruleOf(planChange, single !== undefined)}</span>
        ${
          charge && credit
            ? html`
                <ul class="parts aside">
                  ${this.renderPart(charge, text.bill.charge, this.sumOf(charge))}
                  ${this.renderPart(credit, text.bill.credit, this.creditSum(charge, credit, due))}
                </ul>
              `
            : nothing
        }
      </li>
    `;
  }

  private renderSingle(line: PlanLine) {
    const { text, plan, month } = this.wording;
    const label = line.kind === "plan_credit" ? text.bill.credit : text.bill.charge;
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
    if (isLower && downgrade.effective === "next-month") return rule[isSingle ? downgrade.charge : "on-renewal"];
    return rule[proration.price][isSingle ? "single" : proration.rounding];
  }

  private renderPart(line: PlanLine, label: (plan: string, month: string) => string, sum: string | TemplateResult) {
    const { plan, month, money } = this.wording;
    return html`
      <li class="line ${line.kind === "plan_credit" ? "credit" : ""}">
        <span>${label(plan(line.plan), month(line.month))}</span>
        <span class="figure">${money(line.amount)}</span>
        <span class="sum">${sum}</span>
      </li>
    `;
  }

  private sumOf(line: Line): string {
    const { text, amount } = this.wording;
    return lineFormula(line, amount) ?? text.bill.fullPrice;
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
        <strong class="figure">${money(line.amount)}</strong>
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

  private renderNotes({ on, planChange, packs }: Quote) {
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
    return html`<ul class="notes small muted">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
  }

  private renderDue({ amountDue }: Quote) {
    const { text, money } = this.wording;
    return html`
      <p class="due" part="total">
        <span>${amountDue < 0 ? text.bill.moneyBack : text.bill.amountDue}</span>
        <span class="figure">${money(amountDue)}</span>
      </p>
    `;
  }

  private renderBalance({ before, after, shortfall }: NonNullable<Quote["balance"]>) {
    const { text, money } = this.wording;
    return html`
      <dl class="balance small">
        <div>
          <dt>${text.bill.balanceBefore}</dt>
          <dd class="figure">${money(before)}</dd>
        </div>
        <div>
          <dt>${text.bill.balanceAfter}</dt>
          <dd class="figure">${money(after)}</dd>
        </div>
        ${
          shortfall > 0
            ? html`
                <div class="shortfall">
                  <dt>${text.bill.shortfall}</dt>
                  <dd class="figure">${money(shortfall)}</dd>
                </div>
              `
            : nothing
        }
      </dl>
    `;
  }

  /** Blocked, the button is not `disabled`: it has just been pressed, and would lose the focus. */
  private renderPay(quote: Quote | undefined) {
    const { text, money } = this.wording;
    const pay = (label: string, enabled: boolean) => html`
      <button
        type="button"
        class="pay"
        part="button"
        ?disabled=${!enabled}
        aria-disabled=${this.blocked ? "true" : nothing}
        @click=${this.confirm}
      >
        ${label}
      </button>
    `;
    if (!quote) return pay(text.bill.blocked, false);
    if (!isPurchase(quote)) return pay(text.bill.choose, false);
    const shortfall = quote.balance?.shortfall ?? 0;
    if (shortfall > 0) return pay(text.bill.recharge(money(shortfall)), false);
    return pay(quote.amountDue > 0 ? text.bill.pay(money(quote.amountDue)) : text.bill.confirm, true);
  }

  private renderTools(quote: Quote) {
    return html`
      <prorata-quote-tools .wording=${this.wording} .request=${this.request} .quote=${quote}></prorata-quote-tools>
    `;
  }

  private confirm() {
    const { request, answer, blocked } = this;
    if (answer.value && !blocked)
      this.announce("prorata-checkout", { request, quote: answer.value } satisfies CheckoutDetail);
  }

  private renderRenewal({ renewal }: Quote) {
    const { text, money, date, month, plan } = this.wording;
    const shortfall = renewal.shortfall ?? 0;
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
                <p><strong class="figure">${money(renewal.amount)}</strong> · ${date(renewal.on)}</p>
                <p>${label(plan(renewal.plan), month(renewal.month))}</p>
              `
        }
        ${
          shortfall > 0 && !this.placed
            ? html`<p class="short">${text.bill.renewalShort(money(shortfall), date(renewal.on))}</p>`
            : nothing
        }
      </div>
    `;
  }
}
