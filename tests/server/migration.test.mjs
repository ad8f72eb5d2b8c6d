// A file of the first version, as its own program left it on 27 November 2026, goes on under today's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import Database from "libsql";
import { newFolder } from "./program.mjs";
import { startServer } from "./server.mjs";

const dump = readFileSync(new URL("fixtures/version-1.sql", import.meta.url), "utf8");
const key = "test-key-1";

function restored(t) {
  const data = newFolder(t);
  const db = new Database(join(data, "prorata.sqlite"));
  db.exec(dump);
  db.close();
  return data;
}

test("accounts hold what they held, and what was announced for next month", async (t) => {
  const server = await startServer(t, "2026-11-27", { data: restored(t) });
  const held = async (id) => (await server.get(`/${id}`)).body.account;
  assert.deepEqual(await held("subscriber"), {
    plan: "basic",
    packs: [{ pack: "pack-25k", purchasedOn: "2026-11-12", remainingMinutes: 75_000 }],
    lastDowngradeOn: "2026-11-12",
    pendingChange: { plan: "free", effectiveOn: "2026-12-01" },
    usedMinutes: 39_000,
    balance: 301_306,
  });
  assert.deepEqual(await held("newcomer"), { plan: "free", usedMinutes: 6_760, balance: 0 });
  const fullMonth = await held("full-month");
  // basic to premium and premium to flagship, after December had been charged for basic
  assert.equal(fullMonth.nextMonthDifference, 165_000 + 601_100);
  assert.equal(fullMonth.balance, 1_914_830);
});

test("orders, recharges and bills are told as they were, under their numbers", async (t) => {
  const server = await startServer(t, "2026-11-27", { data: restored(t) });
  const list = async (id, name) => (await server.get(`/${id}/${name}`)).body;
  assert.deepEqual(
    (await list("full-month", "orders")).map(({ id, on, amount, kind, status }) => [id, on, amount, kind, status]),
    [
      [18, "2026-11-26", 617_900, "purchase", "active"],
      [17, "2026-11-26", 165_000, "purchase", "ended"],
      [16, "2026-11-25", 73_800, "charge", "ended"],
      [9, "2026-10-25", 73_800, "charge", "ended"],
      [8, "2026-09-25", 73_800, "charge", "ended"],
      [7, "2026-09-10", 73_800, "purchase", "ended"],
    ],
  );
  assert.deepEqual(await list("full-month", "recharges"), [
    { id: 5, on: "2026-11-12", amount: 2_000_000 },
    { id: 3, on: "2026-09-10", amount: 1_000_000 },
  ]);
  // The downgrade of 1 October took effect a month later.
  assert.deepEqual(
    (await list("downgrading", "orders")).map(({ id, status }) => [id, status]),
    [
      [19, "active"],
      [6, "active"],
      [5, "ended"],
      [4, "active"],
      [3, "ended"],
      [2, "ended"],
    ],
  );
  const [, october] = await list("downgrading", "bills");
  assert.deepEqual(october.packs, [
    { pack: "pack-25k", purchasedOn: "2026-09-05", minutes: 15_000 },
    { pack: "pack-250k", purchasedOn: "2026-09-20", minutes: 34_500 },
  ]);
  assert.equal(october.fromPlan, 400_000);
  assert.equal(october.total, 238_800);
});

test("a key of before is still known", async (t) => {
  const data = restored(t);
  const db = new Database(join(data, "prorata.sqlite"));
  const { body, reply } = db.prepare("SELECT body, reply FROM replies WHERE key = ?").get(key);
  db.close();
  const server = await startServer(t, "2026-12-02", { data });
  const again = await server.post("/subscriber/orders", JSON.parse(body));
  assert.deepEqual(again, { status: 200, body: JSON.parse(reply) });
});

test("life goes on: the sums hold, numbers go on, and the announced difference is charged", async (t) => {
  const server = await startServer(t, "2026-12-26", { data: restored(t) });
  const ids = (await server.get("")).body.map(({ id }) => id);
  assert.equal(ids.length, 5);
  for (const id of ids) {
    const list = async (name) => (await server.get(`/${id}/${name}`)).body;
    const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0);
    const [bills, orders, recharges] = await Promise.all(["bills", "orders", "recharges"].map(list));
    const over = sum(bills.slice(1).map(({ overage }) => overage.amount));
    const { balance } = (await server.get(`/${id}`)).body.account;
    assert.equal(balance, sum(recharges.map(({ amount }) => amount)) - sum(orders.map(({ amount }) => amount)) - over);
  }
  const orders = (await server.get("/full-month/orders")).body;
  assert.deepEqual(
    orders.slice(0, 2).map(({ id, on, amount, charge }) => [id, on, amount, charge.reason]),
    [
      [20, "2026-12-25", 839_900, "renewal"],
      [19, "2026-12-01", 766_100, "difference"],
    ],
  );
});

test("the file is of the present version then, refers to nothing that is not there, and refuses no date but a wrong one", async (t) => {
  const data = restored(t);
  await startServer(t, "2026-11-27", { data });
  const db = new Database(join(data, "prorata.sqlite"));
  assert.ok(db.prepare("PRAGMA user_version").get().user_version >= 3);
  assert.deepEqual(db.prepare("PRAGMA foreign_key_check").all(), []);
  assert.throws(() => db.exec("UPDATE accounts SET settled_on = '2027-02-29'"), /CHECK/);
  assert.throws(() => db.exec("UPDATE accounts SET held = json_set(held, '$.balance', 0.5)"), /CHECK/);
  assert.throws(() => db.exec("UPDATE journal SET on_date = '2026-11-31'"), /CHECK/);
  assert.throws(() => db.exec("UPDATE clock SET latest = ''"), /CHECK/);
  db.close();
});
