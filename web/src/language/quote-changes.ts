import type { Quote } from "prorata";
import type { Wording } from "./wording.ts";

export interface QuoteChanges {
  /** What the buyer must know: the date, what is due, that it is possible no longer. */
  main: string[];
  others: string[];
}

/** What differs between two quotes for the same cart, in words. */
export function quoteChanges(before: Quote, after: Quote, wording: Wording): QuoteChanges {
  const { text, date, money, minutes } = wording;
  const words = text.quoteChanges;
  const main: string[] = [];
  const others: string[] = [];
  const tell = (list: string[], name: string, was: string, is: string) => {
    if (was !== is) list.push(words.differs(name, was, is));
  };
  if (before.on !== after.on) main.push(words.date(date(after.on)));
  if (before.amountDue !== after.amountDue) main.push(words.due(money(after.amountDue), money(before.amountDue)));
  const { planChange } = after;
  if (planChange && !planChange.allowed && planChange.reason) {
    main.push(text.plans.refused[planChange.reason](planChange.allowedFrom && date(planChange.allowedFrom)));
  }
  if (after.balance && after.balance.shortfall > (before.balance?.shortfall ?? 0)) {
    main.push(words.short(money(after.balance.shortfall)));
  }
  if (before.balance && after.balance) {
    tell(others, text.bill.balanceBefore, money(before.balance.before), money(after.balance.before));
    tell(others, text.bill.balanceAfter, money(before.balance.after), money(after.balance.after));
  }
  tell(others, text.plans.quota, minutes(before.quota.after), minutes(after.quota.after));
  tell(
    others,
    text.plans.quotaNextMonth,
    minutes(before.nextMonth.quotaMinutes),
    minutes(after.nextMonth.quotaMinutes),
  );
  tell(others, text.bill.renewal, money(before.renewal.amount), money(after.renewal.amount));
  tell(others, words.renewalDate, date(before.renewal.on), date(after.renewal.on));
  tell(others, words.priceList, before.catalog.version, after.catalog.version);
  if (main.length > 0) return { main, others };
  return others.length > 0 ? { main: others, others: [] } : { main: [words.unnamed], others: [] };
}
