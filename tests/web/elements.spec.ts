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
    await page.getByRole("button", { name: "Cheapest schedule" }).click();
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
  await expect(bill).toContainText(`Upgrade from Basic to ${name} JPY 3,954`);
  await expect(page.locator("img")).toHaveCount(0);
  expect(await page.evaluate(() => window.document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("messages of another language are an object: Japanese, with a word of the page's own", async ({ page }) => {
  await page.goto("/ja.html");
  const bill = page.getByRole("region", { name: "請求内容" });
  await expect(page.locator("prorata-bill")).toHaveAttribute("lang", "ja");
  await page.locator(".card", { has: page.locator("#flagship") }).click();
  // The 16th of August leaves 16 of 31 days: (8,399.00 − 738.00) × 16 ÷ 31.
  await expect(bill).toContainText("BasicからFlagshipへアップグレード");
  await expect(bill).toContainText("本日（2024年8月16日）から適用されます。");
  await expect(bill.locator(".due .figure")).toContainText("3,954.06");
  for (const part of [bill, page.locator("prorata-plans")]) {
    await expect(part.getByRole("button", { name: "お問い合わせ" })).toBeVisible();
  }
  await expect(page.locator("prorata-forecast, prorata-coverage, prorata-minutes")).toHaveCount(0);
  await page.getByRole("button", { name: "次へ" }).click();
  await expect(page.getByRole("dialog", { name: "お支払いの確認" })).toContainText("3,954.06");
  // No word of it is left in a language it is not in.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "最も安い計画" }).click();
  await expect(page.getByRole("region", { name: "月ごとの最も安い計画" })).toContainText("12か月の合計");
});

test("other words than the usual ones are an object as well, and hold where they are given", async ({ page }) => {
  await page.goto("/");
  await expect(onPage(page).bill).toBeVisible();
  await page.evaluate(() => {
    const purchase = document.querySelector("prorata-purchase");
    if (purchase)
      purchase.messages = { bill: { heading: "Your order" }, plans: { refused: { contact_sales: () => "Ask us." } } };
  });
  await expect(page.getByRole("region", { name: "Your order" })).toContainText("Nothing to pay yet");
  await expect(page.locator(".card.wide")).toContainText("Ask us.");
  await expect(page.getByRole("heading", { name: "Top-up packs" })).toBeVisible();
});

test("what a page shows while the calculator is on its way gives way to the elements", async ({ page }) => {
  await page.goto("/");
  await expect(onPage(page).bill).toBeVisible();
  await page.evaluate(() => {
    document.body.innerHTML = '<prorata-purchase><p slot="loading">One moment</p></prorata-purchase>';
  });
  await expect(page.getByText("One moment")).toBeVisible();
  await page.evaluate(async () => {
    const { loadCalculator } = await import("/prorata/index.js" as string);
    const purchase = document.querySelector("prorata-purchase");
    if (!purchase) return;
    purchase.date = "2024-08-16";
    purchase.calculator = await loadCalculator();
  });
  await expect(onPage(page).bill).toBeVisible();
  await expect(page.getByText("One moment")).toBeHidden();
});

test("an order is pending, failed, then done, as the page's promise says, and each step is told", async ({ page }) => {
  await page.goto("/");
  await expect(onPage(page).bill).toBeVisible();
  await page.evaluate(() => {
    const steps: string[] = [];
    const settle: ((succeeds: boolean) => void)[] = [];
    Object.assign(window, { steps, settle });
    document.body.addEventListener("prorata-step", ({ detail }) => steps.push(`${detail.step} ${detail.plan}`));
    document.body.addEventListener("prorata-checkout", ({ detail }) => {
      detail.waitUntil(
        new Promise<void>((resolve, reject) =>
          settle.push((succeeds) => (succeeds ? resolve() : reject(new Error("No.")))),
        ),
      );
    });
  });
  const settle = (succeeds: boolean) =>
    page.evaluate((value) => {
      (window as unknown as { settle: ((succeeds: boolean) => void)[] }).settle.pop()?.(value);
    }, succeeds);
  await onPage(page).card("Flagship").click();
  await page.getByRole("button", { name: "Next" }).click();
  const dialog = page.getByRole("dialog");
  const pay = dialog.locator(".confirm");
  await pay.click();
  await expect(pay).toHaveText("Sending…");
  await settle(false);
  await expect(dialog).toContainText("Nothing was bought.");
  await expect(pay).toHaveText("Pay ¥3,954.06 now");
  await pay.click();
  await settle(true);
  await expect(dialog.getByRole("heading")).toHaveText("Paid. This is what you bought.");
  await expect(page.locator("prorata-purchase")).toHaveAttribute("receipt");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.locator("prorata-purchase")).not.toHaveAttribute("receipt");
  expect(await page.evaluate(() => (window as unknown as { steps: string[] }).steps)).toEqual(
    ["plan", "checkout", "pay", "failed", "pay", "done"].map((step) => `${step} flagship`),
  );
});

test("without an agreement there is no tick, with one it comes before paying", async ({ page }) => {
  await page.goto("/");
  const { card } = onPage(page);
  await card("Flagship").click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.locator("prorata-purchase").evaluate((purchase) => {
    Object.assign(purchase, { agreement: { name: "Terms", version: "7", href: "javascript:document.title='hit'" } });
  });
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("checkbox", { name: "I have read and agree to the Terms (edition 7)" })).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("link")).toHaveCount(0);
});

test("a recharge is asked of the page, by its address or by an event", async ({ page }) => {
  await page.goto("/");
  await expect(onPage(page).bill).toBeVisible();
  await page.locator("prorata-purchase").evaluate((purchase) => {
    Object.assign(purchase, { account: { plan: "basic", balance: 0 }, cart: { plan: "flagship", packs: [] } });
  });
  const label = "Recharge ¥3,954.06 first";
  await expect(page.getByRole("button", { name: label })).toBeDisabled();
  await page.locator("prorata-purchase").evaluate((purchase) => {
    purchase.setAttribute("recharge-address", "");
    document.body.addEventListener("prorata-recharge", ({ detail }) => {
      document.title = String(detail.amount);
    });
  });
  await page.getByRole("button", { name: label }).click();
  await expect(page).toHaveTitle("395406");
  await page.locator("prorata-purchase").evaluate((purchase) => purchase.setAttribute("recharge-address", "/recharge"));
  await expect(page.getByRole("link", { name: label })).toHaveAttribute("href", "/recharge");
});

test("the elements run from left to right in a page that runs the other way", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await expect(page.locator("prorata-purchase")).toHaveCSS("direction", "ltr");
});
