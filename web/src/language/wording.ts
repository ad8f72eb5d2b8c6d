import type { Catalog } from "prorata";
import { type DateFormat, dateFormat } from "./dates.ts";
import type { Messages } from "./en.ts";
import { type Locale, messagesIn } from "./locale.ts";
import { withOthers } from "./messages.ts";
import { type MoneyFormat, minusSign, moneyFormat } from "./money.ts";

/** How one price list is put into words in one language: messages, formats, and the names of plans and packs. */
export interface Wording extends MoneyFormat, DateFormat {
  readonly text: Messages;
  /** The tag of the language. */
  readonly locale: string;
  minutes(count: number): string;
  /** An exact decimal of any length, "445.2", grouped as the language does. */
  decimal(exact: string): string;
  plan(id: string): string;
  pack(id: string): string;
}

/** Made once for a price list, a language, and messages that are other ones: every element asks. */
const wordings = new WeakMap<Catalog, WeakMap<object, Map<string, Wording>>>();
const itsOwn = {};

/** The same each time: formats are slow to make. */
export function wordingOf(catalog: Catalog, spoken: Locale, others: object = itsOwn, tag: string = spoken): Wording {
  const ofCatalog = wordings.get(catalog) ?? new WeakMap<object, Map<string, Wording>>();
  wordings.set(catalog, ofCatalog);
  const made = ofCatalog.get(others) ?? new Map<string, Wording>();
  ofCatalog.set(others, made);
  const known = made.get(tag);
  if (known) return known;
  const wording = putIntoWords(catalog, tag, withOthers(messagesIn(spoken), others), spoken);
  made.set(tag, wording);
  return wording;
}

function putIntoWords(catalog: Catalog, locale: string, text: Messages, spoken: Locale): Wording {
  const count = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const names = (items: readonly { id: string; name: Record<string, string> }[]) =>
    new Map(items.map(({ id, name }) => [id, name[locale] ?? name[spoken] ?? id]));
  const plans = names(catalog.plans);
  const packs = names(catalog.packs);
  return {
    ...moneyFormat(locale, catalog.currency),
    ...dateFormat(locale),
    text,
    locale,
    minutes: (minutes) => minusSign(count.format(minutes)),
    decimal: (exact) => decimal.format(exact as Intl.StringNumericLiteral),
    plan: (id) => plans.get(id) ?? id,
    pack: (id) => packs.get(id) ?? id,
  };
}
