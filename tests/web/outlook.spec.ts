// What a forecast leads to: conversion of calls, coverage of the month, plans compared, cost by usage.
import { expect, type Page } from "@playwright/test";
import { test } from "./complaints.ts";

const onPage = (page: Page) => ({
  forecast: page.getByRole("region", { name: /^(Forecast|用量预估)$/ }),
  coverage: page.getByRole("region", { name: /^(What this month's usage is drawn from|本月用量由什么抵扣)$/ }),
  comparison: page.getByRole("region", { name: /^(Plans compared|套餐对比)$/ }),
  costs: page.getByRole("region", { name: /^(Cost by usage, one month|单月费用随用量变化)$/ }),
  minutes: page.getByRole("spinbutton", { name: /^(Standard minutes a month|每月标准分钟数)$/ }),
  slider: page.getByRole("slider"),
  look: (name: string) => page.getByRole("button", { name, exact: true }).click(),
});

// 120 000 of quota + 12 000 owned + 2 × 25 000 in the cart = 182 000; 33 000 over × 7 ÷ 1 000 = 231.00.
// 168 800 over 15 days from the 16th: past 120 000 on the 7th of them, past 182 000 on the 13th.
const mixed = "/?on=2026-11-16&plan=basic&used=46200&owned=pack-25k,2026-08-01,12000&pack-25k=2&forecast=215000";
const compared = `${mixed}&look=comparison`;

test("quota, packs and overage that absorb the month are shown as a bar and as a table", async ({ page }) => {
  await page.goto(mixed);
  const { coverage } = onPage(page);
  await expect(coverage.getByRole("img")).toHaveAccessibleName(
    "Of 215,000 min: Basic, plan quota: 120,000; 25,000-minute pack, owned: 12,000; " +
      "25,000-minute pack, in the cart: 50,000; Overage, billed afterwards: 33,000",
  );
  await expect(coverage.locator(".bar .piece")).toHaveCount(4);
  await expect(coverage).toContainText("Used so far: 46,200 min");
  await expect(coverage).toContainText("Plan quota runs out Nov 22, 2026");
  await expect(coverage).toContainText("Everything runs out Nov 28, 2026");
  await expect(coverage).toContainText("Overage, billed afterwards ¥231.00 ¥7.00 per 1,000 min");
  await coverage.locator("summary").click();
  const table = coverage.getByRole("table", { name: "Minutes by source" });
  for (const row of [
    "1 Basic, plan quota 120,000 120,000 0",
    "2 25,000-minute pack, owned bought Aug 1, 2026, usable through Aug 31, 2027 12,000 12,000 0",
    "3 25,000-minute pack, in the cart bought Nov 16, 2026, usable through Nov 30, 2027 50,000 50,000 0",
    "4 Overage, billed afterwards 33,000",
    "Whole month 215,000",
  ]) {
    await expect(table).toContainText(row);
  }
});

test("the mark of what is used so far crosses no number of the bar", async ({ page }) => {
  // Half of what is expected is used: the mark stands where the number does.
  await page.goto("/?on=2026-11-16&plan=free&used=4000&forecast=8000");
  const bar = onPage(page).coverage.locator("svg.bar");
  await expect(bar.locator(".key")).toHaveText("1");
  const drawn = await bar.evaluate((svg) => [...svg.querySelectorAll(".so-far, .key")].map((one) => one.classList[0]));
  expect(drawn).toEqual(["so-far", "key"]);
});

test("the same coverage in Chinese", async ({ page }) => {
  await page.goto(`${mixed}&lang=zh-CN`);
  const { coverage } = onPage(page);
  await expect(coverage.getByRole("img")).toHaveAccessibleName(/^共 215,000 分钟：基础版套餐额度：120,000；/);
  await expect(coverage).toContainText("套餐额度用完日期 2026年11月22日");
  await expect(coverage).toContainText("全部用完日期 2026年11月28日");
  await expect(coverage).toContainText("超量部分，事后计费 ¥231.00 每 1,000 分钟 ¥7.00");
  await coverage.locator("summary").click();
  await expect(coverage.getByRole("table")).toContainText("2.5 万分钟加油包（本次购买）");
});

test("the pieces of the bar are as long as the minutes they stand for", async ({ page }) => {
  await page.goto(mixed);
  const pieces = onPage(page).coverage.locator(".bar .piece");
  await expect(pieces).toHaveCount(4);
  const widths = await pieces.evaluateAll((all) => all.map((piece) => piece.getAttribute("width")));
  const shares = widths.map((width) => Number.parseFloat(width ?? ""));
  for (const [index, minutes] of [120_000, 12_000, 50_000, 33_000].entries()) {
    expect(shares[index]).toBeCloseTo((minutes / 215_000) * 100, 6);
  }
});

test("a plan that suspends leaves minutes unserved, and no amount", async ({ page }) => {
  await page.goto("/?catalog=agora-global&on=2026-11-16&plan=free&forecast=40000");
  const { comparison, costs, coverage, look } = onPage(page);
  await expect(coverage).toContainText("Not served 30,000 min Free is suspended once everything has run out.");
  await expect(coverage).not.toContainText("$");
  await look("Compare plans");
  await expect(comparison).toContainText("30,000 min not served");
  await look("Cost by usage");
  await expect(costs).toContainText("A line that ends in a cross serves no further minutes.");
});

const english = {
  lang: "en",
  plans: ["Free", "Basic", "Premium", "Flagship"],
  cheapest: "Cheapest for one month",
  cheapestLong: "Cheapest over 12 months",
  unserved: "205,000 min not served",
  notServed: "Not served",
  breakEven: "break-even",
  forecast: "forecast",
};
const chinese = {
  lang: "zh-CN",
  plans: ["免费版", "基础版", "尊享版", "旗舰版"],
  cheapest: "单月最低价",
  cheapestLong: "12 个月最低价",
  unserved: "205,000 分钟无法使用",
  notServed: "无法使用",
  breakEven: "分界点",
  forecast: "预估",
};

for (const { lang, plans, cheapest, cheapestLong, unserved, notServed, breakEven, forecast } of [english, chinese]) {
  test(`every plan is compared, and the cheapest marked, in ${lang}`, async ({ page }) => {
    await page.goto(`${compared}&lang=${lang}`);
    const { comparison } = onPage(page);
    const row = (table: number, plan: number) =>
      comparison
        .getByRole("table")
        .nth(table)
        .getByRole("row")
        .nth(plan + 1);
    await expect(row(0, 0)).toContainText(`${plans[0]} ¥0.00 ${unserved} ¥0.00 — ¥0.00 10,000 205,000 —`);
    await expect(row(0, 1)).toContainText(
      `${plans[1]} ${cheapest} ¥1,403.00 ¥0.00 ¥6.53 ¥738.00 120,000 95,000 ¥665.00`,
    );
    await expect(row(0, 2)).toContainText(`${plans[2]} ¥2,388.00 ¥825.00 ¥11.11 ¥2,388.00 400,000 0 ¥0.00`);
    // 12 × 205 000 over, by packs alone: 2 000 000 + 250 000 + 9 × 25 000.
    await expect(row(1, 0)).toContainText(`${plans[0]} ${cheapestLong} ¥15,471.00 ¥0.00 ¥15,471.00`);
    await expect(comparison.locator(".mark")).toHaveCount(2);
  });

  test(`plans break even at 10 001, 355 715 and 1 258 715 minutes, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&forecast=215000&look=costs&lang=${lang}`);
    const { costs } = onPage(page);
    const breaks = costs.getByRole("table").first();
    await expect(breaks).toContainText(`${plans[0]} 0 10,000`);
    await expect(breaks).toContainText(`${plans[1]} 10,001 355,714`);
    await expect(breaks).toContainText(`${plans[2]} 355,715 1,258,714`);
    await expect(breaks).toContainText(`${plans[3]} 1,258,715`);
    const chart = costs.getByRole("img");
    for (const label of [...plans, "10,001", "355,715", "1,258,715", "215,000"]) {
      await expect(chart).toContainText(label);
    }
    await expect(chart.locator("polyline")).toHaveCount(4);
    await costs.locator("summary").click();
    const figures = costs.getByRole("table").nth(1);
    await expect(figures).toContainText(`355,715 ${breakEven} ${notServed} ¥2,388.01 ¥2,388.00 ${cheapest} ¥8,399.00`);
    await expect(figures).toContainText(`215,000 ${forecast} ${notServed} ¥1,403.00 ${cheapest} ¥2,388.00 ¥8,399.00`);
  });
}

test("the long view is as long as chosen, and the address keeps it", async ({ page }) => {
  await page.goto(compared);
  const { comparison } = onPage(page);
  const months = comparison.getByRole("combobox", { name: "Months" });
  await expect(months.getByRole("option")).toHaveCount(13);
  await months.selectOption("1");
  await expect(comparison.getByRole("heading", { name: "1 month with packs" })).toBeVisible();
  // 95 000 over: 3 × 25 000 in packs at 168.00, 20 000 as overage, is less than 4 packs.
  await expect(comparison.getByRole("table").nth(1)).toContainText(
    "Basic Cheapest with packs ¥1,382.00 ¥738.00 ¥504.00",
  );
  await expect(page).toHaveURL(/months=1(&|$)/);
  await page.reload();
  await expect(months).toHaveValue("1");
});

test("calls are described, converted and add up to the forecast", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=basic&look=comparison");
  const { comparison, forecast } = onPage(page);
  await forecast.getByRole("button", { name: "From calls" }).click();
  const first = forecast.getByRole("group", { name: "Group 1" });
  const fill = async (group: typeof first, label: string, value: string) => {
    await group.getByLabel(label, { exact: true }).fill(value);
    await group.getByLabel(label, { exact: true }).blur();
  };
  await fill(first, "Hours a day", "1");
  await fill(first, "Minutes a day, past the hour", "30");
  // 3 × 640 × 360 + 1280 × 720 = 1 612 800 pixels: Full HD. 10 × 90 × 20 min × 9 = 162 000.
  await first.getByLabel("Each receives").selectOption("streams");
  await first.getByRole("button", { name: "Add a size" }).click();
  await first.getByLabel("Width, pixels").nth(1).fill("1280");
  await first.getByLabel("Height, pixels").nth(1).fill("720");
  await expect(forecast.getByRole("status")).toContainText("Full HD video: 1,080,000 s × 9 = 9,720,000 s");
  // 3 listeners of one minute: 180 s × 0.57 = 102.6 s, not quite 2 min.
  await forecast.getByRole("button", { name: "Add a group" }).click();
  const second = forecast.getByRole("group", { name: "Group 2" });
  await second.getByLabel("Role").selectOption("broadcast-audience");
  await second.getByLabel("Each receives").selectOption("audio");
  await fill(second, "People", "3");
  await fill(second, "Hours a day", "0");
  await fill(second, "Minutes a day, past the hour", "1");
  await fill(second, "Days a month", "1");
  await expect(forecast.getByRole("status")).toContainText("Audio only: 180 s × 0.57 = 102.6 s");
  await expect(forecast.getByRole("status")).toContainText("9,720,102.6 s ÷ 60, rounded up once, on the total.");
  await expect(forecast.getByRole("status")).toContainText("Standard minutes a month 162,002");
  await expect(comparison).toContainText("For 162,002 standard minutes in every month.");
  await page.reload();
  await expect(forecast.getByRole("status")).toContainText("162,002");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(forecast.getByRole("status")).toContainText("每月标准分钟数 162,002");
  await expect(forecast.getByRole("status")).toContainText("9,720,102.6 秒 ÷ 60，对总和向上取整一次。");
});

