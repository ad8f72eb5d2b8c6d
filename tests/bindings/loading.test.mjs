// Where the .wasm comes from, and what calculators share.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import test from "node:test";
import { builtInCatalogs, loadCalculator } from "prorata";

const file = new URL(import.meta.resolve("prorata/prorata.wasm"));
const bytes = await readFile(file);
const due = (calculator) =>
  calculator.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" }).amountDue;

/** How many instances the work starts. */
async function instancesOf(work) {
  const { instantiate } = WebAssembly;
  let count = 0;
  WebAssembly.instantiate = (...args) => {
    count++;
    return instantiate(...args);
  };
  try {
    await work();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  return count;
}

test("the ids can be asked of a source as well", async () => {
  const wasm = await WebAssembly.compile(bytes);
  const count = await instancesOf(async () => {
    assert.deepEqual(await builtInCatalogs({ wasm }), ["easemob-cn", "shengwang-cn", "agora-global"]);
    await loadCalculator({ wasm });
  });
  assert.equal(count, 1);
});

test("twenty loads at once share one instance and do not disturb each other", async () => {
  const count = await instancesOf(async () => {
    const ids = await builtInCatalogs();
    const loads = Array.from({ length: 20 }, (_, i) => loadCalculator({ catalog: ids[i % ids.length] }));
    const calculators = await Promise.all(loads);
    assert.deepEqual(
      calculators.map(({ catalog }) => catalog.id),
      calculators.map((_, i) => ids[i % ids.length]),
    );
    calculators[0].free();
    assert.equal(due(calculators[3]), 395406);
  });
  assert.equal(count, 1);
});

const sources = {
  "a file URL": file,
  "a file URL as text": file.href,
  "a Buffer": bytes,
  "an ArrayBuffer": new Uint8Array(bytes).buffer,
  "a compiled module": await WebAssembly.compile(bytes),
};
for (const [name, wasm] of Object.entries(sources)) {
  test(`${name} will do, and is used once`, async () => {
    const count = await instancesOf(async () => {
      for (const calculator of await Promise.all([loadCalculator({ wasm }), loadCalculator({ wasm })]))
        assert.equal(due(calculator), 395406);
    });
    assert.ok(count <= 1);
  });
}

test("a server will do, whatever type it declares; its failure is not remembered", async (t) => {
  let type;
  const server = createServer((_request, response) => {
    response.writeHead(type ? 200 : 503, type && { "content-type": type }).end(type ? bytes : "");
  }).listen(0);
  t.after(() => server.close());
  const address = (path) => `http://localhost:${server.address().port}/${path}`;

  await assert.rejects(loadCalculator({ wasm: address("a") }), /503/);
  for (const [path, declared] of [
    ["a", "application/wasm"],
    ["b", "application/octet-stream"],
    ["c", "application/wasm; charset=utf-8"],
  ]) {
    type = declared;
    assert.equal(due(await loadCalculator({ wasm: address(path) })), 395406);
  }
});

test("a page in its place, or nothing, is told of with what to do", async (t) => {
  const server = createServer(({ url }, response) => {
    const type = url === "/untyped" ? {} : { "content-type": "text/html" };
    response.writeHead(url === "/none" ? 404 : 200, type).end("<!doctype html>");
  }).listen(0);
  t.after(() => server.close());
  const load = (path) => loadCalculator({ wasm: `http://localhost:${server.address().port}${path}` });
  const { homepage } = JSON.parse(await readFile(new URL(import.meta.resolve("prorata/package.json")), "utf8"));
  const guide = `bring prorata.wasm along with the JavaScript, or import prorata/inline: ${homepage}docs/hosts.md#bundlers`;
  await assert.rejects(load("/page"), ({ message }) => message.includes("text/html") && message.endsWith(guide));
  await assert.rejects(load("/untyped"), ({ message }) => message.includes("of no type") && message.endsWith(guide));
  await assert.rejects(load("/none"), ({ message }) => message.includes("404") && message.endsWith(guide));
});

test("a source that holds no such module rejects with the host's error instead of hanging", async () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  await assert.rejects(loadCalculator({ wasm: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError);
  await assert.rejects(loadCalculator({ wasm: empty }));
  await assert.rejects(loadCalculator({ wasm: new URL("./missing.wasm", import.meta.url) }), { code: "ENOENT" });
  await assert.rejects(loadCalculator({ wasm: 7 }), TypeError);
});

test("a catalog document is read at the call: changing it afterwards changes nothing", async () => {
  const { catalog } = await loadCalculator();
  const document = JSON.parse(
    await readFile(new URL(`../../core/catalogs/${catalog.id}.json`, import.meta.url), "utf8"),
  );
  const loading = loadCalculator({ catalog: document });
  document.plans.length = 0;
  assert.deepEqual((await loading).catalog, catalog);
});
