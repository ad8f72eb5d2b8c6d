// The quote taken along: as JSON, copied or downloaded, and on paper.
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "./complaints.ts";

const upgrade = "/?on=2024-08-16&plan=basic&to=flagship&tools";

for (const { lang, copy, copied } of [
  { lang: "en", copy: "Copy as JSON", copied: "Copied." },
  { lang: "zh-CN", copy: "复制为 JSON", copied: "已复制。" },
]) {
  test(`the quote is copied with its request, in ${lang}`, async ({ page }) => {
    await page.goto(`${upgrade}&lang=${lang}`);
    await page.getByRole("button", { name: copy }).click();
    await expect(page.getByText(copied)).toBeVisible();
    // Pasted as a person would, which asks for no permission.
    await page.evaluate(() => document.body.append(document.createElement("textarea")));
    const paper = page.locator("body > textarea");
    await paper.press("ControlOrMeta+v");
    const { request, quote } = JSON.parse(await paper.inputValue());
    expect(request).toMatchObject({ on: "2024-08-16", plan: "flagship" });
    expect(quote.amountDue).toBe(395406);
    await page.locator(".card", { has: page.locator("#premium") }).click();
    await expect(page.getByText(copied)).toHaveCount(0);
  });
}

test("there is nothing to take along unless it is asked for", async ({ page }) => {
  await page.goto(upgrade.replace("&tools", ""));
  await expect(page.getByRole("region", { name: "Bill" })).toContainText("¥3,954.06");
  await expect(page.getByRole("button", { name: "JSON" })).toHaveCount(0);
});

test("a clipboard that is not allowed leads to the download", async ({ page }) => {
  await page.goto(upgrade);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("No.", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "Copy as JSON" }).click();
  await expect(page.getByText("The browser did not allow copying; download it instead.")).toBeVisible();
});

test("the quote is downloaded with its request", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "Downloads are not told of by Firefox as it is driven here.");
  await page.goto(upgrade);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download JSON" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("quote-easemob-cn-2024-08-16.json");
  const { request, quote } = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(request.plan).toBe("flagship");
  expect(quote.amountDue).toBe(395406);
});

test("on paper there is the month and the bill, on one sheet", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "Firefox as it is driven here does not emulate paper.");
  const fullest = "&used=46200&balance=90000&pack-25k=2&pack-250k=1&pack-1000k=3";
  for (const { lang, glance, bill } of [
    { lang: "en", glance: "This month at a glance", bill: "Bill" },
    { lang: "zh-CN", glance: "本月概览", bill: "账单" },
  ]) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(`${upgrade}${fullest}&lang=${lang}`);
    await expect(page.locator("prorata-bill .due")).toBeVisible();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("region", { name: glance })).toContainText("46,200");
    await expect(page.getByRole("region", { name: bill, exact: true })).toContainText("(8,399.00 − 738.00) × 16 ÷ 31");
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(page.getByRole("radio")).toHaveCount(0);
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.locator("html")).toHaveCSS("color-scheme", "light");
    for (const format of ["A4", "Letter"]) {
      const pdf = await page.pdf({ format, margin: { top: "1cm", bottom: "1cm" } });
      expect(pdf.toString("latin1").match(/\/Type \/Page\b/g), `${lang} on ${format}`).toHaveLength(1);
    }
  }
});
