// The cheapest schedule over the months ahead: what it says, when it says so, and its first step.
import { expect, type Page } from "@playwright/test";
import { test } from "./complaints.ts";

const onPage = (page: Page) => {
  const schedule = page.getByRole("region", { name: /^(Cheapest schedule, month by month|逐月最省方案)$/ });
  return {
    schedule,
    result: schedule.locator("[aria-busy]"),
    timeline: schedule.getByRole("group", { name: /^(Timeline|时间轴)$/ }),
    rows: schedule.getByRole("table").getByRole("row"),
    forecast: page.getByRole("spinbutton", { name: /^(Standard minutes a month|每月标准分钟数)$/ }),
  };
};

/*
 * On Free, 30 000 a month: 20 000 over, 240 000 in the year. As overage 12 × 140.00 = 1 680.00, as ten packs of 25 000
 * the same, as nine and the rest as overage 1 512.00 + 105.00 = 1 617.00; one pack of 250 000 serves all for 1 599.00,
 * and leaves 10 000. Any plan for even one month costs more than the 140.00 it could save.
 */
const free = "/?on=2026-11-16&plan=free&forecast=30000";

test("one large pack serves a year on the free plan", async ({ page }) => {
  await page.goto(free);
  const { schedule, timeline, rows } = onPage(page);
  await expect(schedule).toContainText("Total, 12 months ¥1,599.00");
  await expect(schedule).toContainText("Saving ¥81.00 against keeping Free and buying nothing");
  await expect(schedule).toContainText("Without any of this ¥1,680.00 Every minute would be served.");
  await expect(schedule).toContainText("Pack minutes that expire unused 0 min");
  await expect(schedule).toContainText("Pack minutes left at the end 10,000 min");
  await expect(timeline).toContainText("Free November 2026 – October 2027");
  await expect(timeline).toContainText("1 × 250,000-minute pack November 2026, usable through Nov 30, 2027");
  await expect(rows).toHaveCount(14);
  await expect(rows.nth(1)).toContainText(
    "November 2026 Free ¥0.00 1 × 250,000-minute pack ¥1,599.00 30,000 10,000 20,000 0 ¥0.00",
  );
  await expect(rows.nth(12)).toContainText("October 2027 Free ¥0.00 None ¥0.00 30,000 10,000 20,000 0 ¥0.00");
  await expect(rows.nth(13)).toContainText("Total ¥1,599.00");
});

test("the same schedule in Chinese", async ({ page }) => {
  await page.goto(`${free}&lang=zh-CN`);
  const { schedule, timeline, rows } = onPage(page);
  await expect(schedule).toContainText("12 个月合计 ¥1,599.00");
  await expect(schedule).toContainText("节省 ¥81.00 与保持免费版、不购买相比");
  await expect(schedule).toContainText("不作任何变更 ¥1,680.00 可满足全部用量。");
  await expect(schedule).toContainText("期末剩余的加油包分钟数 10,000 分钟");
  await expect(timeline).toContainText("25 万分钟加油包 × 1 2026年11月，有效期至 2027年11月30日");
  await expect(rows.nth(1)).toContainText("2026年11月 免费版 ¥0.00 25 万分钟加油包 × 1 ¥1,599.00");
});
