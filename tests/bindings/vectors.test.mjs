// Every golden case of tests/vectors, answered by the npm package in Node.
import assert from "node:assert/strict";
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
