// The purchase agreement: an order carries what was agreed to, and without it none is taken where there is one.
import assert from "node:assert/strict";
import test from "node:test";
import { newKey, startServer } from "./server.mjs";

const agreement = { name: "Purchase agreement", version: "2026-11" };
const cart = { packs: [{ pack: "pack-25k", quantity: 1 }] };
const orderOf = async (server, more) => ({
  idempotencyKey: newKey(),
  request: cart,
  quote: await server.quoteFor("subscriber", cart),
  ...more,
});

test("an order keeps what was agreed to, and when", async (t) => {
  const server = await startServer(t, "2026-11-22", { agreement });
  const before = new Date().toISOString();
  const { status, body } = await server.post("/subscriber/orders", await orderOf(server, { agreement }));
  const after = new Date().toISOString();
  assert.equal(status, 201);
  const { agreedAt, ...agreed } = body.agreement;
  assert.deepEqual(agreed, agreement);
  assert.ok(before <= agreedAt && agreedAt <= after);
  await server.restart();
  assert.deepEqual((await server.get("/subscriber/orders")).body[0], body);
});

test("an order without it, or with another edition, is refused and told which", async (t) => {
  const server = await startServer(t, "2026-11-22", { agreement });
  const { body: before } = await server.get("/subscriber");
  for (const other of [
    {},
    { agreement: { ...agreement, version: "2025-01" } },
    { agreement: { name: "", version: "1" } },
  ]) {
    const { status, body } = await server.post("/subscriber/orders", await orderOf(server, other));
    if (other.agreement?.name === "") {
      assert.equal(body.path, "/agreement/name");
      continue;
    }
    assert.equal(status, 409);
    assert.equal(body.code, "agreement_required");
    assert.deepEqual(body.agreement, agreement);
  }
  assert.deepEqual((await server.get("/subscriber")).body, before);
});

test("where the server has none, what a page had the buyer agree to is kept", async (t) => {
  const server = await startServer(t);
  const { body } = await server.post("/subscriber/orders", await orderOf(server, { agreement }));
  assert.equal(body.agreement.version, "2026-11");
  const plain = await server.post("/subscriber/orders", await orderOf(server));
  assert.equal(plain.status, 201);
  assert.equal(plain.body.agreement, undefined);
});

test("an order whose answer was lost is the same order when it is sent again, whatever has changed since", async (t) => {
  const server = await startServer(t, "2026-11-22", { agreement });
  const order = await orderOf(server, { agreement });
  const { body: first } = await server.post("/subscriber/orders", order);
  await server.restart();
  server.today = "2026-12-02";
  const again = await server.post("/subscriber/orders", order);
  assert.equal(again.status, 200);
  assert.deepEqual(again.body, first);
});
