import type { Catalog } from "prorata";

type Currency = Catalog["currency"];

/** Minor units as a decimal string, moved by digits and not by division: (395406, 2) is "3954.06". */
export function toDecimal(minor: number, minorDigits: number): string {
  const digits = String(Math.abs(minor)).padStart(minorDigits + 1, "0");
  const point = digits.length - minorDigits;
  const fraction = minorDigits > 0 ? `.${digits.slice(point)}` : "";
  return `${minor < 0 ? "-" : ""}${digits.slice(0, point)}${fraction}`;
}

/** What a person typed as minor units; NaN, which the core refuses, where it is no such amount. */
export function toMinor(typed: string, minorDigits: number): number {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(typed.trim()) ?? [];
  if (whole === undefined || fraction.length > minorDigits) return Number.NaN;
  return Number(`${sign}${whole}${fraction.padEnd(minorDigits, "0")}`);
}

export interface MoneyFormat {
  /** With the currency's symbol: "¥3,954.06". */
  money(minor: number): string;
  /** For formulas, where the symbol would be noise: "3,954.06". */
  amount(minor: number): string;
}

export function moneyFormat(locale: string, { code, minorDigits }: Currency): MoneyFormat {
  const digits = { minimumFractionDigits: minorDigits, maximumFractionDigits: minorDigits };
  const withSymbol = currencyFormat(locale, code, digits);
  const plain = new Intl.NumberFormat(locale, digits);
  // Intl formats a decimal string exactly; a number would have to pass through binary fractions first.
  const exact = (minor: number) => toDecimal(minor, minorDigits) as Intl.StringNumericLiteral;
  return {
    money: (minor) => minusSign(withSymbol.format(exact(minor))),
    amount: (minor) => minusSign(plain.format(exact(minor))),
  };
}

/** Yen and yuan have the same sign: here it is the yuan's. */
function currencyFormat(locale: string, code: string, digits: Intl.NumberFormatOptions): Intl.NumberFormat {
  const display = (currencyDisplay: "narrowSymbol" | "code") =>
    new Intl.NumberFormat(locale, { style: "currency", currency: code, currencyDisplay, ...digits });
  const narrow = display("narrowSymbol");
  const isYuans = narrow.formatToParts(0).some(({ value }) => value === "¥" || value === "￥");
  return isYuans && code !== "CNY" ? display("code") : narrow;
}

/** The one that sums are written with. */
export const minusSign = (text: string): string => text.replace("-", "−");
