// What is packed: found whole by the tools that look for what breaks at a customer's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { run } from "./host.mjs";
import { packed } from "./install.mjs";

const bin = (name) => join(import.meta.dirname, "node_modules/.bin", name);
const installed = (file) => readFileSync(join(import.meta.dirname, "node_modules/prorata", file), "utf8");

test("publint finds nothing", () => {
  assert.match(run(bin("publint"), ["--strict", packed]), /All good!/);
});

test("are-the-types-wrong finds nothing", () => {
  // Fails on a finding. What it says of `require` is for a Node older than the package asks for.
  run(bin("attw"), ["--profile", "esm-only", packed]);
});

test("the changelog, the licences and the notices are in it", () => {
  for (const file of ["CHANGELOG.md", "THIRD_PARTY_NOTICES.md", "LICENSE"])
    assert.equal(installed(file), readFileSync(join(import.meta.dirname, "../..", file), "utf8"));
  const notices = installed("THIRD_PARTY_NOTICES.md");
  for (const name of ["lit", "lit-html", "lit-element", "@lit/reactive-element"]) {
    const licence = readFileSync(join(import.meta.dirname, "../../node_modules", name, "LICENSE"), "utf8");
    assert.ok(notices.includes(licence.slice(licence.indexOf("Copyright")).trim()), name);
  }
});

test("every file of JavaScript has a source map that holds its sources", () => {
  for (const file of ["index", "inline", "workerd", "web/elements", "web/optimizer-worker"]) {
    const code = installed(`dist/${file}.js`);
    const name = file.slice(file.lastIndexOf("/") + 1);
    assert.ok(code.trimEnd().endsWith(`//# sourceMappingURL=${name}.js.map`), file);
    const { sources, sourcesContent } = JSON.parse(installed(`dist/${file}.js.map`));
    assert.equal(sourcesContent.length, sources.length);
    assert.ok(
      sourcesContent.every((source) => source),
      file,
    );
  }
});

test("each entry is one file: it imports nothing but what it names", () => {
  const clause = /\b(?:import|export)\s*(?:[\w$\s{},*]*\bfrom\s*)?["']([^"']+)["']/g;
  const imports = (file) => [...installed(file).matchAll(clause)].map(([, from]) => from);
  assert.deepEqual(imports("dist/index.js"), []);
  assert.deepEqual(imports("dist/inline.js"), []);
  assert.deepEqual(imports("dist/workerd.js"), ["./prorata.wasm"]);
  assert.deepEqual(imports("dist/prorata.js"), ["./index.js", "./web/elements.js"]);
  assert.deepEqual(imports("dist/web/elements.js"), ["../index.js"]);
  assert.deepEqual(imports("dist/web/optimizer-worker.js"), ["../index.js"]);
});
