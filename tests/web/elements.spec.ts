// The elements as other pages use them: the package itself without a bundler, and bundled with a framework.
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { BillElement, PlansElement } from "prorata/web";
import { createExamples } from "../../examples/server.js";
import { test as base } from "./complaints.ts";

const test = base.extend<{ today: undefined }, { examples: string }>({
  examples: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
    async ({}, use) => {
      const app = createExamples();
      await use(await app.listen({ port: 0, host: "127.0.0.1" }));
      await app.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ examples }, use) => use(examples),
  today: [
    async ({ page }, use) => {
      await page.clock.setFixedTime("2024-08-16T12:00:00+08:00");
      await use(undefined);
    },
    { auto: true },
  ],
});

const onPage = (page: Page) => ({
  bill: page.getByRole("region", { name: /^(Bill|账单)$/ }),
  card: (name: string) => page.locator(".card", { has: page.getByRole("radio", { name, exact: true }) }),
});

for (const { where, address } of [
  { where: "plain HTML, without a bundler", address: "/" },
  { where: "React, bundled", address: "/react/" },
  { where: "Vue, bundled", address: "/vue/" },
  { where: "Svelte, bundled", address: "/svelte/" },
]) {
  test(`the purchase in ${where}: chosen, confirmed, planned ahead`, async ({ page }) => {
    await page.goto(address);
    const { bill, card } = onPage(page);
    await card("Flagship").click();
    await expect(bill).toContainText("¥3,954.06");
    await expect(page.getByRole("region", { name: "Cheapest schedule, month by month" })).toContainText(
      "Total, 12 months",
    );
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("button", { name: "Pay ¥3,954.06 now" }).click();
    await expect(page.getByText("Confirmed: 395406")).toBeVisible();
  });
}

test("every change is announced with its quote, or with none", async ({ page }) => {
  await page.goto("/");
  const { card } = onPage(page);
  await expect(page).toHaveTitle("Buy minutes: 0 due");
  await card("Flagship").click();
  await expect(page).toHaveTitle("Buy minutes: 395406 due");
  await page.getByRole("spinbutton", { name: "Quantity, 25,000-minute pack" }).fill("10001");
  await expect(page).toHaveTitle("Buy minutes");
  await expect(page.getByRole("alert")).toContainText("Please check: the packs");
});

test("until there is a calculator nothing is shown, and without a date no amount", async ({ page }) => {
  await page.goto("/");
  await expect(onPage(page).bill).toBeVisible();
  await page.evaluate(() => {
    document.querySelector("prorata-purchase")?.replaceWith(document.createElement("prorata-purchase"));
  });
  await expect(page.locator("prorata-purchase section")).toHaveCount(0);
  await page.evaluate(async () => {
    const { loadCalculator } = await import("/prorata/index.js" as string);
    const purchase = document.querySelector("prorata-purchase");
    if (purchase) purchase.calculator = await loadCalculator();
  });
  await expect(onPage(page).bill.getByRole("alert")).toContainText("Please check: the date");
  await expect(onPage(page).bill.locator(".pay")).toBeDisabled();
});

test("parts on their own share a cart, in their own language, and say a fault once", async ({ page }) => {
  await page.goto("/parts.html");
  const { bill, card } = onPage(page);
  await card("旗舰版").click();
  await expect(bill).toContainText("今日应付 ¥3,954.06");
  await expect(page.locator("prorata-bill")).toHaveAttribute("lang", "zh-CN");
  const alerts = page.getByRole("alert");
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("prorata-plans, prorata-bill")) {
      (part as PlansElement).account = { plan: "gold" };
    }
  });
  await expect(alerts).toHaveCount(1);
  await expect(bill.getByRole("alert")).toContainText("价目表中没有这个套餐包。");
  await expect(bill.locator(".pay")).toBeDisabled();
  await page.locator("prorata-plans").evaluate((plans) => {
    (plans as PlansElement).faultReported = false;
  });
  await expect(alerts).toHaveCount(2);
});

for (const { locale, spoken, heading } of [
  { locale: "en-GB", spoken: "en", heading: "Bill" },
  { locale: "zh-Hans-SG", spoken: "zh-CN", heading: "账单" },
  { locale: "ZH", spoken: "zh-CN", heading: "账单" },
  { locale: "fr", spoken: "en", heading: "Bill" },
  { locale: undefined, spoken: "en", heading: "Bill" },
]) {
  test(`a page in ${locale ?? "no language"} is spoken to in ${spoken}`, async ({ page }) => {
    await page.goto("/parts.html");
    const bill = page.locator("prorata-bill");
    const speak = (language: string | undefined) =>
      bill.evaluate((element, tag) => {
        (element as BillElement).locale = tag;
      }, language);
    await expect(bill.getByRole("heading")).toHaveText("账单");
    await speak(spoken === "en" ? "zh-CN" : "en");
    await expect(bill).not.toHaveAttribute("lang", spoken);
    await speak(locale);
    await expect(bill.getByRole("heading", { name: heading })).toBeVisible();
    await expect(bill).toHaveAttribute("lang", spoken);
  });
}

test("a page's styles stay out, the elements' stay in, and the properties theme them", async ({ page }) => {
  await page.goto("/");
  const pay = page.getByRole("button", { name: "Nothing to pay yet" });
  await expect(pay).toBeVisible();
  const heading = page.locator("prorata-purchase h2").first();
  const before = await heading.evaluate((element) => getComputedStyle(element).color);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "body * { color: red; text-transform: uppercase; font: 40px cursive } button, h2 { display: none }",
    );
    document.adoptedStyleSheets = [sheet];
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(255, 0, 0)");
  await expect(heading).toHaveCSS("color", before);
  for (const [name, value] of [
    ["text-transform", "none"],
    ["font-size", "17px"],
  ] as const) {
    await expect(heading).toHaveCSS(name, value);
  }
  await expect(pay).toBeVisible();
  expect(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([1, 1]);

  await onPage(page).card("Flagship").click();
  const button = page.getByRole("button", { name: "Next" });
  await expect(button).toHaveCSS("background-color", "rgb(10, 125, 90)");
  await expect(onPage(page).bill).toHaveCSS("border-radius", "4px");
  await page.locator("prorata-purchase").evaluate((purchase) => {
    purchase.style.setProperty("--prorata-accent", "#123456");
  });
  await expect(button).toHaveCSS("background-color", "rgb(18, 52, 86)");
});

test("names from a price list are text, however long, in its own currency", async ({ page }) => {
  await page.goto("/");
  await expect(onPage(page).bill).toBeVisible();
  const name = `<img src=x onerror="document.title='run'"> ${"Unbreakable".repeat(12)}`;
  const document = readFileSync(new URL("../../core/catalogs/easemob-cn.json", import.meta.url), "utf8")
    .replace('"code": "CNY"', '"code": "JPY"')
    .replace('"minorDigits": 2', '"minorDigits": 0')
    .replaceAll('"en": "Flagship"', `"en": ${JSON.stringify(name)}`)
    .replaceAll(/"(\d+)\.00"/g, '"$1"');
  await page.evaluate(async (text) => {
    const { loadCalculator } = await import("/prorata/index.js" as string);
    const purchase = window.document.querySelector("prorata-purchase");
    if (purchase) purchase.calculator = await loadCalculator({ catalog: JSON.parse(text) });
  }, document);
  const { bill, card } = onPage(page);
  await card(name).click();
  await expect(bill).toContainText(`Upgrade from Basic to ${name} ¥3,954`);
  await expect(page.locator("img")).toHaveCount(0);
  expect(await page.evaluate(() => window.document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
