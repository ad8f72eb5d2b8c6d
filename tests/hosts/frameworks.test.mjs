// The elements inside what other pages are made of. Vue, Svelte and React are whole examples: tests/web/elements.spec.ts.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import { due, planned, project, runInstalled, serve, upgraded } from "./host.mjs";

/** A page that shows what it heard; "date" and "account" are set as the framework sets properties. */
const page = (name, main) =>
  project(name, {
    "index.html":
      '<!doctype html><html><head><link rel="icon" href="data:,"></head><body><div id="app"></div><script type="module" src="./main.js"></script></body></html>',
    "main.js": `
      import { loadCalculator } from "prorata";
      import "prorata/web";
      const account = { plan: "basic" };
      const heard = ({ detail }) => { document.title = String(detail.quote?.amountDue); };
      const calculator = await loadCalculator();
      ${main}
    `,
  });

const frameworks = {
  Preact: `
    import { h, render } from "preact";
    render(
      h("prorata-purchase", { calculator, account, date: "2024-08-16", locale: "en", "onprorata-change": heard }),
      document.querySelector("#app"),
    );
  `,
  Solid: `
    import h from "solid-js/h";
    import { render } from "solid-js/web";
    render(
      () => h("prorata-purchase", { "prop:calculator": calculator, "prop:account": account, "prop:date": "2024-08-16", locale: "en", "on:prorata-change": heard }),
      document.querySelector("#app"),
    );
  `,
};

for (const [name, main] of Object.entries(frameworks)) {
  test(`${name} sets date and account, and hears of a change`, async (t) => {
    const path = page(name, main);
    await vite({ root: path, logLevel: "silent", build: { target: "esnext" } });
    assert.deepEqual(await upgraded(t, await serve(t, join(path, "dist"))), []);
  });
}

test("Astro builds a page that is rendered beforehand, with the elements on it", async (t) => {
  const path = project("astro", join(import.meta.dirname, "astro"));
  runInstalled("astro", ["build"], path);
  assert.match(readFileSync(join(path, "dist/index.html"), "utf8"), new RegExp(due));
  const { complaints } = await planned(t, await serve(t, join(path, "dist")));
  assert.deepEqual(complaints, []);
});

test("in one classic script there is no worker: the page works the schedule out", async (t) => {
  const path = page("classic", "");
  const main = `
    import { loadCalculator } from "prorata/inline";
    import "prorata/web";
    const purchase = document.createElement("prorata-purchase");
    Object.assign(purchase, { account: { plan: "basic" }, date: "2024-08-16", locale: "en" });
    purchase.addEventListener("prorata-change", ({ detail }) => { document.title = String(detail.quote?.amountDue); });
    document.body.append(purchase);
    loadCalculator().then((calculator) => { purchase.calculator = calculator; });
  `;
  const outfile = join(path, "dist/main.js");
  await esbuild({
    stdin: { contents: main, resolveDir: path },
    outfile,
    bundle: true,
    format: "iife",
    logLevel: "silent",
  });
  copyFileSync(join(path, "index.html"), join(path, "dist/index.html"));
  assert.deepEqual(await upgraded(t, await serve(t, join(path, "dist"))), []);
});
