// The elements on pages that are not theirs: one tag, another origin, strict policies, another copy.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import { expect, type Page } from "@playwright/test";
import fastify from "fastify";
import { test as base } from "./complaints.ts";

const dist = fileURLToPath(new URL("../../bindings/dist", import.meta.url));
const list = readFileSync(new URL("../../core/catalogs/shengwang-cn.json", import.meta.url), "utf8");

/** A page of its own origin, and the package both there, at /prorata/, and at another origin that shares it. */
interface Site {
  cdn: string;
  address: string;
  show(page: Page, body: string, policy?: string): Promise<void>;
  /** Whether the price list at /list.json can be had. */
  hasList: boolean;
}

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  site: async ({}, use) => {
    const cdn = fastify();
    cdn.addHook("onRequest", async (_request, reply) => {
      reply.header("access-control-allow-origin", "*");
    });
    cdn.register(staticFiles, { root: dist });
    let shown = { body: "", policy: "" };
    const own = fastify();
    own.get("/", async (_request, reply) => {
      if (shown.policy) reply.header("content-security-policy", shown.policy);
      return reply
        .type("text/html")
        .send(`<!doctype html><html lang="en"><link rel="icon" href="data:,"><body>${shown.body}</body></html>`);
    });
    own.get("/list.json", async (_request, reply) =>
      site.hasList ? reply.type("application/json").send(list) : reply.code(503).send(),
    );
    own.get("/page.js", async (_request, reply) => reply.type("text/javascript").send(pageScript));
    own.register(staticFiles, { root: dist, prefix: "/prorata/" });
    const site: Site = {
      cdn: await cdn.listen({ port: 0, host: "127.0.0.1" }),
      address: await own.listen({ port: 0, host: "127.0.0.1" }),
      hasList: true,
      async show(page, body, policy = "") {
        shown = { body, policy };
        await page.goto(site.address);
      },
    };
    await use(site);
    await Promise.all([cdn.close(), own.close()]);
  },
});

/** Sets new, equal objects whenever it hears of a change, and counts how often it does. */
const pageScript = `
  let heard = 0;
  const purchase = document.querySelector("prorata-purchase");
  purchase.addEventListener("prorata-change", ({ detail }) => {
    document.title = \`\${++heard} \${detail.quote.amountDue}\`;
    purchase.account = { plan: "free", usedMinutes: 0 };
    purchase.cart = { ...detail.cart, packs: [...detail.cart.packs] };
  });
`;

const tag = (from: string, attributes = 'catalog="easemob-cn" plan="basic" date="2024-08-16"') =>
  `<script type="module" src="${from}/prorata.js"></script><prorata-purchase outlook="schedule" ${attributes}></prorata-purchase>`;

const strict = (from: string, ...more: string[]) =>
  ["default-src 'none'", `script-src ${from} 'wasm-unsafe-eval'`, `connect-src ${from}`, "img-src data:", ...more].join(
    "; ",
  );

// Free to basic on 16 August: 738.00 × 16 ÷ 31 = 380.90.
const showsAll = async (page: Page) => {
  await expect(page.getByRole("region", { name: "Bill" })).toContainText("¥380.90");
  await expect(page.getByRole("region", { name: /^Cheapest schedule/ })).toContainText("Total, 12 months");
};

const forgive = (complaints: string[], what: RegExp) => {
  const others = complaints.filter((text) => !what.test(text));
  complaints.splice(0, complaints.length, ...others);
};

test("one tag shows a quote, from another origin and under a strict policy", async ({ page, site, complaints }) => {
  await site.show(page, tag(site.cdn), strict(site.cdn, "worker-src blob:"));
  await showsAll(page);
  forgive(complaints, /worker/i);
});

test("the module is downloaded with the page that preloads it, once", async ({ page, site, complaints }) => {
  const downloads: string[] = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && downloads.push(request.url()));
  page.on("console", (message) => message.type() === "warning" && complaints.push(message.text()));
  const preload = '<link rel="preload" href="/prorata/web/page.wasm" as="fetch" type="application/wasm" crossorigin>';
  await site.show(page, preload + tag("/prorata").replace('outlook="schedule"', ""));
  await expect(page.getByRole("region", { name: "Bill" })).toContainText("¥380.90");
  expect(downloads).toEqual([`${site.address}/prorata/web/page.wasm`]);
});

test("where the policy has no worker the page works the schedule out", async ({ page, site, complaints }) => {
  await site.show(page, tag("/prorata"), strict("'self'", "worker-src 'none'"));
  await showsAll(page);
  expect(page.workers()).toHaveLength(0);
  forgive(complaints, /worker/i);
});

for (const { policies, workers } of [
  { policies: "lit-html prorata", workers: 1 },
  { policies: "lit-html", workers: 0 },
]) {
  test(`trusted types are kept to where ${policies} may be`, async ({ page, site, complaints, browserName }) => {
    const demand = `require-trusted-types-for 'script'; trusted-types ${policies}`;
    await site.show(page, tag("/prorata"), strict("'self'", demand));
    await showsAll(page);
    if (browserName === "chromium") expect(page.workers()).toHaveLength(workers);
    forgive(complaints, /trusted|TrustedScriptURL/i);
  });
}

