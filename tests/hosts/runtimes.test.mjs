// The packed package in runtimes without a page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { JSDOM } from "jsdom";
import { Miniflare } from "miniflare";
import { due, program, project, run } from "./host.mjs";

test("Node imports it", () => {
  const path = project("node-import", { "main.js": program });
  assert.equal(run(process.execPath, ["main.js"], { cwd: path }), due);
});

test("Node requires it", () => {
  const required = program.replace(
    'import { loadCalculator } from "prorata"',
    'const { loadCalculator } = require("prorata")',
  );
  const path = project("node-require", { "main.cjs": required });
  assert.equal(run(process.execPath, ["main.cjs"], { cwd: path }), due);
});

test("Node runs it in a worker thread, and from one file with what is inline", () => {
  const path = project("node-worker", {
    "main.js": 'import { Worker } from "node:worker_threads"; new Worker(new URL("./work.js", import.meta.url));',
    "work.js": program.replace('"prorata"', '"prorata/inline"'),
  });
  assert.equal(run(process.execPath, ["main.js"], { cwd: path }), due);
});

test("without a DOM the elements are not defined, and nothing fails", () => {
  const path = project("node-web", { "main.js": `import "prorata/web"; ${program}` });
  assert.equal(run(process.execPath, ["main.js"], { cwd: path }), due);
});

/** The example, in a Worker that tells as well whether its host has the registry. */
const telling = `
import example from "./worker.js";
export default {
  fetch: (request) =>
    request.url.endsWith("/registry") ? new Response(typeof FinalizationRegistry) : example.fetch(request),
};
`;

for (const [what, compatibilityDate, registry] of [
  ["as it is", "2026-01-01", "function"],
  ["of 2024, without FinalizationRegistry", "2024-01-01", "undefined"],
]) {
  test(`workerd ${what} imports the module compiled, as the example does`, async (t) => {
    const path = project("worker", join(import.meta.dirname, "../../examples/worker"));
    // As Wrangler bundles: with the host's condition, and .wasm left to the host.
    await build({
      stdin: { contents: telling, resolveDir: path },
      outfile: join(path, "dist/worker.js"),
      bundle: true,
      format: "esm",
      conditions: ["workerd", "worker", "browser"],
      plugins: [compiledWasm],
    });
    const worker = new Miniflare({
      compatibilityDate,
      modulesRoot: path,
      modules: [
        { type: "ESModule", path: join(path, "dist/worker.js") },
        { type: "CompiledWasm", path: join(path, "dist/prorata.wasm"), contents: wasm },
      ],
    });
    t.after(() => worker.dispose());
    const ask = (body) => worker.dispatchFetch("http://host/quote", { method: "POST", body: JSON.stringify(body) });
    const request = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };
    assert.equal(await (await worker.dispatchFetch("http://host/registry")).text(), registry);
    const quote = await (await ask(request)).json();
    assert.equal(String(quote.amountDue), due);
    const refused = await ask({ ...request, plan: "gold" });
    assert.deepEqual([refused.status, (await refused.json()).code], [400, "unknown_plan"]);
  });
}

const wasm = readFileSync(new URL(import.meta.resolve("prorata/prorata.wasm")));
const compiledWasm = {
  name: "compiled-wasm",
  setup: ({ onResolve }) => onResolve({ filter: /\.wasm$/ }, () => ({ path: "./prorata.wasm", external: true })),
};

test("jsdom shows the elements, schedule included, though it knows no workers", async () => {
  const { window } = new JSDOM("<prorata-purchase></prorata-purchase>", {
    url: "http://localhost/",
    pretendToBeVisual: true,
  });
  // As test runners do: a page's interfaces, and whatever else Node has not.
  const language = new Set(runInNewContext("Object.getOwnPropertyNames(globalThis)"));
  const isPages = (name) => !language.has(name) && (/^[A-Z]/.test(name) || !(name in globalThis));
  for (const name of Object.getOwnPropertyNames(window).filter(isPages))
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  await import("prorata/web");
  await window.customElements.whenDefined("prorata-purchase");
  const { loadCalculator } = await import("prorata");
  const purchase = window.document.querySelector("prorata-purchase");
  Object.assign(purchase, {
    date: "2024-08-16",
    account: { plan: "basic" },
    plan: "flagship",
    outlook: "schedule",
    calculator: await loadCalculator(),
  });
  const text = (name) => purchase.shadowRoot.querySelector(name)?.shadowRoot.textContent ?? "";
  while (!text("prorata-bill").includes("¥3,954.06") || !text("prorata-schedule").includes("Total, 12 months"))
    await new Promise((resolve) => setTimeout(resolve, 20));
});
