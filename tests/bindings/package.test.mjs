// What the package gives to whoever imports it.
import assert from "node:assert/strict";
import test from "node:test";
import * as prorata from "prorata";
import { faultyRequests, soundCatalog } from "./faults.mjs";

const { builtInCatalogs, loadCalculator, PricingError } = prorata;

test("the package exports its three names and no more", () => {
  assert.deepEqual(Object.keys(prorata).sort(), ["PricingError", "builtInCatalogs", "loadCalculator"]);
});

test("the built-in catalogs are listed, and easemob-cn is the default", async () => {
  assert.deepEqual(await builtInCatalogs(), ["easemob-cn", "shengwang-cn", "agora-global"]);
  assert.equal((await loadCalculator()).catalog.id, "easemob-cn");
  assert.equal((await loadCalculator({ catalog: undefined })).catalog.id, "easemob-cn");
});

test("a built-in catalog is its document", async () => {
  for (const id of await builtInCatalogs()) {
    const [builtIn, written] = await Promise.all([
      loadCalculator({ catalog: id }),
      loadCalculator({ catalog: soundCatalog(id) }),
    ]);
    assert.deepEqual(builtIn.catalog, written.catalog);
  }
});

test("the catalog is normalised, and frozen in depth", async () => {
  const { catalog } = await loadCalculator();
  assert.deepEqual(
    catalog.plans.map((plan) => [plan.id, plan.contactSales, plan.monthlyPrice, plan.listPrice, plan.bonusMinutes]),
    [
      ["free", false, 0, 7000, 10_000],
      ["basic", false, 73_800, 84_000, 15_000],
      ["premium", false, 238_800, 280_000, 60_000],
      ["flagship", false, 839_900, 1_050_000, 300_000],
      ["enterprise", true, undefined, undefined, undefined],
    ],
  );
  assert.equal(catalog.plans[4].minimumMinutes, 3_000_000);
  assert.deepEqual(catalog.overage, { price: 700, perMinutes: 1000 });
  assert.equal(catalog.conversion.coefficients.native["broadcast-audience"].fhd, "4.57");
  assert.throws(() => {
    catalog.plans[0].name.en = "Gratis";
  }, TypeError);
});

test("a quote is right, and equal requests have equal quotes", async () => {
  const calculator = await loadCalculator();
  const request = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };
  const quote = calculator.quote(request);
  // (8,399.00 − 738.00) × 16 ÷ 31 = 3,954.06; ⌊(120,000 × 15 + 1,500,000 × 16) ÷ 31⌋ = 832,258
  assert.equal(quote.amountDue, 395_406);
  assert.equal(quote.quota.after, 832_258);
  assert.deepEqual(calculator.quote(request), quote);
});

test("a refused plan change is an answer", async () => {
  const { planChange, lines } = (await loadCalculator()).quote({ on: "2024-08-16", plan: "enterprise" });
  assert.deepEqual([planChange.allowed, planChange.reason, lines], [false, "contact_sales", []]);
});

test("an account after a purchase or a settlement has the members that say something, and no other", async () => {
  const calculator = await loadCalculator({ catalog: "shengwang-cn" });
  const bought = calculator.purchase({ on: "2024-08-26", plan: "basic" });
  // 738.00 − 0 on the 1st, since September was charged at 0 on the 25th.
  const account = {
    plan: "basic",
    history: [
      { plan: "free", from: "2024-08-01" },
      { plan: "basic", from: "2024-08-26" },
    ],
    nextMonthDifference: 73_800,
  };
  assert.deepEqual(bought, { quote: calculator.quote({ on: "2024-08-26", plan: "basic" }), account });
  const settled = calculator.settle({ on: "2024-08-26", account, through: "2024-09-01", usage: [0] });
  assert.deepEqual(settled.account, { plan: "basic" });
  const later = { on: "2024-08-16", account: { plan: "free", usedMinutes: 3 }, through: "2024-09-10", usage: [3] };
  assert.deepEqual(calculator.settle(later).account, { plan: "free" });
  assert.deepEqual(calculator.settle({ ...later, usedMinutes: 0 }).account, { plan: "free" });
  assert.deepEqual(
    settled.events.map(({ kind, amount }) => [kind, amount]),
    [
      ["month_closed", undefined],
      ["charged", 73_800],
    ],
  );
  const refused = calculator.purchase({ on: "2024-08-26", account: { plan: "free", balance: 0 }, plan: "basic" });
  assert.equal(refused.account, null);
  assert.equal(
    "packs" in calculator.purchase({ on: "2024-08-26", account: { plan: "free", packs: [] } }).account,
    false,
  );
  const full = {
    ...account,
    pendingChange: { plan: "free", effectiveOn: "2024-10-01" },
    lastDowngradeOn: "2024-08-26",
    packs: [
      { pack: "pack-25k", purchasedOn: "2024-08-01", remainingMinutes: 0 },
      { purchasedOn: "2020-01-01", remainingMinutes: 1 },
    ],
    usedMinutes: 5,
    balance: -1,
  };
  assert.deepEqual(calculator.purchase({ on: "2024-08-26", account: full }).account, full);
  assert.deepEqual(calculator.settle({ on: "2024-08-26", account: full, through: "2024-08-31" }).account, full);
});

test("a PricingError is an Error with code, path and a sentence", async () => {
  const { request, code, path } = faultyRequests[0];
  const calculator = await loadCalculator();
  assert.throws(
    () => calculator.quote(request),
    (error) => {
      assert.ok(error instanceof PricingError && error instanceof Error);
      assert.equal(error.name, "PricingError");
      assert.deepEqual([error.code, error.path], [code, path]);
      assert.match(String(error), /^PricingError: .+\.$/);
      return true;
    },
  );
});

test("a freed calculator refuses every call but another free", async () => {
  const [calculator, other] = await Promise.all([loadCalculator(), loadCalculator()]);
  calculator.free();
  calculator.free();
  const calls = [
    () => calculator.today(),
    () => calculator.today(null),
    () => calculator.quote({ on: "2024-08-16" }),
    () => calculator.quote(undefined),
    () => calculator.verify({ on: "2024-08-16" }, {}),
    () => calculator.purchase({ on: "2024-08-16" }),
    () => calculator.settle({ on: "2024-08-16", account: { plan: "free" }, through: "2024-08-16" }),
    () => calculator.equivalents({ minutes: 1 }),
  ];
  for (const call of calls)
    assert.throws(
      call,
      (error) => error instanceof PricingError && error.code === "calculator_freed" && error.path === "",
    );
  assert.equal(calculator.catalog.id, "easemob-cn");
  assert.equal(other.quote({ on: "2024-08-16" }).amountDue, 0);
});
