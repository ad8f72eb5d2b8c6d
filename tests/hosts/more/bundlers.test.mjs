// The packed package through larger bundlers and other runtimes: `npm run hosts`.
import assert from "node:assert/strict";
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { rspack } from "@rspack/core";
import webpack from "webpack";
import { due, open, program, project, run, runAlone, script, serve } from "../host.mjs";

const modules = join(import.meta.dirname, "../node_modules");
const html =
  '<!doctype html><html><head><link rel="icon" href="data:,"></head><body><script type="module" src="./main.js"></script></body></html>';

async function shows(t, address) {
  const { page, complaints } = await open(t, address);
  await page.getByText(due).waitFor();
  assert.deepEqual(complaints, []);
}

for (const [name, pack] of Object.entries({ webpack, Rspack: rspack })) {
  const build = async (path, options) => {
    const stats = await promisify(pack)({
      context: path,
      entry: "./main.js",
      mode: "production",
      performance: { hints: false },
      ...options,
    });
    assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString());
  };

  test(`${name}, one file for Node`, async (t) => {
    const path = project(`${name}-server`, { "main.js": program });
    await build(path, { target: "node", output: { path: join(path, "dist"), filename: "main.cjs" } });
    assert.deepEqual(readdirSync(join(path, "dist")), ["main.cjs"]);
    assert.equal(runAlone(t, join(path, "dist"), "main.cjs"), due);
  });

  test(`${name}, a page`, async (t) => {
    const path = project(`${name}-page`, { "index.html": html, "main.js": script });
    await build(path, { output: { path: join(path, "dist"), filename: "main.js", publicPath: "auto" } });
    copyFileSync(join(path, "index.html"), join(path, "dist/index.html"));
    await shows(t, await serve(t, join(path, "dist")));
  });
}

const bun = join(modules, "bun/bin/bun.exe");
const deno = join(modules, "@deno/linux-x64-glibc/deno");

test("Bun runs it, and bundles it into one file", (t) => {
  const path = project("bun", { "main.js": program });
  assert.equal(run(bun, ["main.js"], { cwd: path }), due);
  run(bun, ["build", "main.js", "--target=node", "--outfile=dist/main.mjs"], { cwd: path });
  assert.equal(runAlone(t, join(path, "dist"), "main.mjs"), due);
});

test("Deno runs it", () => {
  const path = project("deno", { "main.js": program });
  const options = { cwd: path, env: { ...process.env, DENO_NO_UPDATE_CHECK: "1" } };
  assert.equal(run(deno, ["run", "--no-lock", "--node-modules-dir=manual", "main.js"], options), due);
});
