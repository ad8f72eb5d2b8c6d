// How the page writes and reads amounts: exactly, whatever their size.
import { expect, test } from "@playwright/test";
import { moneyFormat, toDecimal, toMinor } from "../../web/src/language/money.ts";

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
  expect(amount(-38091)).toBe("-380.91");
});
