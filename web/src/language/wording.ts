import type { Catalog } from "prorata";
import { type DateFormat, dateFormat } from "./dates.ts";
import type { Messages } from "./en.ts";
import { type Locale, messagesIn } from "./locale.ts";
import { type MoneyFormat, moneyFormat } from "./money.ts";

/** How one price list is put into words in one language: messages, formats, and the names of plans and packs. */
export interface Wording extends MoneyFormat, DateFormat {
  readonly text: Messages;
  minutes(count: number): string;
  /** An exact decimal of any length, "445.2", grouped as the language does. */
  decimal(exact: string): string;
  plan(id: string): string;
  pack(id: string): string;
}

const wordings = new WeakMap<Catalog, Partial<Record<Locale, Wording>>>();

/** The same each time: every element asks, and formats are slow to make. */
export function wordingOf(catalog: Catalog, locale: Locale): Wording {
  const made = wordings.get(catalog) ?? {};
  wordings.set(catalog, made);
  made[locale] ??= putIntoWords(catalog, locale);
  return made[locale];
}

function putIntoWords(catalog: Catalog, locale: Locale): Wording {
  const count = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const names = (items: readonly { id: string; name: Record<string, string> }[]) =>
    new Map(items.map(({ id, name }) => [id, name[locale] ?? id]));
  const plans = names(catalog.plans);
  const packs = names(catalog.packs);
  return {
    ...moneyFormat(locale, catalog.currency),
    ...dateFormat(locale),
    text: messagesIn(locale),
    minutes: (minutes) => count.format(minutes),
    decimal: (exact) => decimal.format(exact as Intl.StringNumericLiteral),
    plan: (id) => plans.get(id) ?? id,
    pack: (id) => packs.get(id) ?? id,
  };
}
