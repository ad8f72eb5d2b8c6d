// What docs/page.md tells a page to do, done on one page, under the policy that stands there.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { open, serve } from "../hosts/host.mjs";
import { blocksOf, documents, root } from "./documents.mjs";

const dist = join(root, "bindings/dist");
const told = blocksOf(documents.get("docs/page.md")).filter(({ said }) => said.startsWith("run by tests/docs/"));
const textIn = (wanted) => told.flatMap(({ language, content }) => (language === wanted ? [content] : []));

const [withProperties, withAgreement, inJapanese] = textIn("js");
const [styles] = textIn("css");
const [policy] = textIn("http");

/** A page whose script is what the guide has, as its first comment says it is written without a bundler. */
async function shown(t, name, scripts) {
  const folder = join(root, "build/docs/page", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = scripts
    .join("\n")
    .replaceAll(/"prorata(\/web)?"/g, '"/prorata/prorata.js"')
    .replaceAll('"prorata/web/ja"', '"/prorata/web/ja.js"');
  writeFileSync(join(folder, "page.css"), styles);
  writeFileSync(join(folder, "page.js"), script);
  writeFileSync(join(folder, "order.js"), "window.orders = []; window.order = async (...order) => orders.push(order);");
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><link rel="stylesheet" href="page.css"><script src="order.js"></script>
    <script type="module" src="page.js"></script><prorata-purchase></prorata-purchase>`,
  );
  const headers = { "content-security-policy": policy.trim() };
  const address = await serve(t, folder, headers, { "/prorata/": dist });
  const { page, complaints } = await open(t, "about:blank");
  await page.clock.setFixedTime("2024-08-16T12:00:00+08:00");
  await page.goto(address);
  return { page, complaints };
}

test("properties, events, an agreement and styles", async (t) => {
  const { page, complaints } = await shown(t, "order", [withProperties, withAgreement]);
  await page.locator(".card", { hasText: "Flagship" }).first().click();
  const next = page.getByRole("button", { name: "Next" });
  assert.equal(await next.evaluate((button) => getComputedStyle(button).borderRadius), "0px");
  await next.click();
  await page
    .getByRole("checkbox", { name: "I have read and agree to the Purchase agreement (edition 2026-11)" })
    .check();
  await page.getByRole("button", { name: /^Pay / }).click();
  await page.getByRole("heading", { name: "Paid. This is what you bought." }).waitFor();
  const [first, second] = await page.evaluate(() => globalThis.orders);
  assert.deepEqual([first[0].plan, first[1].planChange.to], ["flagship", "flagship"]);
  assert.equal(second[2].version, "2026-11");
  assert.deepEqual(complaints, []);
});

test("another language, with a word of the page's own", async (t) => {
  const { page, complaints } = await shown(t, "japanese", [withProperties, inJapanese]);
  await page.getByRole("region", { name: "請求内容" }).waitFor();
  assert.equal(await page.locator("prorata-bill").getAttribute("lang"), "ja");
  assert.deepEqual(complaints, []);
});
