// What was answered is on disk: it is there after a restart, also after one nobody prepared for.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { clientOf, startServer } from "./server.mjs";

const everythingOf = async ({ get }) => {
  const paths = ["", "/subscriber", "/subscriber/orders", "/subscriber/recharges", "/subscriber/bills"];
  return Promise.all(paths.map(async (path) => (await get(path)).body));
};

test("accounts, orders, recharges and bills survive a restart; a key is still known", async (t) => {
  const server = await startServer(t);
  await server.recharge("subscriber", 100, "recharge-once");
  assert.equal((await server.checkOut("subscriber", { plan: "premium" })).status, 201);
  const before = await everythingOf(server);
  await server.restart();
  assert.deepEqual(await everythingOf(server), before);
  assert.equal((await server.recharge("subscriber", 100, "recharge-once")).status, 200);
  assert.deepEqual(await everythingOf(server), before);
});

test("a server that is killed and started again has lost nothing it answered", { timeout: 60_000 }, async (t) => {
  const data = mkdtempSync(join(tmpdir(), "prorata-"));
  t.after(() => rmSync(data, { recursive: true }));
  const program = fileURLToPath(new URL("../../web/server/main.js", import.meta.url));
  const env = { ...process.env, PORT: "0", PRORATA_DATA: data, PRORATA_TODAY: "2026-11-22" };

  async function start() {
    const server = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "inherit"] });
    t.after(() => server.kill("SIGKILL"));
    const [output] = await once(server.stdout, "data");
    const [address] = /http:\/\/\S+/.exec(String(output));
    return { server, address, client: clientOf(() => address) };
  }

  const first = await start();
  assert.equal((await first.client.checkOut("subscriber", { plan: "premium" })).status, 201);
  const before = await everythingOf(first.client);
  first.server.kill("SIGKILL");
  await once(first.server, "exit");

  const second = await start();
  assert.deepEqual(await everythingOf(second.client), before);
  // Browsers hold connections on which nothing is asked; they do not hold up the end.
  const { hostname, port } = new URL(second.address);
  const connection = connect(Number(port), hostname).on("error", () => {});
  t.after(() => connection.destroy());
  await once(connection, "connect");
  await second.client.get("");
  second.server.kill("SIGTERM");
  assert.deepEqual(await once(second.server, "exit"), [0, null]);
});
