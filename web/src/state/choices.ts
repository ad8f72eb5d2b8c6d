import type { Account, Calculator, Catalog } from "prorata";
import { toMinor } from "../language/money.ts";
import { type Cart, emptyCart } from "./cart.ts";

/** All that decides what the page shows, apart from the language. */
export interface Choices {
  catalog: string;
  on: string;
  account: Account;
  cart: Cart;
}

/** The account shown to a visitor who brings none. */
export function sampleAccount(catalog: Catalog): Account {
  const plan = catalog.plans[1]?.id ?? catalog.defaultPlan;
  return { plan, usedMinutes: 46_200, balance: toMinor("5000", catalog.currency.minorDigits) };
}

export function sampleChoices(calculator: Calculator): Choices {
  return {
    catalog: calculator.catalog.id,
    on: calculator.today(),
    account: sampleAccount(calculator.catalog),
    cart: emptyCart,
  };
}
