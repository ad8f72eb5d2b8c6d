// Every golden case of tests/vectors, answered by the page's own modules in a browser.
import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { mismatchesOf, readVectors } from "../vectors.mjs";
import { vectorsAddress } from "./playwright.config.ts";

for (const [verb, vectors] of Object.entries(readVectors())) {
  test(`every golden ${verb} holds in the browser`, async ({ page }) => {
    await page.goto(vectorsAddress);
    const answers = await page.evaluate(
      ({ verb, vectors }) => Promise.all(vectors.map((vector) => answerVector(verb, vector))),
      { verb, vectors },
    );
    const failures = vectors.flatMap((vector, i) =>
      mismatchesOf(vector, answers[i]).map((mismatch) => `${vector.file}: ${mismatch}. ${vector.why}`),
    );
    expect(failures).toEqual([]);
  });
}

test("the modules tested here are those the page ships", () => {
  // Vite names a file after a digest of its content.
  const modulesIn = (folder: string) =>
    readdirSync(new URL(`${folder}/dist/assets/`, import.meta.url)).filter((name) => name.endsWith(".wasm"));
  expect(modulesIn("vectors")).toEqual(modulesIn("../../web"));
  expect(modulesIn("vectors")).toHaveLength(2);
});
