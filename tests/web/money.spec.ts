// How the page writes and reads amounts: exactly, whatever their size.
import { expect, test } from "@playwright/test";
import { moneyFormat, toDecimal, toMinor } from "../../web/src/language/money.ts";
import { typedAmount } from "../../web/src/language/typed-amount.ts";

const amounts = [
  { minor: 395406, minorDigits: 2, decimal: "3954.06" },
  { minor: 0, minorDigits: 2, decimal: "0.00" },
  { minor: 7, minorDigits: 2, decimal: "0.07" },
  { minor: -5, minorDigits: 2, decimal: "-0.05" },
  { minor: 1200, minorDigits: 0, decimal: "1200" },
  { minor: 10001, minorDigits: 4, decimal: "1.0001" },
  { minor: Number.MAX_SAFE_INTEGER, minorDigits: 2, decimal: "90071992547409.91" },
];

for (const { minor, minorDigits, decimal } of amounts) {
  test(`${minor} with ${minorDigits} digits is ${decimal}, and back`, () => {
    expect(toDecimal(minor, minorDigits)).toBe(decimal);
    expect(toMinor(decimal, minorDigits)).toBe(minor);
  });
}

test("digits that are not typed are zeros", () => {
  expect(toMinor("5", 2)).toBe(500);
  expect(toMinor(" 5. ", 2)).toBe(500);
  expect(toMinor("1000.5", 2)).toBe(100050);
});

test("what is no amount is not made into one", () => {
  for (const typed of ["", "-", "abc", "1,000", "1e3", "1.234", ".5", "1.2.3", "½"]) {
    expect(toMinor(typed, 2), typed).toBeNaN();
  }
});

test("the largest amount keeps its last digit when formatted", () => {
  const { money, amount } = moneyFormat("en", { code: "CNY", minorDigits: 2 });
  expect(money(Number.MAX_SAFE_INTEGER)).toBe("¥90,071,992,547,409.91");
  expect(amount(-38091)).toBe("−380.91");
});

test("an amount may be typed as people type it", () => {
  const cny = { code: "CNY", minorDigits: 2 };
  for (const [typed, minor] of Object.entries({
    "1,000": 100_000,
    "１０００": 100_000,
    "１，０００．５": 100_050,
    "¥100": 10_000,
    "￥ 100": 10_000,
    "CNY 20": 2_000,
    "rmb20.5": 2_050,
    "20元": 2_000,
    "1000.5": 100_050,
    " 1 000 ": 100_000,
    "2 万": 2_000_000,
    "1,234,567.89": 123_456_789,
    "5.": 500,
    "2万": 2_000_000,
    "1.23456万": 1_234_560,
    "0": 0,
  })) {
    expect(typedAmount(typed, cny), typed).toBe(minor);
  }
  expect(typedAmount("$1,000.05", { code: "USD", minorDigits: 2 })).toBe(100_005);
  expect(typedAmount("¥1,000", { code: "JPY", minorDigits: 0 })).toBe(1_000);
});

test("what is no amount is named for what it is, and never read by half", () => {
  const cny = { code: "CNY", minorDigits: 2 };
  for (const typed of ["", " "]) expect(typedAmount(typed, cny), typed).toBe("none");
  for (const typed of [
    "abc",
    "1,00",
    "1,0000",
    ",100",
    "1.2.3",
    "1e3",
    "-5",
    "½",
    "$100",
    "100¥20",
    "万",
    "1.000,50",
  ]) {
    expect(typedAmount(typed, cny), typed).toBe("unreadable");
  }
  for (const typed of ["1.234", "1.000", "1.2345678万"]) expect(typedAmount(typed, cny), typed).toBe("decimals");
  expect(typedAmount("1.5", { code: "JPY", minorDigits: 0 })).toBe("decimals");
  expect(typedAmount("9".repeat(20), cny)).toBe(Number.POSITIVE_INFINITY);
});
