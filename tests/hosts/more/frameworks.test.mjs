// The elements in larger frameworks, and the calculator where they render on a server: `npm run hosts`.
import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { due, planned, project, runInstalled, serve, started, upgraded } from "../host.mjs";

const folder = (name) => join(import.meta.dirname, name);

test("Next builds a route handler, a server page and a page with the elements, and serves them", async (t) => {
  const path = project("next", folder("next"));
  runInstalled("next", ["build"], path);
  const address = await started(t, "next", ["start", "--port", "0"], path, "Ready");
  assert.equal(String((await (await fetch(`${address}/quote`)).json()).amountDue), due);
  assert.match(await (await fetch(`${address}/server`)).text(), new RegExp(due));
  const { complaints } = await planned(t, address);
  assert.deepEqual(complaints, []);
});

test("SvelteKit builds a page that is rendered beforehand, with the elements on it", async (t) => {
  const path = project("sveltekit", folder("sveltekit"));
  runInstalled("vite", ["build"], path);
  assert.match(readFileSync(join(path, "dist/index.html"), "utf8"), new RegExp(due));
  const { complaints } = await planned(t, await serve(t, join(path, "dist")));
  assert.deepEqual(complaints, []);
});

test("Angular sets date and account and hears of a change, built and in development", async (t) => {
  const path = project("angular", folder("angular"));
  // Its asset is named by a path within the project, where a customer's packages are.
  symlinkSync(join(import.meta.dirname, "../node_modules"), join(path, "node_modules"));
  runInstalled("ng", ["build"], path);
  assert.deepEqual(await upgraded(t, await serve(t, join(path, "dist"))), []);
  assert.deepEqual(await upgraded(t, await started(t, "ng", ["serve", "--port", "0"], path, "Local")), []);
});

test("Vitest runs tests of the calculator in Node and of the elements in jsdom", () => {
  runInstalled("vitest", ["run"], project("vitest", folder("vitest")));
});
