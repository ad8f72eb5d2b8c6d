// What is found in the log: the id of the answer, the first cause of a failure, and requests where they are asked for.
import assert from "node:assert/strict";
import test from "node:test";
import Database from "libsql";
import { newFolder, start } from "./program.mjs";
import { newKey, startServer } from "./server.mjs";

const logTo = (lines, level) => ({ log: { level, stream: { write: (line) => lines.push(JSON.parse(line)) } } });

test("a failure is in the log under the id of its answer", async (t) => {
  const lines = [];
  const server = await startServer(t, "2026-11-22", logTo(lines, "warn"));
  server.today = "no date";
  const response = await fetch(`${server.address}/api/v1/accounts/subscriber`);
  assert.equal(response.status, 500);
  assert.equal(lines.length, 1);
  assert.equal(lines[0].reqId, response.headers.get("X-Request-Id"));
  assert.equal(lines[0].err.message, "Today cannot be no date.");
});

test("requests are in the log where it is asked for, and not else", async (t) => {
  for (const level of ["info", "warn"]) {
    const lines = [];
    const server = await startServer(t, "2026-11-22", logTo(lines, level));
    const response = await fetch(`${server.address}/api/v1/accounts/subscriber`);
    await response.text();
    const id = response.headers.get("X-Request-Id");
    const told = lines.filter(({ reqId }) => reqId === id);
    assert.equal(told.length > 0, level === "info");
    if (level === "info") assert.ok(told.some(({ req }) => req?.url === "/api/v1/accounts/subscriber"));
  }
});

test("PRORATA_ACCESS_LOG asks for it", async (t) => {
  const { client, server, ended, said } = await start(t, { PRORATA_DATA: newFolder(t), PRORATA_ACCESS_LOG: "1" });
  await client.get("/subscriber");
  server.kill("SIGTERM");
  await ended;
  assert.match(said.out, /"url":"\/api\/v1\/accounts\/subscriber"/);
});

test("a transaction that fails for want of room names that, and leaves what was there", async (t) => {
  const data = newFolder(t);
  // Room for the start and some more; each recharge adds to the write-ahead log, a file that is limited.
  const { client, server, ended, said } = await start(t, { PRORATA_DATA: data }, { limit: 640 });
  let answered = 0;
  let failed;
  for (let count = 0; count < 2_000 && !failed; count++) {
    const answer = await client.recharge("newcomer", 1, newKey());
    if (answer.status === 201) answered++;
    else failed = answer;
  }
  assert.equal(failed?.status, 500);
  assert.deepEqual(failed.body, { code: "internal_error", message: "The server failed; nothing was changed." });
  assert.equal((await client.get("/newcomer")).body.account.balance, answered);
  server.kill("SIGTERM");
  await ended;
  const causes = said.out.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line).err?.code] : []));
  assert.ok(causes.length > 0);
  for (const cause of causes) assert.match(cause, /^SQLITE_(FULL|IOERR)/);

  const after = await start(t, { PRORATA_DATA: data });
  assert.equal((await after.client.get("/newcomer")).body.account.balance, answered);
  const db = new Database(`${data}/prorata.sqlite`);
  assert.equal(db.prepare("PRAGMA integrity_check").get().integrity_check, "ok");
  db.close();
});
