// What an order says of itself: being activated, active, ended.
import assert from "node:assert/strict";
import test from "node:test";
import { startServer } from "./server.mjs";

/** The statuses of an account's orders, the first order first. */
const statuses = async (server, id) => (await server.get(`/${id}/orders`)).body.map(({ status }) => status).reverse();

test("a plan's order ends when another plan takes its place", async (t) => {
  const server = await startServer(t);
  assert.deepEqual(await statuses(server, "subscriber"), ["active"]);
  const { body } = await server.checkOut("subscriber", { plan: "premium" });
  assert.equal(body.status, "active");
  assert.deepEqual(await statuses(server, "subscriber"), ["ended", "active"]);
});

test("a downgrade is being activated until it starts; the order before it, and what renewed it, end then", async (t) => {
  const server = await startServer(t);
  const { body } = await server.checkOut("subscriber", { plan: "free" });
  assert.equal(body.status, "activating");
  assert.deepEqual(await statuses(server, "subscriber"), ["active", "activating"]);
  server.today = "2026-11-30";
  assert.deepEqual(await statuses(server, "subscriber"), ["active", "activating"]);
  server.today = "2026-12-01";
  assert.deepEqual(await statuses(server, "subscriber"), ["ended", "active"]);
});

test("a downgrade that is taken back has ended, and the order before it goes on", async (t) => {
  const server = await startServer(t);
  assert.deepEqual(await statuses(server, "full-month"), ["active", "active"]);
  await server.checkOut("full-month", { plan: "free" });
  assert.deepEqual(await statuses(server, "full-month"), ["active", "active", "activating"]);
  assert.equal((await server.checkOut("full-month", { plan: "basic" })).body.status, "ended");
  assert.deepEqual(await statuses(server, "full-month"), ["active", "active", "ended", "ended"]);
  server.today = "2026-12-02";
  // A renewal for December, charged on the 25th, has come; that for November ended with it.
  assert.deepEqual(await statuses(server, "full-month"), ["active", "ended", "ended", "ended", "active"]);
});

test("a charge is being activated until its month, and ends with it or with its plan", async (t) => {
  const server = await startServer(t, "2026-11-25");
  const last = async () => (await statuses(server, "full-month")).at(-1);
  assert.equal(await last(), "activating");
  server.today = "2026-12-01";
  assert.equal(await last(), "active");
  await server.checkOut("full-month", { plan: "premium" });
  assert.deepEqual((await statuses(server, "full-month")).slice(-2), ["ended", "active"]);
});

test("what was charged for next month ends when an upgrade takes its place before", async (t) => {
  const server = await startServer(t, "2026-11-26");
  await server.checkOut("full-month", { plan: "premium" });
  assert.deepEqual((await statuses(server, "full-month")).slice(-2), ["ended", "active"]);
  server.today = "2026-12-01";
  assert.deepEqual((await statuses(server, "full-month")).slice(-2), ["active", "active"]);
});

test("a pack's order ends when it is used up, its neighbour's of the same day and kind does not", async (t) => {
  const server = await startServer(t, "2026-11-22");
  const packs = [{ pack: "pack-25k", quantity: 1 }];
  // 500 and 250,000 minutes are owned; 14,500 × 30 − 400,000 draws 35,000 in November, 14,500 × 31 − 120,000 after.
  await server.recharge("downgrading", 1_000_000);
  for (const _ of [1, 2]) assert.equal((await server.checkOut("downgrading", { packs })).body.status, "active");
  const bought = async () => (await statuses(server, "downgrading")).filter((_, at) => [1, 2, 5, 6].includes(at));
  assert.deepEqual(await bought(), ["active", "active", "active", "active"]);
  server.today = "2026-12-01";
  assert.deepEqual(await bought(), ["ended", "active", "active", "active"]);
  server.today = "2027-01-01";
  assert.deepEqual(await bought(), ["ended", "ended", "ended", "ended"]);
});

test("of two packs of one kind and day, the first bought ends first", async (t) => {
  const server = await startServer(t);
  const packs = [{ pack: "pack-25k", quantity: 1 }];
  for (const _ of [1, 2]) await server.checkOut("full-month", { packs });
  const told = async () =>
    (await server.get("/full-month/orders")).body.flatMap(({ quote, status }) => (quote?.packs.length ? [status] : []));
  // 4,100 a day less 120,000 a month: 3,000 in months of 30 days, 7,100 in those of 31, nothing in February.
  server.today = "2027-04-01";
  assert.deepEqual(await told(), ["active", "active"]);
  server.today = "2027-05-01";
  assert.deepEqual(await told(), ["active", "ended"]);
  server.today = "2027-08-01";
  assert.deepEqual(await told(), ["active", "ended"]);
  server.today = "2027-09-01";
  assert.deepEqual(await told(), ["ended", "ended"]);
});

test("a cart of a plan and packs is active for as long as one of them is", async (t) => {
  const server = await startServer(t);
  const cart = { plan: "free", packs: [{ pack: "pack-25k", quantity: 1 }] };
  assert.equal((await server.checkOut("subscriber", cart)).body.status, "active");
  // A plan with a pack of October 2026, which has expired.
  server.today = "2027-11-01";
  assert.deepEqual((await statuses(server, "global"))[0], "active");
});