test("a page may name the worker's address", async ({ page, site }) => {
  const worker = "/prorata/web/optimizer-worker.js?named";
  await site.show(page, tag("/prorata", `catalog="easemob-cn" plan="basic" date="2024-08-16" worker="${worker}"`));
  const started = page.waitForEvent("worker");
  expect((await started).url()).toBe(site.address + worker);
  await showsAll(page);
});

test("a price list is loaded from its address, and what prevents it is said and tried again", async ({
  page,
  site,
  complaints,
}) => {
  site.hasList = false;
  await site.show(page, tag("/prorata", 'catalog="list.json" plan="basic" date="2024-08-16" locale="zh-CN"'));
  await expect(page.getByRole("alert")).toContainText("503");
  forgive(complaints, /Failed to load resource/);
  site.hasList = true;
  await page.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("region", { name: "账单" })).toContainText("¥738.00");
  await page.locator("prorata-purchase").evaluate((purchase) => purchase.setAttribute("catalog", "agora-global"));
  await expect(page.getByRole("alert").first()).toContainText("价目表中没有这个套餐包。");
  await page.locator("prorata-purchase").evaluate((purchase) => purchase.setAttribute("catalog", "agora-local"));
  await expect(page.getByRole("alert")).toContainText("unknown_catalog");
});

test("without a date it is today's, at the seller's", async ({ page, site }) => {
  await page.clock.setFixedTime("2024-08-15T16:00:00Z");
  await site.show(page, tag("/prorata", 'catalog="easemob-cn" plan="basic"'));
  await showsAll(page);
});

test("a second copy of the elements leaves the first in place", async ({ page, site, complaints }) => {
  await site.show(page, `<script type="module" src="${site.cdn}/prorata.js"></script>${tag("/prorata")}`);
  await showsAll(page);
  forgive(complaints, /worker/i);
});

test("a page that sets new, equal objects on every change comes to rest", async ({ page, site }) => {
  await site.show(page, `${tag("/prorata")}<script type="module" src="/page.js"></script>`);
  await showsAll(page);
  await page.locator(".card", { hasText: "Premium" }).click();
  // 2,388.00 × 16 ÷ 31
  await expect(page).toHaveTitle(/ 123252$/);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  // The first, the one with the page's own account, and the choice.
  await expect(page).toHaveTitle("3 123252");
});

test("parts and states can be styled from the page", async ({ page, site }) => {
  const colours: Record<string, string> = {
    heading: "rgb(1, 2, 3)",
    card: "rgb(2, 3, 4)",
    price: "rgb(3, 4, 5)",
    total: "rgb(4, 5, 6)",
    button: "rgb(5, 6, 7)",
  };
  const rules = Object.entries(colours).map(
    ([part, colour]) => `prorata-purchase::part(${part}) { outline-color: ${colour} }`,
  );
  const states = ["blocked", "faulty"].map((state) => `prorata-purchase[${state}] { opacity: 0.5 }`);
  await site.show(page, `<style>${[...rules, ...states].join("\n")}</style>${tag("/prorata")}`);
  await showsAll(page);
  for (const [part, colour] of Object.entries(colours)) {
    const found = page.locator(`[part~=${part}]`);
    await expect(found.first()).toBeVisible();
    for (const one of await found.all()) await expect(one).toHaveCSS("outline-color", colour);
  }
  const purchase = page.locator("prorata-purchase");
  await expect(purchase).toHaveCSS("opacity", "1");
  await purchase.evaluate((element) => element.toggleAttribute("blocked"));
  await expect(purchase.locator("prorata-bill")).toHaveAttribute("blocked");
  await expect(purchase).toHaveCSS("opacity", "0.5");
  await purchase.evaluate((element) => {
    element.toggleAttribute("blocked");
    element.setAttribute("date", "2024-02-30");
  });
  await expect(purchase).toHaveAttribute("faulty");
  await expect(purchase.locator("prorata-bill")).toHaveAttribute("faulty");
});

test("what editors are told of the elements is what they are", async ({ page, site }) => {
  await site.show(page, tag("/prorata"));
  await showsAll(page);
  const manifest = JSON.parse(readFileSync(`${dist}/custom-elements.json`, "utf8"));
  const told: { tagName: string; members: { name: string }[]; attributes: { name: string; fieldName: string }[] }[] =
    manifest.modules[0].declarations;
  expect(told.map(({ tagName }) => tagName)).toHaveLength(6);
  for (const { tagName, members, attributes } of told) {
    const { observed, missing } = await page.evaluate(
      ([name, fields]) => {
        const type = customElements.get(name) as CustomElementConstructor & { observedAttributes: string[] };
        const element = document.createElement(name);
        return { observed: type.observedAttributes, missing: fields.filter((field) => !(field in element)) };
      },
      [tagName, members.map(({ name }) => name)] as const,
    );
    expect(missing, tagName).toEqual([]);
    // Of these Lit makes attributes; a page sets them from script, or reads them.
    const written = observed.filter((name) => !["faultreported", "minutes", "receipt"].includes(name));
    expect(written.sort(), tagName).toEqual(attributes.map(({ name }) => name).sort());
    for (const { fieldName } of attributes) expect(members.map(({ name }) => name)).toContain(fieldName);
  }
});
