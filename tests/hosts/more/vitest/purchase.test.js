// @vitest-environment jsdom
import { loadCalculator } from "prorata";
import { expect, test, vi } from "vitest";
import "prorata/web";

test("the purchase, with its schedule", async () => {
  const purchase = document.createElement("prorata-purchase");
  Object.assign(purchase, {
    locale: "en",
    date: "2024-08-16",
    account: { plan: "basic" },
    plan: "flagship",
    outlook: "schedule",
    calculator: await loadCalculator(),
  });
  document.body.append(purchase);
  const text = (name) => purchase.shadowRoot.querySelector(name)?.shadowRoot.textContent;
  await vi.waitFor(() => {
    expect(text("prorata-bill")).toContain("¥3,954.06");
    expect(text("prorata-schedule")).toContain("Total, 12 months");
  }, 10_000);
}, 15_000);
