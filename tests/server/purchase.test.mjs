// What can be bought on 22 November 2026, day 22 of 30: what is charged and what the account holds afterwards.
import assert from "node:assert/strict";
import test from "node:test";
import { startServer } from "./server.mjs";

const account = async (server, id) => (await server.get(`/${id}`)).body.account;

test("subscribing charges the remaining days and starts the plan today", async (t) => {
  const server = await startServer(t);
  await server.recharge("newcomer", 100_000);
  const { status, body } = await server.checkOut("newcomer", { plan: "basic" });
  assert.equal(status, 201);
  // 738.00 × 9 ÷ 30 = 221.40
  assert.equal(body.kind, "purchase");
  assert.equal(body.amount, 22_140);
  const { plan, history, balance } = await account(server, "newcomer");
  assert.equal(plan, "basic");
  assert.deepEqual(history, [
    { plan: "free", from: "2026-11-01" },
    { plan: "basic", from: "2026-11-22" },
  ]);
  assert.equal(balance, 77_860);
  assert.deepEqual((await server.get("/newcomer/orders")).body, [body]);
});

test("upgrading makes up the difference and keeps the month's history", async (t) => {
  const server = await startServer(t);
  const before = await account(server, "subscriber");
  const { status, body } = await server.checkOut("subscriber", { plan: "premium" });
  assert.equal(status, 201);
  // (2,388.00 − 738.00) × 9 ÷ 30 = 495.00
  assert.equal(body.amount, 49_500);
  const { plan, history, balance } = await account(server, "subscriber");
  assert.equal(plan, "premium");
  assert.deepEqual(
    history.map(({ plan, from }) => `${plan} ${from}`),
    ["free 2026-11-01", "basic 2026-11-11", "premium 2026-11-22"],
  );
  assert.equal(balance, before.balance - 49_500);
});

test("packs are owned at once, at their full size", async (t) => {
  const server = await startServer(t);
  const { body } = await server.checkOut("subscriber", { packs: [{ pack: "pack-25k", quantity: 3 }] });
  assert.equal(body.amount, 50_400);
  assert.deepEqual((await account(server, "subscriber")).packs, [
    { pack: "pack-25k", purchasedOn: "2026-11-22", remainingMinutes: 75_000 },
  ]);
});

test("a downgrade costs nothing now and is scheduled; any further change is refused until it took effect", async (t) => {
  const server = await startServer(t);
  const before = await account(server, "subscriber");
  const { status, body } = await server.checkOut("subscriber", { plan: "free" });
  assert.equal(status, 201);
  assert.equal(body.amount, 0);
  const held = await account(server, "subscriber");
  assert.deepEqual(held, {
    ...before,
    pendingChange: { plan: "free", effectiveOn: "2026-12-01" },
    lastDowngradeOn: "2026-11-22",
  });
  for (const plan of ["free", "premium"]) {
    const second = await server.checkOut("subscriber", { plan });
    assert.equal(second.status, 409);
    assert.equal(second.body.code, "plan_change_refused");
    assert.equal(second.body.reason, "pending_change");
    assert.equal(second.body.allowedFrom, "2026-12-01");
  }
  assert.deepEqual(await account(server, "subscriber"), held);
});

test("packs in the cart of a refused change are not sold without it", async (t) => {
  const server = await startServer(t);
  const before = await account(server, "downgrading");
  const cart = { plan: "flagship", packs: [{ pack: "pack-25k", quantity: 1 }] };
  assert.equal((await server.checkOut("downgrading", cart)).body.code, "plan_change_refused");
  assert.deepEqual(await account(server, "downgrading"), before);
});

test("a shortfall is refused with its amount; recharged, the same cart is sold", async (t) => {
  const server = await startServer(t);
  const cart = { plan: "basic" };
  const refused = await server.checkOut("newcomer", cart);
  assert.equal(refused.status, 402);
  assert.equal(refused.body.code, "shortfall");
  assert.equal(refused.body.shortfall, 22_140);
  assert.equal((await account(server, "newcomer")).plan, "free");
  const { status, body } = await server.recharge("newcomer", refused.body.shortfall);
  assert.equal(status, 201);
  assert.equal((await server.checkOut("newcomer", cart)).status, 201);
  assert.equal((await account(server, "newcomer")).balance, 0);
  assert.deepEqual((await server.get("/newcomer/recharges")).body, [body]);
});

test("an upgrade after next month is paid for is charged its difference on the 1st, and the regular price after", async (t) => {
  const server = await startServer(t, "2026-11-26");
  const { status } = await server.checkOut("full-month", { plan: "premium" });
  assert.equal(status, 201);
  assert.equal((await account(server, "full-month")).nextMonthDifference, 165_000);
  server.today = "2026-12-26";
  const charges = (await server.get("/full-month/orders")).body.slice(0, 2);
  assert.deepEqual(
    charges.map(({ on, amount, charge }) => ({ on, amount, ...charge })),
    [
      { on: "2026-12-25", amount: 238_800, reason: "renewal", month: "2027-01", plan: "premium" },
      { on: "2026-12-01", amount: 165_000, reason: "difference", month: "2026-12", plan: "premium" },
    ],
  );
  assert.equal((await account(server, "full-month")).nextMonthDifference, undefined);
});

test("a scheduled downgrade can be taken back where the price list lets the buyer do so", async (t) => {
  const server = await startServer(t);
  const before = await account(server, "full-month");
  assert.equal((await server.checkOut("full-month", { plan: "free" })).status, 201);
  assert.equal((await account(server, "full-month")).pendingChange.plan, "free");
  const { status, body } = await server.checkOut("full-month", { plan: "basic" });
  assert.equal(status, 201);
  assert.equal(body.quote.planChange.kind, "withdraw");
  assert.deepEqual(await account(server, "full-month"), { ...before, lastDowngradeOn: "2026-11-22" });
});
