// Nobody holds a connection by being slow, and the end waits for what is owed and for nothing else.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { newFolder, start } from "./program.mjs";
import { sendRaw } from "./raw.mjs";
import { startServer } from "./server.mjs";

const limits = { headers: 200, request: 400 };
const head =
  "POST /api/v1/accounts/newcomer/recharges HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

for (const [what, text] of Object.entries({
  "a head that does not end": "GET / HTTP/1.1\r\nHost: localhost\r\n",
  "a body that does not come": `${head}Content-Length: 100\r\n\r\n`,
  "a body that does not end": `${head}Content-Length: 100\r\n\r\n{"amount":`,
  "parts that do not end": `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"amo`,
})) {
  test(`${what} is answered 408, while others are served`, async (t) => {
    const server = await startServer(t, "2026-11-22", { limits });
    const slow = sendRaw(server.address, text);
    assert.equal((await server.get("")).status, 200);
    const { status, headers, body } = await slow;
    assert.equal(status, 408);
    assert.equal(JSON.parse(body).code, "too_slow");
    assert.match(headers.get("Content-Security-Policy"), /^default-src 'none'/);
  });
}

test("a request in hand is answered before the end, and connections without one are not waited for", async (t) => {
  const data = newFolder(t);
  const { server, ended, address, client } = await start(t, { PRORATA_DATA: data });
  const { hostname, port } = new URL(address);
  const idle = connect(Number(port), hostname).on("error", () => {});
  await once(idle, "connect");
  // Held up by another process, so that the end comes in between.
  const other = new Database(join(data, "prorata.sqlite"));
  other.exec("BEGIN IMMEDIATE");
  const answer = client.recharge("newcomer", 100);
  await sleep(300);
  const idleClosed = once(idle, "close");
  server.kill("SIGTERM");
  await idleClosed;
  assert.equal(server.exitCode, null);
  other.exec("ROLLBACK");
  other.close();
  assert.equal((await answer).status, 201);
  assert.deepEqual(await ended, [0, null]);

  const after = await start(t, { PRORATA_DATA: data });
  assert.equal((await after.client.get("/newcomer")).body.account.balance, 100);
});

test("what does not come to an end is not waited for either", async (t) => {
  const server = await startServer(t, "2026-11-22", { limits: { request: 600_000, end: 200 } });
  const unfinished = sendRaw(server.address, `${head}Content-Length: 100\r\n\r\n{`);
  await sleep(500);
  await server.restart();
  assert.ok(Number.isNaN((await unfinished).status));
});
