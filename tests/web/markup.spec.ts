// Text of price lists, accounts, the server and the address stays text: no element comes of it, and no script.
import type { Page } from "@playwright/test";
import { alterCatalog } from "./altered-catalog.ts";
import { payFor } from "./buying.ts";
import { forgiveFailedRequests } from "./complaints.ts";
import { expect, test } from "./shop.ts";

const markup = "<img src=x onerror=\"document.title='hit'\">";

const both = { en: markup, "zh-CN": markup };

/** In every shadow tree. */
const images = (page: Page) => page.locator("img");

async function expectText(page: Page, count: number) {
  await expect(page.getByText(markup)).not.toHaveCount(0);
  expect(await page.getByText(markup).count()).toBeGreaterThanOrEqual(count);
  await expect(images(page)).toHaveCount(0);
  await expect(page).toHaveTitle(/ · Prorata$/);
}

test("names in a price list", async ({ page }) => {
  await alterCatalog(page, "easemob-cn", (catalog) => {
    Object.assign(catalog, { name: both, source: markup });
    for (const plan of catalog.plans) {
      plan.name = both;
      plan.features = { [markup]: "included" };
    }
    for (const pack of catalog.packs) pack.name = both;
  });
  await page.goto("/?account=subscriber&to=flagship&pack-25k=1&forecast=150000&look=schedule");
  await page.locator("prorata-plans summary").last().click();
  await expect(
    page.getByRole("region", { name: "Cheapest schedule, month by month" }).getByRole("table"),
  ).toBeVisible();
  // Cards, packs, bill, glance, coverage, schedule, features and source.
  await expectText(page, 30);
});

test("an account, its records and the server's refusals", async ({ page, complaints }) => {
  const base = "**/api/v1/accounts";
  await page.route(base, async (route) => {
    const accounts = await (await route.fetch()).json();
    await route.fulfill({ json: accounts.map((one: object) => ({ ...one, name: both })) });
  });
  await page.route(`${base}/subscriber/*`, async (route) => {
    if (route.request().method() === "POST") {
      const difference = { path: markup, expected: markup, actual: { [markup]: markup } };
      await route.fulfill({ status: 409, json: { code: "quote_differs", message: markup, differences: [difference] } });
      return;
    }
    const records = await (await route.fetch()).json();
    const spoiled = JSON.parse(JSON.stringify(records).replaceAll('"basic"', JSON.stringify(markup)));
    await route.fulfill({ json: spoiled });
  });
  await page.goto("/?account=subscriber&pack-25k=1");
  await expect(page.getByRole("option", { name: markup }).first()).toBeAttached();
  await payFor(page);
  await expect(page.getByText("Nothing was ordered")).toBeVisible();
  await expectText(page, 2);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Orders" }).click();
  await expectText(page, 1);
  await page.route(`${base}/subscriber/orders`, (route) =>
    route.fulfill({ status: 400, json: { code: markup, message: markup } }),
  );
  await page.reload();
  await expect(page.getByRole("alert")).toContainText(markup);
  await expectText(page, 1);
  forgiveFailedRequests(complaints);
});

test("the address", async ({ page, complaints }) => {
  const written = encodeURIComponent(markup);
  await page.goto(`/?on=2026-11-16&plan=${written}&pending=${written}&owned=${written},${written},1&to=${written}`);
  await expect(page.getByRole("combobox", { name: "Plan today" })).toHaveValue(markup);
  await expectText(page, 2);
  await page.goto(`/?account=${written}`);
  await expect(page.getByRole("combobox", { name: "Account" })).toHaveValue(markup);
  await expect(images(page)).toHaveCount(0);
  forgiveFailedRequests(complaints);
});
