// The bill of a month: what was paid for it, what was bought in it, what absorbed its usage.
import assert from "node:assert/strict";
import test from "node:test";
import { startServer } from "./server.mjs";

test("last month's bill is there from the start, this month's so far as well", async (t) => {
  const server = await startServer(t);
  const { body } = await server.get("/subscriber/bills/2026-10");
  // 1,500 × 31 = 46,500 minutes on the free plan's 10,000, which stops there.
  assert.deepEqual(body, {
    month: "2026-10",
    closed: true,
    currency: "CNY",
    plan: "free",
    fees: [],
    bought: [],
    quotaMinutes: 10_000,
    usedMinutes: 46_500,
    fromPlan: 10_000,
    packs: [],
    overage: { minutes: 0, amount: 0 },
    unservedMinutes: 36_500,
    total: 0,
  });
  const all = (await server.get("/subscriber/bills")).body;
  assert.deepEqual(all[1], body);
  const [now] = all;
  // 738.00 × 20 ÷ 30 = 492.00; ⌊(10,000 × 0 + 120,000 × 20) ÷ 30⌋ = 80,000; 1,500 × 21 = 31,500
  assert.deepEqual(now, {
    ...body,
    month: "2026-11",
    closed: false,
    plan: "basic",
    fees: [{ order: 1, on: "2026-11-11", reason: "purchase", plan: "basic", amount: 49_200 }],
    quotaMinutes: 80_000,
    usedMinutes: 31_500,
    fromPlan: 31_500,
    unservedMinutes: 0,
    total: 49_200,
  });
  assert.deepEqual((await server.get("/subscriber/bills/2026-11")).body, now);
});

test("everything of a month is in its bill, each charge with its order", async (t) => {
  const server = await startServer(t);
  await server.recharge("subscriber", 1_000_000);
  const pack = await server.checkOut("subscriber", { packs: [{ pack: "pack-25k", quantity: 2 }] });
  const upgrade = await server.checkOut("subscriber", { plan: "premium" });
  const [now] = (await server.get("/subscriber/bills")).body;
  assert.deepEqual(now.bought, [
    { order: pack.body.id, on: "2026-11-22", pack: "pack-25k", quantity: 2, amount: 33_600 },
  ]);
  // 2,388.00 × 9 ÷ 30 = 716.40, less what is left of 738.00: 495.00 in all.
  assert.deepEqual(
    now.fees.map(({ order, plan, amount }) => [order, plan, amount]),
    [
      [1, "basic", 49_200],
      [upgrade.body.id, "premium", 71_640],
      [upgrade.body.id, "basic", -22_140],
    ],
  );
  assert.equal(now.total, 49_200 + 49_500 + 33_600);
  server.today = "2026-12-01";
  const [december, november] = (await server.get("/subscriber/bills")).body;
  assert.equal(november.total, now.total);
  assert.equal(november.closed, true);
  assert.deepEqual(
    december.fees.map(({ on, reason, plan, amount }) => [on, reason, plan, amount]),
    [["2026-12-01", "renewal", "premium", 238_800]],
  );
});

test("a renewal charged ahead is in the bill of the month it pays for", async (t) => {
  const server = await startServer(t, "2026-11-26");
  await server.checkOut("full-month", { plan: "premium" });
  const fees = async () =>
    (await server.get("/full-month/bills")).body[0].fees.map(({ on, reason, amount }) => [on, reason, amount]);
  assert.deepEqual(await fees(), [
    ["2026-10-25", "renewal", 73_800],
    ["2026-11-26", "purchase", 238_800],
    ["2026-11-26", "purchase", -73_800],
  ]);
  server.today = "2026-12-01";
  assert.deepEqual(await fees(), [
    ["2026-11-25", "renewal", 73_800],
    ["2026-12-01", "difference", 165_000],
  ]);
});

test("packs and overage so far are what they would be if the month ended today", async (t) => {
  const server = await startServer(t, "2026-11-30");
  await server.checkOut("full-month", { packs: [{ pack: "pack-25k", quantity: 1 }] });
  server.today = "2026-12-31";
  // 4,100 × 31 = 127,100 and × 30 = 123,000 on 120,000; what was used before the last day is 4,100 less.
  const [december, november] = (await server.get("/full-month/bills")).body;
  assert.deepEqual(november.packs, [{ pack: "pack-25k", purchasedOn: "2026-11-30", minutes: 3_000 }]);
  assert.deepEqual(december.packs, [{ pack: "pack-25k", purchasedOn: "2026-11-30", minutes: 3_000 }]);
  assert.equal(december.usedMinutes, 123_000);
  server.today = "2027-01-01";
  const [, closed] = (await server.get("/full-month/bills")).body;
  assert.deepEqual(closed.packs, [{ pack: "pack-25k", purchasedOn: "2026-11-30", minutes: 7_100 }]);
});

test("a month there is not has no bill", async (t) => {
  const server = await startServer(t);
  for (const month of ["2026-09", "2026-12", "never"]) {
    const { status, body } = await server.get(`/subscriber/bills/${month}`);
    assert.equal(status, 404);
    assert.equal(body.code, "unknown_bill");
  }
});
