// Another process holds the database: nobody else waits for it, and who has to is told when to come again.
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { newKey, startServer } from "./server.mjs";

/** Holds the lock of those who write. */
function lock(server) {
  const other = new Database(join(server.data, "prorata.sqlite"));
  other.exec("BEGIN IMMEDIATE");
  return () => {
    other.exec("ROLLBACK");
    other.close();
  };
}

test("what has to write is answered 503 with Retry-After; what only reads, and the page, at once", async (t) => {
  const server = await startServer(t);
  const release = lock(server);
  const key = newKey();
  const body = JSON.stringify({ idempotencyKey: key, amount: 100 });
  const headers = { "Content-Type": "application/json" };
  const writing = Array.from({ length: 5 }, () =>
    fetch(`${server.address}/api/v1/accounts/newcomer/recharges`, { method: "POST", headers, body }),
  );
  let rounds = 0;
  const done = Promise.all(writing).then(() => true);
  while (!(await Promise.race([done, sleep(10, false)]))) {
    for (const path of ["", "/newcomer", "/newcomer/orders", "/newcomer/bills"]) {
      assert.equal((await server.get(path)).status, 200);
    }
    assert.equal((await fetch(`${server.address}/server.mjs`)).status, 200);
    rounds++;
  }
  // Had each of the five held up the others, one round at most would have come between them.
  assert.ok(rounds > 3, `${rounds} rounds`);
  for (const response of await Promise.all(writing)) {
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("Retry-After"), "1");
    assert.equal((await response.json()).code, "busy");
  }
  release();
  assert.equal((await server.recharge("newcomer", 100, key)).status, 201);
  assert.equal((await server.get("/newcomer")).body.account.balance, 100);
});

test("a lock let go of in time is not noticed", async (t) => {
  const server = await startServer(t);
  const release = lock(server);
  const answer = server.recharge("newcomer", 100);
  await sleep(300);
  release();
  assert.equal((await answer).status, 201);
});
