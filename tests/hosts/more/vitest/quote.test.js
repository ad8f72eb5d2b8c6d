import { loadCalculator } from "prorata";
import { expect, test } from "vitest";

test("a quote", async () => {
  const calculator = await loadCalculator();
  const { amountDue } = calculator.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" });
  expect(amountDue).toBe(395_406);
});
