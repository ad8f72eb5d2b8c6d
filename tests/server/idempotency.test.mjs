// A request that arrives twice, or at the same time as another, is charged once.
import assert from "node:assert/strict";
import test from "node:test";
import { newKey, startServer } from "./server.mjs";

const cart = { packs: [{ pack: "pack-25k", quantity: 1 }] };
const orderOf = async (server, id, idempotencyKey = newKey()) => ({
  idempotencyKey,
  request: cart,
  quote: await server.quoteFor(id, cart),
});
const purchases = async (server, id) =>
  (await server.get(`/${id}/orders`)).body.filter(({ kind, on }) => kind === "purchase" && on === "2026-11-22");

test("submitted twice under one key it is one order, also a day later", async (t) => {
  const server = await startServer(t);
  const body = await orderOf(server, "subscriber");
  const [first, second] = await Promise.all([0, 1].map(() => server.post("/subscriber/orders", body)));
  assert.deepEqual([first.status, second.status].sort(), [200, 201]);
  assert.deepEqual(first.body, second.body);
  server.today = "2026-11-23";
  assert.deepEqual(await server.post("/subscriber/orders", body), { status: 200, body: first.body });
  assert.deepEqual(await purchases(server, "subscriber"), [first.body]);
});

test("a key under which something else was asked is refused", async (t) => {
  const server = await startServer(t);
  const body = await orderOf(server, "subscriber");
  await server.post("/subscriber/orders", body);
  const packs = [{ pack: "pack-25k", quantity: 2 }];
  const other = await server.post("/subscriber/orders", { ...body, request: { packs } });
  assert.equal(other.status, 409);
  assert.equal(other.body.code, "key_reused");
  assert.equal((await server.recharge("subscriber", 1, body.idempotencyKey)).body.code, "key_reused");
  assert.equal((await purchases(server, "subscriber")).length, 1);
});

test("of ten checkouts of one quote at once, one is sold: the others' balance is no longer true", async (t) => {
  const server = await startServer(t);
  const { balance } = (await server.get("/subscriber")).body.account;
  const bodies = await Promise.all(Array.from({ length: 10 }, () => orderOf(server, "subscriber")));
  const answers = await Promise.all(bodies.map((body) => server.post("/subscriber/orders", body)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(9).fill(409)]);
  assert.ok(answers.every(({ status, body }) => status === 201 || body.code === "quote_differs"));
  assert.equal((await server.get("/subscriber")).body.account.balance, balance - 16_800);
});

test("a recharge sent twice is one recharge", async (t) => {
  const server = await startServer(t);
  const key = newKey();
  const [first, second] = [await server.recharge("newcomer", 500, key), await server.recharge("newcomer", 500, key)];
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.deepEqual(second.body, first.body);
  assert.equal((await server.get("/newcomer")).body.account.balance, 500);
  assert.equal((await server.recharge("newcomer", 501, key)).body.code, "key_reused");
});

test("a key that was refused may be tried again", async (t) => {
  const server = await startServer(t);
  const key = newKey();
  assert.equal((await server.post("/newcomer/orders", await orderOf(server, "newcomer", key))).status, 402);
  await server.recharge("newcomer", 16_800);
  assert.equal((await server.post("/newcomer/orders", await orderOf(server, "newcomer", key))).status, 201);
});
