// Every golden case of tests/vectors, answered by the npm package in Node, and by the module a page loads first.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import * as prorata from "prorata";
import { answer } from "../answer.mjs";
import { mismatchesOf, readVectors } from "../vectors.mjs";

for (const [verb, vectors] of Object.entries(readVectors())) {
  test(`every golden ${verb} holds in Node`, async (t) => {
    for (const vector of vectors) {
      await t.test(`${vector.file}: ${vector.name}`, async () => {
        assert.deepEqual(mismatchesOf(vector, await answer(prorata, verb, vector)), [], vector.why);
      });
    }
  });
}

const wasm = await readFile(new URL(import.meta.resolve("prorata/page.wasm")));
const onPage = {
  ...prorata,
  loadCalculator: (options) => prorata.loadCalculator({ ...options, wasm }),
};

test("the module a page loads first answers every golden case but those of optimize", async () => {
  for (const [verb, vectors] of Object.entries(readVectors()))
    for (const vector of verb === "optimize" ? [] : vectors)
      assert.deepEqual(mismatchesOf(vector, await answer(onPage, verb, vector)), [], vector.file);
});

test("asked for optimize it names the module that has it, and goes on", async () => {
  const calculator = await onPage.loadCalculator();
  const request = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };
  assert.throws(() => calculator.optimize({ on: "2024-08-16", forecast: [1] }), /without optimize.+prorata\.wasm/);
  assert.equal(calculator.quote(request).amountDue, 395406);
});
