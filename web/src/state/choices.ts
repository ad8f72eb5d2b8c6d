import type { Account, Calculator, Catalog } from "prorata";
import type { Cart, Forecast, Outlook, UsageAhead } from "../elements.ts";
import { toMinor } from "../language/money.ts";
import type { AccountState } from "../server-client.ts";
import { emptyCart } from "./cart.ts";
import { startingUsageAhead } from "./usage-ahead.ts";

/** All that decides what the page shows, apart from the language. */
export interface Choices {
  /** The server's account that is bought for; without one, date and account are the visitor's own figures. */
  customer?: AccountState | undefined;
  catalog: string;
  on: string;
  account: Account;
  cart: Cart;
  /** Absent: as estimated from the account. */
  forecast?: Forecast | undefined;
  /** Length of the comparison's long view. */
  months: number;
  /** The coming months that purchases are planned for. */
  usageAhead: UsageAhead;
  /** What is looked at beyond this month. */
  outlook?: Outlook | undefined;
}

/** A year, or as long as a pack bought at its start can serve. */
export const startingMonths = ({ packValidityMonths }: Catalog): number => Math.min(12, packValidityMonths + 1);

/** The account shown to a visitor who brings none. */
export function sampleAccount(catalog: Catalog): Account {
  const plan = catalog.plans[1]?.id ?? catalog.defaultPlan;
  return { plan, usedMinutes: 46_200, balance: toMinor("5000", catalog.currency.minorDigits) };
}

export function sampleChoices(calculator: Calculator): Choices {
  const { catalog } = calculator;
  const account = sampleAccount(catalog);
  return {
    catalog: catalog.id,
    on: calculator.today(),
    account,
    cart: emptyCart,
    months: startingMonths(catalog),
    usageAhead: startingUsageAhead,
  };
}
