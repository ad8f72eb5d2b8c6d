// How the page reads what people type and paste: whole, or not at all, and the same for minutes as for money.
import { expect, test } from "@playwright/test";
import { typedAmount } from "../../web/src/language/typed-amount.ts";
import { typedNumber } from "../../web/src/language/typed-number.ts";

/** What is typed, by what it is as whole number and as an amount of yuan in fen. */
const readings: Record<string, [whole: number | string, fen: number | string]> = {
  "7": [7, 700],
  " 7 ": [7, 700],
  "0": [0, 0],
  "007": [7, 700],
  "1,000": [1000, 100_000],
  "1 000": [1000, 100_000],
  "1\u202f000": [1000, 100_000],
  "1，000": [1000, 100_000],
  "１０００": [1000, 100_000],
  "\u200e1,000\u200e": [1000, 100_000],
  "12,345,678": [12_345_678, 1_234_567_800],
  "20万": [200_000, 20_000_000],
  "20 万": [200_000, 20_000_000],
  "2.5万": [25_000, 2_500_000],
  "2.50万": [25_000, 2_500_000],
  "1千": [1000, 100_000],
  "3百万": [3_000_000, 300_000_000],
  "2千万": [20_000_000, 2_000_000_000],
  "1亿": [100_000_000, 10_000_000_000],
  "20w": [200_000, 20_000_000],
  "20k": [20_000, 2_000_000],
  "1.5M": [1_500_000, 150_000_000],
  "+5": [5, "unreadable"],
  // A field says from where to where its numbers go.
  "-5": [-5, "unreadable"],
  "−5": [-5, "unreadable"],
  "": ["none", "none"],
  " ": ["none", "none"],
  "1.5": ["fraction", 150],
  "1.00": ["fraction", 100],
  // A thousand to those who write it with a point.
  "1.000": ["fraction", "decimals"],
  "1.23456万": ["fraction", 1_234_560],
  "1,00": ["unreadable", "unreadable"],
  "1,000,00": ["unreadable", "unreadable"],
  "1,000 000": ["unreadable", "unreadable"],
  "1'000": ["unreadable", "unreadable"],
  "1.000,50": ["unreadable", "unreadable"],
  "1,5": ["unreadable", "unreadable"],
  "12 34": ["unreadable", "unreadable"],
  ".5": ["unreadable", "unreadable"],
  "1e3": ["unreadable", "unreadable"],
  "0x10": ["unreadable", "unreadable"],
  "٣": ["unreadable", "unreadable"],
  "10²": ["unreadable", "unreadable"],
  "①": ["unreadable", "unreadable"],
  "½": ["unreadable", "unreadable"],
  "1万2千": ["unreadable", "unreadable"],
  万: ["unreadable", "unreadable"],
  "5分": ["unreadable", "unreadable"],
  Infinity: ["unreadable", "unreadable"],
  "99999999999999999": ["tooLarge", Number.POSITIVE_INFINITY],
};

for (const [typed, [whole, fen]] of Object.entries(readings)) {
  test(`${JSON.stringify(typed)} is ${whole} as a whole number and ${fen} as fen`, () => {
    expect(typedNumber(typed)).toBe(whole);
    expect(typedAmount(typed, { code: "CNY", minorDigits: 2 })).toBe(fen);
  });
}
