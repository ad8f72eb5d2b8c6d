import { html, LitElement, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import type { Account, Catalog } from "prorata";
import { toDecimal } from "../../language/money.ts";
import { typedAmount } from "../../language/typed-amount.ts";
import type { Wording } from "../../language/wording.ts";
import { controls } from "../../styles/controls.ts";
import { theme } from "../../styles/theme.ts";
import { customElement } from "../custom-element.ts";
import { styles } from "./account.styles.ts";
import "../number-field/number-field.ts";

export type AccountEvent = CustomEvent<{ on: string } | { account: Account }>;

type Amount = "balance" | "nextMonthDifference";
type HeldPlan = NonNullable<Account["history"]>[number];
type OwnedPack = NonNullable<Account["packs"]>[number];

const typed = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** The 1st of the month after a date: what a scheduled change starts out with when it is entered. */
function nextFirst(date: string): string {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${date.slice(0, 5)}${String(month + 1).padStart(2, "0")}-01`;
}

/** The date and the account a price is asked for. Emits "account-change". */
@customElement("prorata-account")
export class AccountPanel extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) wording!: Wording;
  @property({ attribute: false }) account!: Account;
  @property({ attribute: false }) date = "";
  @property({ attribute: false }) today = "";

  /** Kept so that an amount that is none stays in the field, to be corrected. */
  @state() private typed: Partial<Record<Amount, string>> = {};

  private expanded = false;

  private get plans() {
    return this.catalog.plans.filter((plan) => !plan.contactSales);
  }

  override willUpdate() {
    const { pendingChange, lastDowngradeOn, nextMonthDifference, history, packs } = this.account;
    const unusual = [pendingChange, lastDowngradeOn, nextMonthDifference, history, packs];
    this.expanded ||= unusual.some((given) => given !== undefined);
  }

  override render() {
    const { account, date, today, wording } = this;
    const text = wording.text.account;
    return html`
      <section class="panel" aria-labelledby="heading">
        <h2 id="heading" class="visually-hidden">${text.heading}</h2>
        <div class="row">
          <div class="field">
            <span id="date">${text.date}</span>
            <div class="joined">
              <input
                type="date"
                aria-labelledby="date"
                min="2000-01-01"
                max="2999-12-31"
                .value=${date}
                @change=${(event: Event) => this.emit({ on: typed(event) })}
              />
              <button type="button" ?disabled=${date === today} @click=${() => this.emit({ on: today })}>
                ${text.today}
              </button>
            </div>
          </div>
          <label class="field">
            <span>${text.plan}</span>
            <select @change=${(event: Event) => this.become({ plan: typed(event) })}>
              ${this.renderPlans(account.plan)}
            </select>
          </label>
          <prorata-number
            .wording=${wording}
            .label=${text.used}
            .placeholder=${text.notGiven}
            .value=${account.usedMinutes}
            @number-change=${({ detail }: CustomEvent<number | undefined>) => this.become({ usedMinutes: detail })}
          ></prorata-number>
          ${this.renderAmount("balance", text.balance)}
        </div>
        <details ?open=${this.expanded}>
          <summary>${text.more}</summary>
          <div class="row">${this.renderPending()} ${this.renderLastDowngrade()} ${this.renderAmount("nextMonthDifference", text.difference)} ${this.renderHistory()} ${this.renderOwned()}</div>
        </details>
      </section>
    `;
  }

  private renderPlans(chosen: string | undefined) {
    const unknown = chosen !== undefined && !this.plans.some(({ id }) => id === chosen);
    return html`
      ${unknown ? html`<option value=${chosen} selected>${this.wording.plan(chosen)}</option>` : nothing}
      ${this.plans.map(
        ({ id }) => html`<option value=${id} ?selected=${id === chosen}>${this.wording.plan(id)}</option>`,
      )}
    `;
  }

  private renderPending() {
    const { pendingChange } = this.account;
    const text = this.wording.text.account;
    return html`
      <label class="field">
        <span>${text.pendingPlan}</span>
        <select @change=${(event: Event) => this.changePending(typed(event))}>
          <option value="" ?selected=${!pendingChange}>${text.none}</option>
          ${this.renderPlans(pendingChange?.plan)}
        </select>
      </label>
      ${
        pendingChange
          ? html`
              <label class="field">
                <span>${text.pendingOn}</span>
                <input
                  type="date"
                  .value=${pendingChange.effectiveOn}
                  @change=${(event: Event) =>
                    this.become({ pendingChange: { ...pendingChange, effectiveOn: typed(event) } })}
                />
              </label>
            `
          : nothing
      }
    `;
  }

  private renderLastDowngrade() {
    return html`
      <label class="field">
        <span>${this.wording.text.account.lastDowngrade}</span>
        <input
          type="date"
          .value=${this.account.lastDowngradeOn ?? ""}
          @change=${(event: Event) => this.become({ lastDowngradeOn: typed(event) || undefined })}
        />
      </label>
    `;
  }

  private renderHistory() {
    const text = this.wording.text.account;
    const history = this.account.history ?? [];
    const become = (entries: HeldPlan[]) => this.become({ history: entries.length > 0 ? entries : undefined });
    const replace = (index: number, part: Partial<HeldPlan>) =>
      become(history.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
    return html`
      <fieldset class="owned">
        <legend>${text.history}</legend>
        ${history.map(
          ({ plan, from }, index) => html`
            <div class="row">
              <label class="field">
                <span>${text.heldPlan}</span>
                <select @change=${(event: Event) => replace(index, { plan: typed(event) })}>${this.renderPlans(plan)}</select>
              </label>
              <label class="field">
                <span>${text.heldFrom}</span>
                <input type="date" .value=${from} @change=${(event: Event) => replace(index, { from: typed(event) })} />
              </label>
              <button type="button" @click=${() => become(history.filter((_, at) => at !== index))}>${text.remove}</button>
            </div>
          `,
        )}
        <button type="button" @click=${() => become([...history, { plan: this.account.plan, from: `${this.date.slice(0, 7)}-01` }])}>
          ${text.addHeld}
        </button>
      </fieldset>
    `;
  }

  private renderOwned() {
    const text = this.wording.text.account;
    const packs = this.account.packs ?? [];
    const replace = (index: number, part: Partial<OwnedPack>) =>
      this.becomeOwner(packs.map((pack, at) => (at === index ? { ...pack, ...part } : pack)));
    return html`
      <fieldset class="owned">
        <legend>${text.owned}</legend>
        ${packs.map(
          (owned, index) => html`
            <div class="row">
              <label class="field">
                <span>${text.pack}</span>
                <select @change=${(event: Event) => replace(index, { pack: typed(event) })}>
                  ${this.catalog.packs.map(
                    ({ id }) =>
                      html`<option value=${id} ?selected=${id === owned.pack}>${this.wording.pack(id)}</option>`,
                  )}
                </select>
              </label>
              <label class="field">
                <span>${text.purchasedOn}</span>
                <input
                  type="date"
                  .value=${owned.purchasedOn}
                  @change=${(event: Event) => replace(index, { purchasedOn: typed(event) })}
                />
              </label>
              <prorata-number
                .wording=${this.wording}
                .label=${text.remaining}
                .value=${owned.remainingMinutes}
                @number-change=${({ detail }: CustomEvent<number>) => replace(index, { remainingMinutes: detail })}
              ></prorata-number>
              <button type="button" @click=${() => this.becomeOwner(packs.filter((_, at) => at !== index))}>
                ${text.remove}
              </button>
            </div>
          `,
        )}
        <button type="button" @click=${() => this.addOwned(packs)}>${text.add}</button>
      </fieldset>
    `;
  }

  private renderAmount(member: Amount, label: (currency: string) => string) {
    const isWrong = Number.isNaN(this.account[member]);
    return html`
      <div class="field">
        <label for=${member}>${label(this.catalog.currency.code)}</label>
        <input
          id=${member}
          aria-invalid=${isWrong}
          aria-describedby="wrong-${member}"
          inputmode="decimal"
          autocomplete="off"
          placeholder=${this.wording.text.account.notGiven}
          .value=${this.shown(member)}
          @change=${(event: Event) => {
            const entered = typed(event);
            this.typed = { ...this.typed, [member]: entered };
            this.become({ [member]: this.read(entered) });
          }}
        />
        ${
          isWrong
            ? html`<small id="wrong-${member}" class="wrong" role="alert">${this.wording.text.account.unreadable}</small>`
            : nothing
        }
      </div>
    `;
  }

  /** As people write an amount, here also one below zero. */
  private read(entered: string): number | undefined {
    const [, minus, amount = ""] = /^\s*([-−－])?(.*)$/su.exec(entered) ?? [];
    const minor = typedAmount(amount, this.catalog.currency);
    if (minor === "none" && minus === undefined) return undefined;
    if (typeof minor === "string") return Number.NaN;
    return minus === undefined || minor === 0 ? minor : -minor;
  }

  private shown(member: Amount): string {
    const amount = this.account[member];
    if (amount === undefined) return "";
    return Number.isNaN(amount) ? (this.typed[member] ?? "") : toDecimal(amount, this.catalog.currency.minorDigits);
  }

  private changePending(plan: string) {
    const effectiveOn = this.account.pendingChange?.effectiveOn ?? nextFirst(this.date);
    this.become({ pendingChange: plan === "" ? undefined : { plan, effectiveOn } });
  }

  private addOwned(packs: OwnedPack[]) {
    const kind = this.catalog.packs[0];
    if (kind) this.becomeOwner([...packs, { pack: kind.id, purchasedOn: this.date, remainingMinutes: kind.minutes }]);
  }

  private becomeOwner(packs: OwnedPack[]) {
    this.become({ packs: packs.length > 0 ? packs : undefined });
  }

  private become(part: Partial<Account>) {
    this.emit({ account: { ...this.account, ...part } });
  }

  private emit(detail: AccountEvent["detail"]) {
    this.dispatchEvent(new CustomEvent("account-change", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prorata-account": AccountPanel;
  }
}
