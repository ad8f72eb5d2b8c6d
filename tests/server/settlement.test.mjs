// What a new month brings, on the first request in it.
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import Database from "libsql";
import { startServer } from "./server.mjs";

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
  assert.equal(body.fromPlan, 400_000);
  assert.deepEqual(body.packs, [
    { pack: "pack-25k", purchasedOn: "2026-10-05", minutes: 500 },
    { pack: "pack-250k", purchasedOn: "2026-10-20", minutes: 34_500 },
  ]);
  assert.deepEqual(body.overage, { minutes: 0, amount: 0 });
  assert.deepEqual((await server.get("/downgrading")).body.account, {
    plan: "basic",
    packs: [
      { pack: "pack-25k", purchasedOn: "2026-10-05", remainingMinutes: 0 },
      { pack: "pack-250k", purchasedOn: "2026-10-20", remainingMinutes: 215_500 },
    ],
    lastDowngradeOn: "2026-11-01",
    usedMinutes: 29_000,
    balance: before.balance - 73_800,
  });
  const [{ kind, amount, charge }] = (await server.get("/downgrading/orders")).body;
  assert.equal(kind, "charge");
  assert.equal(amount, 73_800);
  assert.deepEqual(charge, { reason: "renewal", month: "2026-12", plan: "basic" });
});

test("who only asks is told of the days that passed, and nothing is written by it", async (t) => {
  const server = await startServer(t);
  const file = new Database(join(server.data, "prorata.sqlite"));
  const written = () => file.prepare("SELECT count(*) AS entries FROM journal").get().entries;
  const before = written();
  server.today = "2027-03-01";
  const told = await Promise.all(["", "/orders", "/bills"].map((path) => server.get(`/downgrading${path}`)));
  assert.equal(written(), before);
  assert.equal((await server.recharge("downgrading", 1)).status, 201);
  assert.ok(written() > before);
  file.close();
  const again = await Promise.all(["/orders", "/bills"].map((path) => server.get(`/downgrading${path}`)));
  assert.deepEqual(again, told.slice(1));
});

test("months without a request are closed one by one, each by the account as it was then", async (t) => {
  const server = await startServer(t);
  server.today = "2027-03-01";
  const bills = (await server.get("/subscriber/bills")).body;
  assert.deepEqual(
    bills.map(({ month, plan, usedMinutes }) => [month, plan, usedMinutes]),
    [
      ["2027-03", "basic", 0],
      ["2027-02", "basic", 42_000],
      ["2027-01", "basic", 46_500],
      ["2026-12", "basic", 46_500],
      ["2026-11", "basic", 45_000],
      ["2026-10", "free", 46_500],
    ],
  );
  // 10 of 30 days free, without quota in a month that is paid for, and 20 basic: ⌊120,000 × 20 ÷ 30⌋
  assert.equal(bills[4].quotaMinutes, 80_000);
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
      const over = sum((await list("bills")).slice(1).map(({ overage }) => overage.amount));
      assert.equal((await server.get(`/${id}`)).body.account.balance, recharged - ordered - over);
      // What is paid ahead is in the bill of its month, once that has begun.
      const ahead = (await list("orders")).filter(({ charge }) => charge?.month > today.slice(0, 7));
      const billed = sum((await list("bills")).map(({ total }) => total));
      const soFar = (await list("bills"))[0].overage.amount;
      assert.equal(billed + sum(ahead.map(({ amount }) => amount)), ordered + over + soFar);
    }
  });
}
