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
 * On Free, which bills no overage, 30 000 a month: 20 000 over, 240 000 in the year. As ten packs of 25 000 1 680.00;
 * one pack of 250 000 serves all for 1 599.00, and leaves 10 000. Any plan for even one month costs more than it saves.
 */
const free = "/?on=2026-11-16&plan=free&forecast=30000&look=schedule";

test("one large pack serves a year on the free plan", async ({ page }) => {
  await page.goto(free);
  const { schedule, timeline, rows } = onPage(page);
  await expect(schedule).toContainText("Total, 12 months ¥1,599.00");
  await expect(schedule).toContainText("Costs more by ¥1,599.00 against keeping Free and buying nothing");
  await expect(schedule).toContainText("If nothing is changed or bought ¥0.00 240,000 min would not be served.");
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
  await expect(schedule).toContainText("多支付 ¥1,599.00 与保持免费版、不购买相比");
  await expect(schedule).toContainText("不变更、不购买 ¥0.00 将有 240,000 分钟无法使用");
  await expect(schedule).toContainText("期末剩余的加油包分钟数 10,000 分钟");
  await expect(timeline).toContainText("25 万分钟加油包 × 1 2026年11月，有效期至 2027年11月30日");
  await expect(rows.nth(1)).toContainText("2026年11月 免费版 ¥0.00 25 万分钟加油包 × 1 ¥1,599.00");
});

for (const { lang, apply, inCart } of [
  { lang: "en", apply: "Apply the first step", inCart: "This is what the cart holds." },
  { lang: "zh-CN", apply: "采用第一步", inCart: "已加入账单。" },
]) {
  test(`the first step fills the cart with its packs, in ${lang}`, async ({ page }) => {
    await page.goto(`${free}&pack-25k=3&lang=${lang}`);
    const { schedule } = onPage(page);
    await expect(schedule).not.toContainText(inCart);
    await schedule.getByRole("button", { name: apply }).click();
    await expect(schedule).toContainText(inCart);
    await expect(page).toHaveURL(/pack-250k=1/);
    await expect(page).not.toHaveURL(/pack-25k=|to=/);
    await expect(page.getByRole("status").filter({ hasText: /Due today|今日应付/ })).toContainText("¥1,599.00");
  });
}

// Flagship's 1 500 000 for 8 399.00 a month; the same minutes above any other quota cost at least 6.18 a thousand.
test("the first step fills the cart with its plan", async ({ page }) => {
  await page.goto("/?on=2026-11-01&plan=free&forecast=1500000&look=schedule");
  const { schedule, rows } = onPage(page);
  await expect(schedule).toContainText("Total, 12 months ¥100,788.00 Costs more by ¥100,788.00");
  await expect(rows.nth(1)).toContainText("November 2026 Flagship ¥8,399.00 None ¥0.00 1,500,000 1,500,000 0 0 ¥0.00");
  await expect(schedule).toContainText("Change to Flagship, buy no pack");
  await schedule.getByRole("button", { name: "Apply the first step" }).click();
  await expect(page).toHaveURL(/to=flagship/);
  await expect(page.getByRole("radio", { name: "Flagship", exact: true })).toBeChecked();
  await expect(page.getByRole("region", { name: "Bill" })).toContainText("¥8,399.00");
});

for (const { lang, ask, bill, from } of [
  {
    lang: "en",
    ask: "Request Free, from December 2026, buy no pack",
    bill: "Cancel Basic, continue on Free",
    from: "Dec 1, 2026",
  },
  {
    lang: "zh-CN",
    ask: "申请2026年12月起变更为免费版，不购买加油包",
    bill: "取消基础版续订，转为免费版",
    from: "2026年12月1日",
  },
]) {
  test(`a lower plan that has to be asked for now is, by the first step, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&used=4000&forecast=8000&look=schedule&lang=${lang}`);
    const { schedule } = onPage(page);
    await expect(schedule).toContainText(ask);
    await expect(page.locator(".card", { has: page.locator("#free") })).toContainText(/Recommended|推荐/);
    await expect(page.locator(".badge.good")).toHaveCount(1);
    await schedule.getByRole("button", { name: /Apply|采用/ }).click();
    await expect(page.locator("#free")).toBeChecked();
    await expect(page.locator("prorata-bill")).toContainText(bill);
    await expect(page.locator("prorata-bill")).toContainText(from);
  });
}

test("a scheduled change that the schedule does without is taken back by the first step", async ({ page }) => {
  await page.goto(
    "/?catalog=shengwang-cn&on=2026-11-16&plan=premium&pending=free&pending-on=2026-12-01&used=200000&forecast=400000&look=schedule",
  );
  const { schedule } = onPage(page);
  await expect(schedule).toContainText("Withdraw the scheduled change, buy no pack");
  await schedule.getByRole("button", { name: "Apply the first step" }).click();
  await expect(page.getByRole("region", { name: "Bill" })).toContainText(
    "Withdraw the scheduled change, stay on Premium",
  );
});

test("where there is nothing to do now there is no button, and nothing is marked", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=free&used=4000&forecast=8000&look=schedule");
  const { schedule } = onPage(page);
  await expect(schedule).toContainText("There is nothing to buy or to change this month.");
  await expect(schedule.getByRole("button", { name: "Apply the first step" })).toHaveCount(0);
  await expect(page.locator(".badge.good, .name .mark")).toHaveCount(0);
});

