// The purchase page as a buyer uses it, in real browsers.
import { expect, type Page } from "@playwright/test";
import { alterCatalog } from "./altered-catalog.ts";
import { test } from "./complaints.ts";

const onPage = (page: Page) => ({
  amountDue: page.getByRole("status").filter({ hasText: /Due today|今日应付/ }),
  bill: page.getByRole("region", { name: /^(Bill|账单)$/ }),
  minutes: page.getByRole("region", { name: /^(Service capacity after this purchase|购买后的服务总量)$/ }),
  plan: (name: string) => page.getByRole("radio", { name, exact: true }),
  card: (name: string) => page.locator(".card", { has: page.getByRole("radio", { name, exact: true }) }),
});

test("an upgrade shows its bill, each amount with the sum behind it, and the quota it gives", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic&to=flagship");
  const { amountDue, bill, minutes } = onPage(page);
  await expect(amountDue).toContainText("¥3,954.06");
  await expect(bill).toContainText("Upgrade from Basic to Flagship");
  await expect(bill).toContainText("(8,399.00 − 738.00) × 16 ÷ 31");
  await expect(bill).toContainText("¥4,334.97 8,399.00 × 16 ÷ 31");
  await expect(bill).toContainText("−¥380.91 738.00 × 16 ÷ 31");
  await expect(bill).toContainText("Takes effect today, Aug 16, 2024.");
  await expect(bill).toContainText("¥8,399.00 · Sep 1, 2024 Flagship, for September 2024");
  await expect(minutes).toContainText("120,000 → becomes 832,258");
  await expect(minutes).toContainText("Flagship for 16 of 31 days");
  await expect(minutes).toContainText("1,500,000 on Flagship");
});

test("the module is asked for with the page, once, before any script has run", async ({ page, complaints }) => {
  await page.goto("/?on=2024-08-16&plan=basic&to=flagship");
  await expect(onPage(page).amountDue).toContainText("¥3,954.06");
  const module = await page.locator("link[rel=preload][as=fetch]").getAttribute("href");
  expect(module).toMatch(/\.wasm$/);
  const transfers = await page.evaluate(
    (name) => performance.getEntriesByName(new URL(name, location.href).href).length,
    module ?? "",
  );
  expect(transfers).toBe(1);
  // A browser says so where what was preloaded is not what is used.
  expect(complaints).toEqual([]);
});

