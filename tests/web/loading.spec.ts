// While the page waits its outline stands where it will be: nothing to read, nothing that moves, nothing that jumps.
import type { Page } from "@playwright/test";
import { expect, test } from "./shop.ts";

/** Answers to what the pattern stands for are held back until they are let go. */
async function holdBack(page: Page, pattern: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

const topOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())?.y;

for (const { lang, loading, heading } of [
  { lang: "en", loading: "Loading", heading: "Change plan or top up" },
  { lang: "zh-CN", loading: "正在加载", heading: "变更套餐与购买加油包" },
]) {
  for (const { width, height } of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    test(`the outline of a purchase stands where the purchase will, at ${width} pixels, in ${lang}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const letGo = await holdBack(page, "**/api/v1/accounts**");
      await page.goto(`/?account=subscriber&lang=${lang}`);
      const main = page.getByRole("main");
      await expect(page.locator(".skeleton")).toBeVisible();
      await expect(main).toHaveAttribute("aria-busy", "true");
      await expect(page.getByRole("status").first()).toContainText(loading);
      await expect(page.getByRole("heading")).toHaveText([heading]);
      await expect(page.locator(".skeleton")).toHaveText("");
      const outline = {
        heading: await topOf(page, "h1"),
        views: await topOf(page, "nav"),
        glance: await topOf(page, ".block.glance"),
        plans: await topOf(page, ".cards"),
      };
      letGo();
      await expect(page.locator("prorata-bill .foot")).toBeVisible();
      await expect(main).toHaveAttribute("aria-busy", "false");
      await expect(page.getByRole("status").first()).toBeEmpty();
      await expect(page.locator(".skeleton")).toHaveCount(0);
      const shown = {
        heading: await topOf(page, "h1"),
        views: await topOf(page, "nav"),
        glance: await topOf(page, "prorata-glance"),
        plans: await topOf(page, "prorata-plans"),
      };
      expect(shown.heading).toBe(outline.heading);
      expect(shown.views).toBe(outline.views);
      expect(shown.glance).toBe(outline.glance);
      // On a phone what the account holds takes a line more or less.
      expect(Math.abs(Number(shown.plans) - Number(outline.plans))).toBeLessThan(width < 480 ? 20 : 4);
    });
  }
}

test("the page's top is there before its scripts, in the place where it stays", async ({ page }) => {
  const letGo = await holdBack(page, "**/*.js");
  await page.goto("/?account=subscriber&lang=en", { waitUntil: "commit" });
  const top = page.locator("prorata-app > .bar");
  await expect(top).toBeVisible();
  await expect(top).toHaveText("Prorata");
  const mark = await page.locator("prorata-app > .bar svg").boundingBox();
  letGo();
  await expect(page.locator("prorata-bill .foot")).toBeVisible();
  await expect(top).toBeHidden();
  const shown = await page.locator(".brand svg").boundingBox();
  expect(Math.abs(Number(shown?.x) - Number(mark?.x))).toBeLessThan(2);
  expect(Math.abs(Number(shown?.y) - Number(mark?.y))).toBeLessThan(2);
});

for (const { query, whose } of [
  { query: "account=global", whose: "global" },
  { query: "", whose: "subscriber" },
]) {
  test(`the account is asked for while the calculator is on its way: "${query}"`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (/\/accounts\/\w+$/.test(request.url())) asked.push(request.url().split("/").at(-1) ?? "");
    });
    const letGo = await holdBack(page, "**/*.wasm");
    const early = page.waitForRequest(`**/api/v1/accounts/${whose}`);
    await page.goto(`/?${query}&lang=en`, { waitUntil: "commit" });
    await early;
    letGo();
    await expect(page.locator("prorata-bill .foot")).toBeVisible();
    expect(asked).toEqual([whose]);
  });
}

test("the records have an outline as well", async ({ page }) => {
  const letGo = await holdBack(page, "**/orders");
  await page.goto("/?account=subscriber&view=orders&lang=en");
  await expect(page.locator(".block.records")).toBeVisible();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("heading")).toHaveText(["Account centre"]);
  letGo();
  await expect(page.getByRole("region", { name: "Orders" })).toBeVisible();
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "false");
});

for (const { reducedMotion, animation } of [
  { reducedMotion: "no-preference", animation: "appear" },
  { reducedMotion: "reduce", animation: "none" },
] as const) {
  test(`the outline comes in by "${animation}" where motion is asked for as ${reducedMotion}`, async ({
    page,
    browserName,
  }) => {
    const isDefault = reducedMotion === "no-preference";
    test.skip(browserName !== "chromium" && !isDefault, "Firefox as it is driven here does not emulate it.");
    await page.emulateMedia({ reducedMotion });
    const letGo = await holdBack(page, "**/api/v1/accounts**");
    await page.goto("/?account=subscriber&lang=en");
    await expect(page.locator(".skeleton")).toHaveCSS("animation-name", animation);
    await expect(page.locator(".skeleton")).toHaveCSS("opacity", "1");
    letGo();
    await expect(page.locator("prorata-bill")).toBeVisible();
  });
}
