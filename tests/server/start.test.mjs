// How the program starts, and how it says that it cannot: one sentence with the variable or the path, exit code 1.
import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import test from "node:test";
import Database from "libsql";
import { readSettings, StartError } from "../../web/server/settings.js";
import { newFolder, run, start } from "./program.mjs";

async function refusalOf(t, variables, options) {
  const { said, ended } = run(t, variables, options);
  assert.deepEqual(await ended, [1, null], said.error);
  assert.equal(said.out, "");
  assert.match(said.error, /^[^\n]+\.\n$/, "one sentence, no stack");
  return said.error;
}

for (const round of [1, 2, 3]) {
  test(`three processes open one new folder at once, and keep the same accounts (${round})`, async (t) => {
    const data = join(newFolder(t), "new");
    const servers = await Promise.all([1, 2, 3].map(() => start(t, { PRORATA_DATA: data })));
    const answers = await Promise.all(servers.map(({ client }) => client.get("/subscriber/orders")));
    assert.equal(answers[0].body.length, 1);
    for (const { status, body } of answers) assert.deepEqual({ status, body }, answers[0]);
  });
}

for (const [variable, values] of Object.entries({
  PORT: ["", "http", "-1", "65536", "80.5", "0x50"],
  HOST: [""],
  PRORATA_DATA: [""],
  PRORATA_TODAY: ["", "2027-02-29", "2026-11-31", "26-11-22", "2026-11-22T00:00", "1999-12-31"],
  PRORATA_HOSTS: ["", "console.example:443", "https://console.example", "one,,two", "::1"],
  PRORATA_SKIP_AHEAD: ["yes"],
  PRORATA_ACCESS_LOG: ["on"],
  PRORATA_AGREEMENT: ["", "Agreement", "@1", "Agreement@"],
})) {
  test(`${variable} that makes no sense is named`, async (t) => {
    for (const value of values) {
      assert.throws(
        () => readSettings({ [variable]: value }),
        (error) => error instanceof StartError && error.message.startsWith(`${variable} is `),
        value,
      );
    }
    const [value] = values;
    const sentence = await refusalOf(t, { PRORATA_DATA: newFolder(t), [variable]: value });
    assert.ok(sentence.startsWith(`${variable} is `), sentence);
  });
}

test("what makes sense is taken", () => {
  assert.deepEqual(readSettings({ HOST: "::", PRORATA_HOSTS: "console.example, [fd00::1]" }).hosts, [
    "[::]",
    "console.example",
    "[fd00::1]",
  ]);
  assert.deepEqual(readSettings({}).hosts, ["127.0.0.1"]);
  assert.deepEqual(readSettings({ PRORATA_AGREEMENT: "A@B@2" }).agreement, { name: "A@B", version: "2" });
  assert.equal(readSettings({ PRORATA_TODAY: "2028-02-29" }).today(), "2028-02-29");
});

test("a port in use is named", async (t) => {
  const other = createServer().listen(0, "127.0.0.1");
  t.after(() => other.close());
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address();
  const sentence = await refusalOf(t, { PRORATA_DATA: newFolder(t), PORT: String(port) });
  assert.match(sentence, new RegExp(`^PORT ${port} on HOST 127\\.0\\.0\\.1 cannot be listened on: something else`));
});

test("a host this machine does not have is named", async (t) => {
  const sentence = await refusalOf(t, { PRORATA_DATA: newFolder(t), HOST: "192.0.2.1" });
  assert.match(sentence, /^PORT 0 on HOST 192\.0\.2\.1 cannot/);
});

test("a folder that cannot be made or written to is named", async (t) => {
  const file = join(newFolder(t), "file");
  writeFileSync(file, "");
  for (const folder of [file, join(file, "data"), "/dev/null/data", "/proc/self"]) {
    const sentence = await refusalOf(t, { PRORATA_DATA: folder });
    assert.ok(sentence.startsWith(`PRORATA_DATA: accounts cannot be kept in ${folder}: `), sentence);
  }
});

test("a file that is no database is named", async (t) => {
  const data = newFolder(t);
  writeFileSync(join(data, "prorata.sqlite"), "no database ".repeat(1_000));
  assert.match(await refusalOf(t, { PRORATA_DATA: data }), /^PRORATA_DATA: .*the file is no database/);
});

test("a file of a later version is left alone", async (t) => {
  const data = newFolder(t);
  const db = new Database(join(data, "prorata.sqlite"));
  db.exec("PRAGMA user_version = 1000");
  assert.match(await refusalOf(t, { PRORATA_DATA: data }), /^PRORATA_DATA: .*its version is 1000/);
  assert.equal(db.prepare("PRAGMA user_version").get().user_version, 1000);
  db.close();
});

test("a full disk is found out at the start, also where the accounts are there already", async (t) => {
  const data = newFolder(t);
  assert.match(await refusalOf(t, { PRORATA_DATA: data }, { limit: 1 }), /^PRORATA_DATA: accounts cannot be kept in/);
  const { server, ended } = await start(t, { PRORATA_DATA: data });
  server.kill("SIGTERM");
  await ended;
  assert.match(await refusalOf(t, { PRORATA_DATA: data }, { limit: 1 }), /^PRORATA_DATA: accounts cannot be kept in/);
});

test("a folder or a file that may only be read is found out at the start, and nothing in it is touched", async (t) => {
  const data = newFolder(t);
  chmodSync(data, 0o500);
  assert.match(
    await refusalOf(t, { PRORATA_DATA: data }, { plain: true }),
    /^PRORATA_DATA: accounts cannot be kept in/,
  );
  assert.deepEqual(readdirSync(data), []);

  chmodSync(data, 0o700);
  const { server, ended } = await start(t, { PRORATA_DATA: data });
  server.kill("SIGTERM");
  await ended;
  const file = join(data, "prorata.sqlite");
  const before = readFileSync(file);
  for (const [path, usual, readOnly] of [
    [data, 0o700, 0o500],
    [file, 0o600, 0o400],
  ]) {
    chmodSync(path, readOnly);
    const sentence = await refusalOf(t, { PRORATA_DATA: data }, { plain: true });
    assert.match(sentence, /^PRORATA_DATA: accounts cannot be kept in/);
    chmodSync(path, usual);
    assert.deepEqual(readFileSync(file), before);
  }
});

test("a folder that another process does not let go of is named", async (t) => {
  const data = newFolder(t);
  const db = new Database(join(data, "prorata.sqlite"));
  db.exec("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
  assert.match(await refusalOf(t, { PRORATA_DATA: data }), /^PRORATA_DATA: .*in use/);
  db.close();
});

test("a date more than a month after the last one is meant, or refused", async (t) => {
  const data = newFolder(t);
  const on = async (today, more = {}) => {
    const { server, ended, client } = await start(t, { PRORATA_DATA: data, PRORATA_TODAY: today, ...more });
    const { body } = await client.get("/subscriber");
    server.kill("SIGTERM");
    await ended;
    return body.on;
  };
  assert.equal(await on("2026-11-22"), "2026-11-22");
  assert.equal(await on("2026-12-22"), "2026-12-22");
  const sentence = await refusalOf(t, { PRORATA_DATA: data, PRORATA_TODAY: "2027-01-23" });
  assert.match(sentence, /2027-01-23, more than a month after 2026-12-22\..*PRORATA_SKIP_AHEAD=1/);
  assert.equal(await on("2027-01-23", { PRORATA_SKIP_AHEAD: "1" }), "2027-01-23");
  assert.equal(await on("2027-01-24"), "2027-01-24");
});
