// The reader's own colours and contrast are kept, and what is chosen is told from its ground.
import type { Page } from "@playwright/test";
import { expect, test } from "./shop.ts";

/** As the browser paints it, in sRGB: the colours of the styles are mixed and differ by scheme. */
const paint = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      if (!context) throw new Error("There is nothing to paint on.");
      context.fillStyle = getComputedStyle(element).getPropertyValue(name);
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    }, property);

function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((eight) => {
    const part = eight / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number[], other: number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the selected segment stands out from its ground by 3 : 1, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/?account=subscriber&look=schedule&lang=en");
    for (const ways of ["prorata-forecast .ways", "prorata-usage-ahead .ways", "header .ways"]) {
      const border = await paint(page, `${ways} [aria-pressed=true]`, "border-top-color");
      const ground = await paint(page, ways, "background-color");
      expect(contrast(border, ground), ways).toBeGreaterThanOrEqual(3);
    }
  });
}

test("where more contrast is asked for, what was muted is not", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "The other browser here cannot be asked for it.");
  await page.goto("/?account=subscriber&lang=en");
  const muted = "prorata-packs p.muted";
  const text = await paint(page, "prorata-packs h2", "color");
  expect(await paint(page, muted, "color")).not.toEqual(text);
  await page.emulateMedia({ contrast: "more" });
  expect(await paint(page, muted, "color")).toEqual(text);
});

test("in the reader's own colours what is chosen, a button and a chart are still seen", async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "The other browser here cannot be asked for them.");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/?account=subscriber&to=flagship&forecast=215000&look=costs&lang=en");
  await expect(page.locator(".card.chosen")).toHaveCSS("outline-style", "solid");
  await expect(page.locator("prorata-forecast [aria-pressed=true]")).toHaveCSS("outline-style", "solid");
  await expect(page.locator("prorata-bill .pay")).toHaveCSS("border-top-width", "2px");
  const ground = await paint(page, "prorata-costs .panel", "background-color");
  const lines = page.locator("prorata-costs svg.chart polyline.line");
  await expect(lines).toHaveCount(4);
  for (let index = 0; index < (await lines.count()); index++) {
    const stroke = await paint(page, `prorata-costs svg.chart polyline.line >> nth=${index}`, "stroke");
    expect(contrast(stroke, ground)).toBeGreaterThanOrEqual(3);
  }
});