test("what the schedule says to do now is marked where it is chosen, also while it is not looked at", async ({
  page,
}) => {
  await page.goto(free.replace("&look=schedule", ""));
  await expect(page.getByText("Recommended: 1")).toBeVisible();
  await expect(page.locator(".badge.good")).toHaveCount(0);
});

test("minutes that keeping the plan would leave unserved are said plainly", async ({ page }) => {
  // 12 × 10 000 above what Free serves before it suspends.
  await page.goto("/?catalog=agora-global&on=2026-11-16&plan=free&forecast=20000&look=schedule");
  const { schedule } = onPage(page);
  await expect(schedule).toContainText("Costs more by");
  await expect(schedule).toContainText(
    "If nothing is changed or bought $0.00 120,000 min would not be served. The schedule serves every minute.",
  );
});

test("growth is exact, and rounded down once", async ({ page }) => {
  // 12 345 × 1.05² = 13 610.36…; × 1.05⁴ = 15 005.43…, which rounding every month down would make 15 004.
  await page.goto("/?on=2026-11-16&plan=free&forecast=12345&look=schedule");
  const { schedule, rows } = onPage(page);
  await schedule.getByRole("button", { name: "Growing" }).click();
  await schedule.getByRole("spinbutton", { name: "Growth a month, %" }).fill("5");
  await expect(rows.nth(3)).toContainText("13,610");
  await expect(rows.nth(5)).toContainText("15,005");
  await expect(page).toHaveURL(/growth=5/);
  await page.reload();
  await expect(rows.nth(5)).toContainText("15,005");
  await schedule.getByRole("slider").press("ArrowLeft");
  await expect(page).toHaveURL(/growth=4/);
  // 12 345 × 1.04⁴ = 14 441.89…
  await expect(rows.nth(5)).toContainText("14,441");
});

test("months typed start with the forecast, and the address reproduces them", async ({ page }) => {
  await page.goto(free);
  const { schedule, rows } = onPage(page);
  await schedule.getByRole("button", { name: "Month by month" }).click();
  await schedule.getByRole("spinbutton", { name: "January 2027" }).fill("10000");
  await expect(rows.nth(3)).toContainText("January 2027 Free ¥0.00 None ¥0.00 10,000 10,000 0 0 ¥0.00");
  await expect(page).toHaveURL(/ahead=30000%2C30000%2C10000%2C30000/);
  await page.reload();
  await expect(schedule.getByRole("spinbutton", { name: "January 2027" })).toHaveValue("10000");
  await expect(rows.nth(3)).toContainText("January 2027 Free ¥0.00 None ¥0.00 10,000 10,000 0 0 ¥0.00");
});

for (const { lang, month, code, at } of [
  {
    lang: "en",
    month: "because of November 2026:",
    code: "too small or too large",
    at: "Please check: the usage ahead",
  },
  { lang: "zh-CN", month: "问题在2026年11月：", code: "数值过小或过大。", at: "请检查：未来用量" },
]) {
  test(`a month below what is used already is a fault, and no amount is shown, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&used=46200&ahead=46199,50000&lang=${lang}&look=schedule`);
    const { schedule } = onPage(page);
    const alert = schedule.getByRole("alert");
    for (const words of [month, code, at, "out_of_range /forecast/0"]) await expect(alert).toContainText(words);
    await expect(schedule.getByRole("spinbutton").first()).toHaveAttribute("aria-invalid", "true");
    await expect(schedule).not.toContainText("¥");
    await expect(schedule.getByRole("button", { name: /Apply|采用/ })).toHaveCount(0);
    await schedule.getByRole("spinbutton").first().fill("46200");
    await expect(schedule.getByRole("table")).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
}

test("growth that is no whole number is refused", async ({ page }) => {
  await page.goto(`${free}&growth=1.5`);
  const { schedule } = onPage(page);
  await expect(schedule.getByRole("alert")).toContainText("Please check: the growth");
  await expect(schedule).not.toContainText("¥");
});

test("a schedule for earlier figures is marked, and only the last question counts", async ({ page }) => {
  await page.addInitScript(() => {
    const asked: number[] = [];
    const held: (() => void)[] = [];
    let holding = true;
    const letGo = () => {
      holding = false;
      for (const send of held) send();
    };
    Object.assign(window, { asked, letGo });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (question) {
      asked.push(question.request.forecast[0]);
      const send = () => post.call(this, question);
      if (holding && asked.length > 1) held.push(send);
      else send();
    };
  });
  await page.goto(free);
  const { schedule, result, forecast } = onPage(page);
  const apply = schedule.getByRole("button", { name: "Apply the first step" });
  await expect(result).toHaveAttribute("aria-busy", "false");
  for (const minutes of ["30001", "30002", "10000"]) {
    await forecast.fill(minutes);
    // The schedule is asked for when the typing has ended, as the address tells.
    await expect(page).toHaveURL(new RegExp(`forecast=${minutes}\\b`));
  }
  await expect(result).toHaveAttribute("aria-busy", "true");
  await expect(schedule.getByText("Updating.")).toBeVisible();
  await expect(schedule).toContainText("¥1,599.00");
  await expect(apply).toBeDisabled();
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await expect(result).toHaveAttribute("aria-busy", "false");
  await expect(schedule).toContainText("Total, 12 months ¥0.00");
  await expect(schedule.getByText("Updating.")).toBeHidden();
  await expect(apply).toHaveCount(0);
  const asked = await page.evaluate(() => (window as unknown as { asked: number[] }).asked);
  expect(asked).toHaveLength(3);
  expect(asked.at(-1)).toBe(10_000);
});
