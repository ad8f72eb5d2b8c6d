// What is not sold, and how the client is told: nothing is changed by any of it.
import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import test from "node:test";
import { loadCalculator } from "prorata";
import { newKey, startServer } from "./server.mjs";

const cart = { plan: "premium" };

test("a tampered amount is refused with the fields that differ", async (t) => {
  const server = await startServer(t);
  const before = (await server.get("/subscriber")).body;
  const { status, body } = await server.checkOut("subscriber", cart, { amountDue: 1 });
  assert.equal(status, 409);
  assert.equal(body.code, "quote_differs");
  assert.deepEqual(body.differences, [{ path: "/amountDue", expected: 49_500, actual: 1 }]);
  assert.deepEqual((await server.get("/subscriber")).body, before);
});

test("a quote made for an account the client would rather have is refused", async (t) => {
  const server = await startServer(t);
  const calculator = await loadCalculator();
  const quote = calculator.quote({ on: "2026-11-22", account: { plan: "flagship", balance: 10_000_000 }, ...cart });
  const { status, body } = await server.post("/newcomer/orders", { idempotencyKey: newKey(), request: cart, quote });
  assert.equal(status, 409);
  assert.ok(body.differences.some(({ path }) => path === "/balance/before"));
});

test("a quote of yesterday is refused, and today's differs in its date", async (t) => {
  const server = await startServer(t);
  const quote = await server.quoteFor("subscriber", cart);
  server.today = "2026-11-23";
  const { status, body } = await server.post("/subscriber/orders", { idempotencyKey: newKey(), request: cart, quote });
  assert.equal(status, 409);
  assert.deepEqual(
    body.differences.find(({ path }) => path === "/on"),
    { path: "/on", expected: "2026-11-23", actual: "2026-11-22" },
  );
  assert.equal((await server.checkOut("subscriber", cart)).status, 201);
});

test("a quote of another price list is refused", async (t) => {
  const server = await startServer(t);
  const catalog = { id: "easemob-cn", version: "2020-01-01" };
  const { status, body } = await server.checkOut("subscriber", cart, { catalog });
  assert.equal(status, 409);
  assert.deepEqual(
    body.differences.map(({ path }) => path),
    ["/catalog/version"],
  );
});

test("the client names plan and packs, nothing else", async (t) => {
  const server = await startServer(t);
  const quote = await server.quoteFor("subscriber", cart);
  const faults = [
    { body: { request: { ...cart, account: { plan: "flagship" } }, quote }, path: "/request/account" },
    { body: { request: { ...cart, on: "2026-11-30" }, quote }, path: "/request/on" },
    { body: { request: { plan: 1 }, quote }, path: "/request/plan" },
    { body: { request: { plan: "gold" }, quote }, path: "/request/plan" },
    { body: { request: { packs: [{ pack: "pack-25k", quantity: 0 }] }, quote }, path: "/request/packs/0/quantity" },
    { body: { request: { packs: [{ pack: "pack-25k", quantity: 1.5 }] }, quote }, path: "/request/packs/0/quantity" },
    { body: { request: { packs: [null] }, quote }, path: "/request/packs/0" },
    { body: { request: cart }, path: "/quote" },
    { body: { request: cart, quote: "cheap" }, path: "/quote" },
    { body: { request: cart, quote, idempotencyKey: "short" }, path: "/idempotencyKey" },
  ];
  for (const { body, path } of faults) {
    const answer = await server.post("/subscriber/orders", { idempotencyKey: newKey(), ...body });
    assert.equal(answer.status, 400, path);
    assert.equal(answer.body.path, path);
    assert.ok(answer.body.code && answer.body.message);
  }
});

test("an empty cart is no purchase", async (t) => {
  const server = await startServer(t);
  const { status, body } = await server.checkOut("subscriber", {});
  assert.equal(status, 400);
  assert.equal(body.code, "empty_cart");
});

test("a recharge is a whole number of minor units above 0", async (t) => {
  const server = await startServer(t);
  for (const amount of [0, -1, 0.5, "100", null, 1e9]) {
    const { status, body } = await server.recharge("newcomer", amount);
    assert.equal(status, 400);
    assert.equal(body.path, "/amount");
  }
  assert.deepEqual((await server.get("/newcomer/recharges")).body, []);
});

