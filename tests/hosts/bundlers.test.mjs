// The packed package through bundlers: into one file for a server, and for a page.
import assert from "node:assert/strict";
import { copyFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import * as vite8 from "vite";
import * as vite7 from "vite7";
import { due, open, program, project, run, runAlone, script, serve } from "./host.mjs";

const silent = { logLevel: "silent" };

const server = (name) => project(name, { "main.js": program });
const page = (name, entry = "prorata") =>
  project(name, {
    "index.html":
      '<!doctype html><html><head><link rel="icon" href="data:,"></head><body><script type="module" src="./main.js"></script></body></html>',
    "main.js": script.replace('"prorata"', `"${entry}"`),
  });

for (const format of ["esm", "cjs"]) {
  test(`esbuild, one file for Node as ${format}`, async (t) => {
    const path = server(`esbuild-${format}`);
    const file = format === "cjs" ? "main.cjs" : "main.mjs";
    const { warnings } = await esbuild({
      entryPoints: [join(path, "main.js")],
      outfile: join(path, "dist", file),
      bundle: true,
      platform: "node",
      format,
      ...silent,
    });
    assert.deepEqual(warnings, []);
    assert.equal(runAlone(t, join(path, "dist"), file), due);
  });

  test(`Rollup, one file for Node as ${format}`, async (t) => {
    const path = server(`rollup-${format}`);
    const file = format === "cjs" ? "main.cjs" : "main.mjs";
    const bundle = await rollup({
      input: join(path, "main.js"),
      plugins: [nodeResolve({ exportConditions: ["node"] })],
      onwarn: (warning) => assert.fail(warning.message),
    });
    await bundle.write({ file: join(path, "dist", file), format });
    assert.equal(runAlone(t, join(path, "dist"), file), due);
  });
}

for (const [name, vite] of Object.entries({ "Vite 8": vite8, "Vite 7": vite7 })) {
  test(`${name}, one file for Node`, async (t) => {
    const path = server(`${name}-server`);
    await vite.build({ root: path, build: { ssr: "main.js" }, ssr: { noExternal: true }, ...silent });
    const [file] = readdirSync(join(path, "dist"));
    assert.equal(runAlone(t, join(path, "dist"), file), due);
  });

  test(`${name}, a page`, async (t) => {
    const path = page(`${name}-page`);
    await vite.build({ root: path, ...silent });
    await shows(t, await serve(t, join(path, "dist")));
  });

  test(`${name}, a page in development`, async (t) => {
    const path = page(`${name}-development`);
    // Only Vite up to 7 needs to be told; its pre-bundling moves the JavaScript and leaves the .wasm.
    const told = vite === vite7 ? { optimizeDeps: { exclude: ["prorata"] } } : {};
    const running = await vite.createServer({ root: path, server: { port: 0, hmr: false }, ...told, ...silent });
    t.after(() => running.close());
    await running.listen();
    await shows(t, `http://localhost:${running.httpServer.address().port}/`);
  });
}

test("Vite 7 that has not been told: the reason is said, with a link to the guide", async (t) => {
  const path = page("vite7-untold");
  const running = await vite7.createServer({ root: path, server: { port: 0, hmr: false }, ...silent });
  t.after(() => running.close());
  await running.listen();
  const { page: shown } = await open(t, "about:blank");
  const failed = shown.waitForEvent("pageerror");
  await shown.goto(`http://localhost:${running.httpServer.address().port}/`);
  assert.match((await failed).message, /text\/html, no WebAssembly module\. .+docs\/hosts\.md#bundlers$/);
});

test("esbuild, a page: the .wasm is copied beside it", async (t) => {
  const path = page("esbuild-page");
  await esbuild({ entryPoints: [join(path, "main.js")], outdir: join(path, "dist"), bundle: true, format: "esm" });
  bringWasm(path);
  copyFileSync(join(path, "index.html"), join(path, "dist/index.html"));
  await shows(t, await serve(t, join(path, "dist")));
});

test("esbuild, a page in one classic script with what is inline", async (t) => {
  const path = page("esbuild-inline", "prorata/inline");
  const { warnings } = await esbuild({
    entryPoints: [join(path, "main.js")],
    outdir: join(path, "dist"),
    bundle: true,
    format: "iife",
    ...silent,
  });
  assert.deepEqual(warnings, []);
  copyFileSync(join(path, "index.html"), join(path, "dist/index.html"));
  assert.deepEqual(readdirSync(join(path, "dist")).sort(), ["index.html", "main.js"]);
  await shows(t, await serve(t, join(path, "dist")));
});

test("Rollup, a page: the .wasm is copied beside it", async (t) => {
  const path = page("rollup-page");
  const bundle = await rollup({ input: join(path, "main.js"), plugins: [nodeResolve({ browser: true })] });
  await bundle.write({ dir: join(path, "dist"), format: "es" });
  bringWasm(path);
  copyFileSync(join(path, "index.html"), join(path, "dist/index.html"));
  await shows(t, await serve(t, join(path, "dist")));
});

/** As the guide says, in a project that has its packages where a customer's has them. */
function bringWasm(path) {
  symlinkSync(join(import.meta.dirname, "node_modules"), join(path, "node_modules"));
  const command = "cp node_modules/prorata/dist/prorata.wasm node_modules/prorata/dist/web/page.wasm dist/";
  run("sh", ["-c", command], { cwd: path });
}

async function shows(t, address) {
  const { page: shown, complaints } = await open(t, address);
  await shown.getByText(due).waitFor();
  assert.deepEqual(complaints, []);
}
