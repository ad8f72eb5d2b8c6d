// What a new month brings, on the first request in it.
import assert from "node:assert/strict";
import test from "node:test";
import { startServer } from "./server.mjs";

test("last month's bill is there from the start", async (t) => {
  const server = await startServer(t);
  const { body } = await server.get("/subscriber/bills/2026-10");
  // 1,500 × 31 = 46,500 minutes on the free plan's 10,000; 36,500 × 7 ÷ 1,000 = 255.50
  assert.equal(body.plan, "free");
  assert.equal(body.usedMinutes, 46_500);
  assert.deepEqual(body.sources, [{ kind: "plan", plan: "free", minutes: 10_000, used: 10_000, left: 0 }]);
  assert.deepEqual(body.overage, { minutes: 36_500, amount: 25_550 });
  assert.deepEqual((await server.get("/subscriber/bills")).body, [body]);
});

test("closing a month takes from the packs what they absorbed and brings the pending plan and its renewal", async (t) => {
  const server = await startServer(t);
  const before = (await server.get("/downgrading")).body.account;
  assert.deepEqual(
    before.packs.map(({ remainingMinutes }) => remainingMinutes),
    [500, 250_000],
  );
  server.today = "2026-12-03";
  const { body } = await server.get("/downgrading/bills/2026-11");
  // 14,500 × 30 = 435,000: 400,000 by the plan, 35,000 by packs, the first bought first.
  assert.deepEqual(
    body.sources.map(({ used, left }) => [used, left]),
    [
      [400_000, 0],
      [500, 0],
      [34_500, 215_500],
    ],
  );
  assert.deepEqual(body.overage, { minutes: 0, amount: 0 });
  assert.deepEqual((await server.get("/downgrading")).body.account, {
    plan: "basic",
    packs: [{ pack: "pack-250k", purchasedOn: "2026-10-20", remainingMinutes: 215_500 }],
    lastDowngradeOn: "2026-11-01",
    usedMinutes: 29_000,
    balance: before.balance - 73_800,
  });
  const [renewal] = (await server.get("/downgrading/orders")).body;
  assert.equal(renewal.kind, "renewal");
  assert.deepEqual(renewal.renewal, { on: "2026-12-01", month: "2026-12", plan: "basic", amount: 73_800 });
});

test("months without a request are closed one by one, each by the account as it was then", async (t) => {
  const server = await startServer(t);
  server.today = "2027-03-01";
  const bills = (await server.get("/subscriber/bills")).body;
  assert.deepEqual(
    bills.map(({ month, plan, usedMinutes }) => [month, plan, usedMinutes]),
    [
      ["2027-02", "basic", 42_000],
      ["2027-01", "basic", 46_500],
      ["2026-12", "basic", 46_500],
      ["2026-11", "basic", 45_000],
      ["2026-10", "free", 46_500],
    ],
  );
  // 10 of 30 days free, 20 basic: ⌊(10,000 × 10 + 120,000 × 20) ÷ 30⌋
  assert.equal(bills[3].sources[0].minutes, 83_333);
});

for (const id of ["subscriber", "newcomer", "downgrading", "full-month", "global"]) {
  test(`${id}: the balance is what was recharged less orders and overage, month after month`, async (t) => {
    const server = await startServer(t, "2026-10-31");
    for (const today of ["2026-10-31", "2026-11-01", "2026-11-26", "2026-12-31", "2027-02-28", "2028-03-01"]) {
      server.today = today;
      const list = async (name) => (await server.get(`/${id}/${name}`)).body;
      const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0);
      const recharged = sum((await list("recharges")).map(({ amount }) => amount));
      const ordered = sum((await list("orders")).map(({ amount }) => amount));
      const over = sum((await list("bills")).map(({ overage }) => overage.amount));
      assert.equal((await server.get(`/${id}`)).body.account.balance, recharged - ordered - over);
    }
  });
}