test("what does not exist is 404, in JSON", async (t) => {
  const server = await startServer(t);
  const codes = { "/nobody": "unknown_account", "/newcomer/bills/2026-09": "unknown_bill", "/newcomer/x": "not_found" };
  for (const [path, code] of Object.entries(codes)) {
    const { status, body } = await server.get(path);
    assert.equal(status, 404);
    assert.equal(body.code, code);
  }
});

test("only JSON of modest size is read", async (t) => {
  const server = await startServer(t);
  const send = (type, body) =>
    server.call("/newcomer/recharges", { method: "POST", headers: { "Content-Type": type }, body });
  assert.equal((await send("text/plain", "{}")).status, 415);
  assert.equal((await send("application/x-www-form-urlencoded", "amount=1")).status, 415);
  assert.equal((await send("application/json", '{"amount":')).status, 400);
  assert.equal((await send("application/json", "x".repeat(100_000))).status, 413);
});

test("a failure inside tells no more than that", async (t) => {
  const server = await startServer(t);
  // A date before the account's: its facts cannot be true then.
  server.today = "2026-11-21";
  const { status, body } = await server.get("/subscriber");
  assert.equal(status, 409);
  assert.equal(body.code, "date_went_back");
  server.today = "no date";
  const failed = await server.get("/subscriber");
  assert.equal(failed.status, 500);
  assert.deepEqual(Object.keys(failed.body), ["code", "message"]);
  assert.equal(failed.body.code, "internal_error");
});

test("a clock that jumps more than a month ahead while the server runs is refused until it is right again", async (t) => {
  const server = await startServer(t, "2026-11-22", { skipAhead: false });
  const before = (await server.get("/subscriber")).body;
  const asOfToday = await server.quoteFor("subscriber", cart);
  server.today = "2026-12-23";
  const answers = [
    await server.get("/subscriber"),
    await server.get("/subscriber/bills"),
    await server.recharge("subscriber", 100),
    await server.post("/subscriber/orders", { idempotencyKey: newKey(), request: cart, quote: asOfToday }),
  ];
  for (const { status, body } of answers) {
    assert.equal(status, 503);
    assert.deepEqual(Object.keys(body), ["code", "message"]);
    assert.equal(body.code, "clock_ahead");
    assert.match(body.message, /2026-12-23, more than a month after 2026-11-22/);
  }
  server.today = "2026-11-22";
  assert.deepEqual((await server.get("/subscriber")).body, before);
  assert.equal((await server.recharge("subscriber", 100)).status, 201);
  server.today = "2026-12-22";
  assert.equal((await server.get("/subscriber")).body.on, "2026-12-22");
});

test("told so, a server takes a clock that jumps ahead", async (t) => {
  const server = await startServer(t, "2026-11-22", { skipAhead: true });
  server.today = "2027-03-01";
  assert.equal((await server.get("/subscriber")).body.on, "2027-03-01");
});

test("a month ahead is counted from what another process has seen of the same accounts, too", async (t) => {
  const idle = await startServer(t, "2026-11-22", { skipAhead: false });
  const busy = await startServer(t, "2026-12-20", { skipAhead: false, data: idle.data });
  assert.equal((await busy.recharge("newcomer", 100)).status, 201);
  idle.today = "2027-01-10";
  assert.equal((await idle.get("/newcomer")).body.on, "2027-01-10");
  idle.today = "2027-02-11";
  assert.equal((await idle.get("/newcomer")).body.code, "clock_ahead");
});

test("files outside the page are not served, and every answer has the page's security headers", async (t) => {
  const server = await startServer(t);
  const status = (path) =>
    new Promise((resolve, reject) => {
      httpRequest(`${server.address}`, { path }, (response) => {
        response.resume();
        resolve({ code: response.statusCode, policy: response.headers["content-security-policy"] });
      })
        .on("error", reject)
        .end();
    });
  for (const path of ["/../../package.json", "/%2e%2e/%2e%2e/package.json", "/..%2f..%2fpackage.json"]) {
    const { code, policy } = await status(path);
    assert.ok(code === 403 || code === 404, path);
    assert.match(policy, /^default-src 'none'/);
  }
  assert.match((await status("/api/v1/accounts")).policy, /^default-src 'none'/);
  assert.equal((await status("/server.mjs")).code, 200);
});