for (const { lang, heading, back } of [
  { lang: "en", heading: "Work out a price", back: "Back to the account" },
  { lang: "zh-CN", heading: "试算", back: "返回账户" },
]) {
  test(`figures of one's own are a page of their own, with a way back and nothing to pay, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(`/?account=subscriber&to=flagship&lang=${lang}`);
    const { bill } = onPage(page);
    await expect(bill.locator(".pay")).toBeEnabled();
    await page.getByRole("button", { name: /^(Try other figures|用其他数据试算)$/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(bill).toContainText("¥8,399.00");
    await expect(bill.locator(".pay")).toHaveCount(0);
    await page.getByRole("button", { name: back }).click();
    await expect(bill.locator(".pay")).toBeVisible();
    await expect(page).toHaveURL(/account=subscriber/);
  });
}

test("the same in Chinese", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic&to=flagship&pack-250k=2&balance=5000");
  await page.getByRole("button", { name: "中文" }).click();
  const { amountDue, bill, minutes } = onPage(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(amountDue).toContainText("¥7,152.06");
  await expect(bill).toContainText("由基础版升级至旗舰版");
  await expect(bill).toContainText("(8,399.00 − 738.00) × 16 ÷ 31");
  await expect(bill).toContainText("1,599.00 × 2");
  await expect(bill).toContainText("需先充值 ¥2,152.06");
  await expect(bill).toContainText("¥8,399.00 · 2024年9月1日");
  await expect(minutes).toContainText("120,000 → 变为 832,258");
});

test("a reader of Chinese is greeted in Chinese", async ({ browser }) => {
  const page = await browser.newPage({ locale: "zh-CN" });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("变更套餐与购买加油包");
  await page.close();
});

test("a plan and packs are picked, the bill follows, and the address reproduces it", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic&balance=8000");
  const { amountDue, bill, card, minutes } = onPage(page);
  await card("Flagship").click();
  await expect(amountDue).toContainText("¥3,954.06");
  await page.getByRole("button", { name: "One more, 250,000-minute pack" }).click();
  await page.getByRole("spinbutton", { name: "Quantity, 250,000-minute pack" }).fill("2");
  await expect(amountDue).toContainText("¥7,152.06");
  await expect(bill).toContainText("1,599.00 × 2");
  await expect(bill).toContainText("500,000 min · usable Aug 1, 2024 – Aug 31, 2025");
  await expect(bill).toContainText("Balance afterwards ¥847.94");
  await expect(minutes).toContainText("Usable packs 500,000");
  await page.reload();
  await expect(amountDue).toContainText("¥7,152.06");
  await page.getByRole("button", { name: "One fewer, 250,000-minute pack" }).click();
  await card("Basic").click();
  await expect(amountDue).toContainText("¥1,599.00");
});

test("an address that leaves things open is completed, so that a copy of it says the same tomorrow", async ({
  page,
}) => {
  await page.goto("/?plan=basic&to=flagship");
  await expect(page).toHaveURL(/&on=\d{4}-\d\d-\d\d&plan=basic&to=flagship&months=12&lang=en$/);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page).toHaveURL(/&lang=zh-CN$/);
});

test("the last day of a month is one day", async ({ page }) => {
  await page.goto("/?on=2024-08-31&plan=basic&used=46200&balance=10");
  const glance = page.getByRole("region", { name: /^(This month at a glance|本月概览)$/ });
  await expect(page.getByText("August 2024: 1 of 31 days remains, today included")).toBeVisible();
  await expect(glance).toContainText("Aug 31, 2024 Day 31 of 31");
  await expect(glance).toContainText("46,200 of 120,000 min");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByText("2024年8月共 31 天，剩余 1 天（含当天）")).toBeVisible();
  await expect(glance).toContainText("2024年8月31日 第 31 天，共 31 天");
});

test("every plan says what it costs today and from when it holds", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic");
  const { card } = onPage(page);
  await expect(card("Free")).toContainText(
    "Free ¥0.00 a month List price ¥70.00 Due today ¥0.00 10,000 min a month including a bonus of 10,000",
  );
  await expect(card("Free")).toContainText("From Sep 1, 2024");
  await expect(card("Basic")).toContainText("Plan today");
  await expect(card("Basic")).not.toContainText("Due today");
  await expect(card("Premium")).toContainText("Due today ¥851.61 400,000 min a month including a bonus of 60,000");
  await expect(card("Flagship")).toContainText(
    "Due today ¥3,954.06 1,500,000 min a month including a bonus of 300,000",
  );
  await expect(card("Premium")).toContainText("From today, with 264,516 min this month");
  await expect(card("Flagship")).toContainText("From today, with 832,258 min this month");
  await expect(card("Enterprise")).toContainText("Sold through the sales team.");
});

test("each price list follows its own policy", async ({ page }) => {
  await page.goto("/?on=2024-08-26&plan=flagship&to=basic");
  const { amountDue, bill, card } = onPage(page);
  await expect(bill).toContainText("You stay on Flagship until Sep 1, 2024");
  await page.getByLabel("Price list").selectOption("shengwang-cn");
  await page.getByLabel("Plan today").selectOption("flagship");
  await card("Basic").click();
  await expect(bill).toContainText("You stay on Flagship until Oct 1, 2024");
  await page.getByLabel("Price list").selectOption("agora-global");
  await page.getByLabel("Plan today").selectOption("pro");
  await card("Starter").click();
  await expect(amountDue).toContainText("$45.99");
  await expect(bill).toContainText("Starter, September 2024 Full monthly price");
  await expect(card("Business")).toContainText("Due today $206.00");
});

for (const { query, rules } of [
  {
    query: "plan=basic&to=flagship&pack-25k=1",
    rules: [
      "(8,399.00 − 738.00) × 16 ÷ 31 The difference of the monthly prices for the days that remain, today included, rounded once.",
      "168.00 × 1 The full price: packs are not prorated.",
    ],
  },
  {
    query: "plan=free&to=basic",
    rules: ["738.00 × 16 ÷ 31 The monthly price for the days that remain, today included, rounded once."],
  },
  { query: "plan=flagship&to=basic", rules: ["¥0.00 Nothing is charged for the change itself"] },
  {
    query: "catalog=shengwang-cn&plan=basic&to=flagship",
    rules: ["8,399.00 − 738.00 The whole difference of the monthly prices: it is not prorated."],
  },
  {
    query: "catalog=agora-global&plan=pro&to=starter",
    rules: ["Full monthly price The first month on the lower plan is paid when the change is requested."],
  },
]) {
  test(`the rule stands behind each amount of ${query}`, async ({ page }) => {
    await page.goto(`/?on=2024-08-16&${query}`);
    const { bill } = onPage(page);
    for (const rule of rules) await expect(bill).toContainText(rule);
  });
}

test("a refused change says why, and from when it is possible", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=premium&downgraded=2024-08-02&to=basic");
  const { bill, card, plan } = onPage(page);
  const reason = "Possible again from Sep 1, 2024.";
  await expect(card("Basic")).toContainText(reason);
  await expect(plan("Basic")).toBeDisabled();
  await expect(bill).toContainText(`Basic is not part of this bill One downgrade a month`);
  await expect(bill).toContainText(reason);
  await expect(card("Flagship")).toContainText("Due today");

  await page.getByLabel("Scheduled change to").selectOption("free");
  await expect(card("Flagship")).toContainText("already scheduled. Possible again from Sep 1, 2024.");
  await expect(card("Free")).toContainText("Scheduled");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(card("旗舰版")).toContainText("已有待生效的变更，2024年9月1日起可再次变更。");
});

test("packs are sold beside a refused change", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=premium&downgraded=2024-08-02&to=basic&pack-25k=3");
  const { amountDue } = onPage(page);
  await expect(amountDue).toContainText("¥504.00");
});

test("a balance that does not suffice has to be recharged first", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic&to=flagship");
  const { bill } = onPage(page);
  await page.getByLabel("Balance (CNY)").fill("1000.5");
  await page.keyboard.press("Tab");
  await expect(bill).toContainText("Balance ¥1,000.50 Balance afterwards ¥0.00 To recharge first ¥2,953.56");
});

for (const { what, field, value, place } of [
  { what: "A date that is none", field: "Date", value: "", place: "the date" },
  { what: "An amount that is none", field: "Balance (CNY)", value: "12.345", place: "the balance" },
  { what: "An amount that is a thousand to some", field: "Balance (CNY)", value: "1.000", place: "the balance" },
  { what: "A quantity out of range", field: "Quantity, 25,000-minute pack", value: "10001", place: "the packs" },
]) {
  test(`${what} leaves a reason, no amount and nothing to pay, until it is put right`, async ({ page }) => {
    await page.goto("/?on=2024-08-16&plan=basic&to=flagship&balance=5000");
    const { amountDue, bill } = onPage(page);
    await expect(amountDue).toBeVisible();
    const input = page.getByLabel(field, { exact: true });
    const right = await input.inputValue();
    await input.fill(value);
    await input.blur();
    await expect(bill.getByRole("alert")).toContainText(`Please check: ${place}`);
    await expect(amountDue).toHaveCount(0);
    await expect(bill).not.toContainText("¥");
    await input.fill(right);
    await input.blur();
    await expect(amountDue).toContainText("¥3,954.06");
  });
}

test("an address with an empty figure is not read as 0", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic&used=&to=flagship");
  const { amountDue, bill } = onPage(page);
  await expect(bill.getByRole("alert")).toContainText("Please check: the minutes used");
  await expect(amountDue).toHaveCount(0);
});

test("an address that contradicts itself is shown as such", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=gold&to=flagship&lang=zh-CN");
  const { bill } = onPage(page);
  await expect(bill.getByRole("alert")).toContainText("价目表中没有这个套餐包。");
  await expect(bill.getByRole("alert")).toContainText("请检查：当前套餐包");
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole("button", { name: "查看账单" }).locator("..")).toContainText("今日应付 无法支付");
});

test("an unknown price list is named, with a way out", async ({ page }) => {
  await page.goto("/?catalog=nowhere");
  await expect(page.getByRole("alert")).toContainText("there is no such price list.");
  await page.getByRole("link", { name: "Start over" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a calculator that cannot be loaded is said to be, and loaded on request", async ({ page, complaints }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/?on=2024-08-16&plan=basic&to=flagship");
  await expect(page.getByRole("alert")).toContainText("The calculator could not be loaded");
  await expect(page.getByRole("alert").locator("code")).not.toBeEmpty();
  await expect(page.getByRole("button", { name: /Pay/ })).toHaveCount(0);
  await expect(page.locator("main")).not.toContainText("¥");
  complaints.length = 0;
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(onPage(page).amountDue).toContainText("¥3,954.06");
});

test("a purchase is made up with the keyboard alone", async ({ page }) => {
  await page.goto("/?on=2024-08-16&plan=basic");
  const { amountDue, plan } = onPage(page);
  await plan("Basic").focus();
  await page.keyboard.press("ArrowDown");
  await expect(plan("Premium")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(plan("Flagship")).toBeChecked();
  await expect(plan("Flagship")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".card.wide").getByRole("link", { name: "Contact sales" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByText("What a month's minutes come to")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByText("Features of the plans")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("spinbutton", { name: "Quantity, 25,000-minute pack" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(amountDue).toContainText("¥4,122.06");
});

for (const width of [320, 1280]) {
  test(`nothing is cut off at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const query of ["to=flagship&pack-1000k=10000", "to=free&downgraded=2024-08-02", "to=gold"]) {
      await page.goto(`/?on=2024-08-16&plan=basic&balance=5000&${query}`);
      await expect(onPage(page).bill).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

for (const width of [320, 390, 1280]) {
  // 23 456 789 012.34 + 9 × 12 345 678 901.23
  test(`prices of eleven digits fit at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await alterCatalog(page, "easemob-cn", (catalog) => {
      Object.assign(catalog.plans[3], { monthlyPrice: "23456789012.34", listPrice: "34567890123.45" });
      for (const pack of catalog.packs) pack.price = "12345678901.23";
    });
    await page.goto("/?on=2026-11-01&plan=free&to=flagship&pack-25k=9&balance=90000000000&lang=en");
    const { amountDue } = onPage(page);
    await expect(amountDue).toContainText("¥134,567,899,123.41");
    // Each amount within the card or panel that it stands in, and on one line.
    const outside = await page.locator(".card, .panel, .summary").evaluateAll((boxes) =>
      boxes.flatMap((box) => {
        const { right } = box.getBoundingClientRect();
        return [...box.querySelectorAll(".figure, .price, s")]
          .filter((one) => one.getBoundingClientRect().right > right || one.getClientRects().length > 1)
          .map((one) => one.textContent);
      }),
    );
    expect(outside).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}

test("on a low laptop screen the total and its button are in sight, wherever the page is scrolled to", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 657 });
  await page.goto("/?account=subscriber&to=flagship&pack-25k=1&pack-250k=2");
  const bill = page.locator("prorata-bill");
  await expect(bill.locator(".due")).toContainText("¥");
  for (const to of [0, 400, 900]) {
    await page.evaluate((top) => scrollTo(0, top), to);
    await expect(bill.locator(".due .figure")).toBeInViewport({ ratio: 1 });
    await expect(bill.locator(".pay")).toBeInViewport({ ratio: 1 });
  }
});

test("on a phone a free customer subscribes in four taps", async ({ page }) => {
  await page.route("**/api/v1/accounts/newcomer", async (route) => {
    const reply = await (await route.fetch()).json();
    await route.fulfill({ json: { ...reply, account: { ...reply.account, balance: 100_000 } } });
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?account=newcomer");
  await page.locator(".card", { has: page.locator("#basic") }).click();
  await page.locator(".summary").getByRole("button", { name: "Next" }).click();
  await page.getByRole("checkbox").click();
  await expect(page.getByRole("dialog").locator(".confirm")).toHaveText(/^Pay ¥.* now$/);
});

test("on a phone a balance that does not suffice makes recharging the main button", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?account=newcomer&lang=en");
  await page.locator(".card", { has: page.locator("#basic") }).click();
  const recharge = page.locator(".summary").getByRole("link", { name: /^Recharge ¥/ });
  await expect(recharge).toBeInViewport({ ratio: 1 });
  await recharge.click();
  await expect(page).toHaveURL(/view=balance/);
  await expect(page.getByRole("textbox")).not.toHaveValue("");
});

test("a way leads past the choices to the bill", async ({ page }) => {
  await page.goto("/?account=subscriber&to=flagship");
  const skip = page.getByRole("button", { name: "Skip to the bill" });
  await skip.focus();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("prorata-bill").getByRole("heading", { name: "Bill" })).toBeFocused();
});

test("what lies beyond this month is shown on request, and the address keeps it", async ({ page }) => {
  await page.goto("/?account=subscriber");
  const compare = page.getByRole("button", { name: "Compare plans" });
  const compared = page.getByRole("region", { name: "Plans compared" });
  await expect(compare).toHaveAttribute("aria-expanded", "false");
  await expect(compared).toHaveCount(0);
  await compare.click();
  await expect(compared).toBeVisible();
  await expect(page).toHaveURL(/look=comparison/);
  await page.goBack();
  await expect(compared).toHaveCount(0);
});

test("every target is large enough for a finger", async ({ page }) => {
  await page.goto("/?account=downgrading&pack-25k=1");
  await expect(page.locator("prorata-coverage summary")).toBeVisible();
  const small = await page.locator("button, summary, select, input:not([type=radio])").evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility() && !element.matches(".skip"))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
      .map(({ element }) => element.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
});