test("the forecast follows the slider by keyboard, and the slider has no upper stop", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=basic&forecast=99000000&look=comparison");
  const { comparison, minutes, slider } = onPage(page);
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(minutes).toHaveValue("100000000");
  await page.keyboard.press("ArrowRight");
  await expect(minutes).toHaveValue("110000000");
  await expect(slider).toHaveAttribute("aria-valuetext", "110,000,000 min");
  await expect(comparison).toContainText("For 110,000,000 standard minutes");
  await expect(page).toHaveURL(/forecast=110000000/);
  await minutes.fill("9007199254740");
  await expect(comparison).toContainText("For 9,007,199,254,740 standard minutes");
});

test("a forecast below what is used leaves a reason and no amount", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=basic&used=46200&forecast=46199&look=comparison");
  const { comparison, coverage, minutes } = onPage(page);
  await expect(coverage.getByRole("alert")).toContainText("Please check: the forecast");
  await expect(coverage).not.toContainText("¥");
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(comparison.getByRole("table").first()).toBeVisible();
  await minutes.fill("46200");
  await expect(coverage).toContainText("Everything runs out Not this month");
  await expect(comparison).toContainText("For 46,200 standard minutes");
});

for (const { what, forecast, reason } of [
  { what: "below zero", forecast: "-1", reason: "From 0 to 9,007,199,254,740,991." },
  { what: "that is no number", forecast: "many", reason: "Enter a whole number." },
  { what: "past the limit", forecast: "9007199254740993", reason: "From 0 to 9,007,199,254,740,991." },
]) {
  test(`a forecast ${what} says so at the field, and leaves no amount`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&used=46200&forecast=${forecast}&look=comparison`);
    const { comparison, coverage, minutes } = onPage(page);
    await expect(page.getByRole("alert")).toHaveText(reason);
    for (const panel of [comparison, coverage]) await expect(panel).not.toContainText("¥");
    await minutes.fill("46200");
    await expect(coverage).toContainText("Everything runs out Not this month");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

for (const { lang, estimate, quota, back } of [
  {
    lang: "en",
    estimate: "An estimate: 22,500 min used in 15 days, spread over the whole month.",
    quota: "An estimate: your plan's quota, because nothing has been used yet.",
    back: "Back to the estimate",
  },
  {
    lang: "zh-CN",
    estimate: "估算值：15 天内已用 22,500 分钟，按此推算整月用量。",
    quota: "估算值：本月尚无用量，按套餐额度计。",
    back: "恢复估算值",
  },
]) {
  // 22 500 × 30 ÷ 15
  test(`the forecast starts from the account and says so, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&used=22500&lang=${lang}`);
    const { forecast, minutes } = onPage(page);
    await expect(minutes).toHaveValue("45000");
    await expect(forecast).toContainText(estimate);
    await expect(page).not.toHaveURL(/forecast=/);
    await minutes.fill("50000");
    await expect(forecast).not.toContainText(estimate);
    await expect(page).toHaveURL(/forecast=50000/);
    await forecast.getByRole("button", { name: back }).click();
    await expect(minutes).toHaveValue("45000");
    await expect(page).not.toHaveURL(/forecast=/);
    await page.goto(`/?on=2026-11-16&plan=basic&lang=${lang}`);
    await expect(minutes).toHaveValue("120000");
    await expect(forecast).toContainText(quota);
  });
}

for (const { typed, value } of [
  { typed: "1,000", value: "1000" },
  { typed: "１０００", value: "1000" },
  { typed: "20万", value: "200000" },
  { typed: "1.5 万", value: "15000" },
  { typed: " 120 000 ", value: "120000" },
  { typed: "20k", value: "20000" },
]) {
  test(`${typed} is taken for ${value}`, async ({ page }) => {
    await page.goto("/?on=2026-11-16&plan=free");
    const { minutes } = onPage(page);
    await minutes.fill(typed);
    await expect(minutes).toHaveAttribute("aria-valuenow", value);
    await expect(minutes).toHaveValue(typed);
    await expect(page).toHaveURL(new RegExp(`forecast=${value}(&|$)`));
  });
}

for (const typed of ["1,00", "12 34", "1.000", "20x", "1.2.3", "--1", "99999999999999999"]) {
  test(`${typed} is not read by half: it stays, with the reason, and never reaches the address`, async ({ page }) => {
    await page.goto("/?on=2026-11-16&plan=free&forecast=5000");
    const { coverage, forecast, minutes } = onPage(page);
    await expect(coverage).toContainText("Not this month");
    await minutes.fill(typed);
    await expect(forecast.getByRole("alert")).not.toBeEmpty();
    await expect(minutes).toHaveValue(typed);
    await expect(minutes).toHaveAttribute("aria-invalid", "true");
    await expect(coverage).not.toContainText("Not this month");
    await expect(page).toHaveURL(/forecast=5000/);
  });
}

test("the mouse wheel changes no number", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=free&forecast=5000");
  const { minutes } = onPage(page);
  await minutes.click();
  await page.mouse.wheel(0, -300);
  await expect(minutes).toHaveValue("5000");
});

test("typing leaves the history as it is, choosing adds to it", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=free&forecast=5000");
  const { minutes } = onPage(page);
  await expect(minutes).toHaveValue("5000");
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await minutes.fill("6000");
  await expect(page).toHaveURL(/forecast=6000/);
  await page.getByRole("button", { name: "One more, 25,000-minute pack" }).click();
  await expect(page).toHaveURL(/pack-25k=1/);
  expect(await length()).toBe(before);
  await page.locator(".card", { has: page.locator("#basic") }).click();
  await expect(page).toHaveURL(/to=basic/);
  expect(await length()).toBe(before + 1);
});

test("calls that have no price leave a reason and no amount", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=basic&sdk=mini-program&call=10,host,2k,90,20&look=comparison");
  const { comparison, coverage, forecast } = onPage(page);
  await expect(forecast.getByRole("alert")).toContainText("this kind of media has no price.");
  for (const panel of [comparison, coverage]) {
    await expect(panel).not.toContainText("¥");
    await expect(panel.getByRole("table")).toHaveCount(0);
  }
  await forecast.getByLabel("Each receives").selectOption("hd");
  // 10 × 90 × 20 min × 4.29
  await expect(comparison).toContainText("For 77,220 standard minutes");
});

test("a fault of the account is told once", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=gold&look=comparison");
  const { comparison, coverage } = onPage(page);
  await expect(page.getByRole("alert")).toHaveCount(1);
  for (const panel of [comparison, coverage]) await expect(panel).not.toContainText("¥");
});

for (const width of [320, 1280]) {
  test(`nothing of the outlook is cut off at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const query of [
      "catalog=agora-global&forecast=9007199254740&look=costs",
      "forecast=9007199254740&look=comparison",
      "call=10,host,640x360x3.1280x720x1,90,20&call=5,x,2k,0,1",
      "forecast=-1",
    ]) {
      await page.goto(`/?on=2026-11-16&${query}`);
      await expect(onPage(page).coverage).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

for (const { lang, usage, costs } of [
  {
    lang: "en",
    usage: "Minutes 1,000,000",
    costs: "Free Not served Basic ¥6,898.00 Premium ¥6,588.00 Flagship ¥8,399.00",
  },
  {
    lang: "zh-CN",
    usage: "分钟数 1,000,000",
    costs: "免费版 无法使用 基础版 ¥6,898.00 尊享版 ¥6,588.00 旗舰版 ¥8,399.00",
  },
]) {
  // 738.00 + 880 × 7.00 = 6 898.00; 2 388.00 + 600 × 7.00 = 6 588.00.
  test(`the chart is read by keyboard and by pointer, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&forecast=215000&look=costs&lang=${lang}`);
    const panel = onPage(page).costs;
    const reader = panel.getByRole("slider");
    await expect(panel.locator(".readings")).toContainText("215,000");
    // 1 600 000 in 200 steps.
    await reader.fill("124");
    await reader.press("ArrowRight");
    await expect(panel.locator(".readings")).toContainText(usage);
    await expect(panel.locator(".readings")).toContainText(costs);
    await panel.getByRole("img").hover({ position: { x: 300, y: 120 } });
    await expect(panel.locator(".readings")).not.toContainText(usage);
  });
}

test("no label of the chart is crossed by a line at 390 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?on=2026-11-16&plan=basic&forecast=215000&look=costs");
  const chart = onPage(page).costs.getByRole("img");
  await expect(chart.locator("polyline")).toHaveCount(4);
  const crossed = await chart.evaluate((svg) => {
    const lines = [...svg.querySelectorAll<SVGGeometryElement>("polyline, line.forecast, line.break")];
    return [...svg.querySelectorAll<SVGTextElement>("text.tick, text.name, text.forecast-label")].flatMap((label) => {
      const box = label.getBBox();
      const isOver = (line: SVGGeometryElement) =>
        Array.from({ length: 400 }, (_, step) => line.getPointAtLength((line.getTotalLength() * step) / 399)).some(
          ({ x, y }) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 2 && y < box.y + box.height - 2,
        );
      return lines.some(isOver) ? [label.textContent?.trim()] : [];
    });
  });
  expect(crossed).toEqual([]);
});
