// The sellers' own terms, in words and before anything is paid: quota, suspension, withdrawal, debt, renewal.
import type { Page } from "@playwright/test";
import { alterAccount } from "./altered-account.ts";
import { alterCatalog } from "./altered-catalog.ts";
import { buying } from "./buying.ts";
import { expect, test } from "./shop.ts";

const onPage = (page: Page) => ({
  bill: page.getByRole("region", { name: /^(Bill|账单)$/ }),
  glance: page.getByRole("region", { name: /^(This month at a glance|本月概览)$/ }),
  comparison: page.getByRole("region", { name: /^(Plans compared|套餐对比)$/ }),
  schedule: page.getByRole("region", { name: /^(Cheapest schedule, month by month|逐月最省方案)$/ }),
  packs: page.getByRole("region", { name: /^(Top-up packs|加油包)$/ }),
  card: (name: string) => page.locator(".card", { has: page.getByRole("radio", { name, exact: true }) }),
});

// 120 000 × 1 ÷ 30 = 4 000; of 9 000 used 5 000 are above it, × 7.00 ÷ 1 000 = 35.00. 738.00 × 1 ÷ 30 = 24.60.
for (const { lang, basic, falls, cost, why } of [
  {
    lang: "en",
    basic: "Basic",
    falls: "This month's quota falls from 10,000 to 4,000 min.",
    cost: "Of the minutes already used, 5,000 are then above the quota and cost ¥35.00",
    why: "Free minutes count only in a month without a paid plan.",
  },
  {
    lang: "zh-CN",
    basic: "基础版",
    falls: "本月额度由 10,000 分钟降至 4,000 分钟。",
    cost: "已用的分钟数中，5,000 分钟将超出额度，按超量计费 ¥35.00",
    why: "免费分钟数仅在没有付费套餐的月份有效。",
  },
]) {
  test(`a subscription that lowers the month's quota says so and what the excess costs, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(`/?on=2026-11-30&plan=free&used=9000&balance=100&lang=${lang}`);
    const { bill, card } = onPage(page);
    await expect(card(basic)).toContainText(falls);
    await expect(card(basic)).toContainText(cost);
    await card(basic).click();
    for (const words of [falls, why, cost, "¥24.60"]) await expect(bill).toContainText(words);
  });
}

test("packs that cover the excess are named instead of a price", async ({ page }) => {
  await page.goto("/?on=2026-11-30&plan=free&used=9000&to=basic&pack-25k=1");
  const { bill } = onPage(page);
  await expect(bill).toContainText("Of the minutes already used, 5,000 are then drawn from your packs.");
  await expect(bill).not.toContainText("above the quota");
});

test("a quota that does not fall is not spoken of", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=free&used=9000&to=basic");
  await expect(onPage(page).bill).toContainText("Subscribe to Basic");
  await expect(onPage(page).bill).not.toContainText("falls");
});

for (const { lang, free, unserved, card: onCard, stops } of [
  {
    lang: "en",
    free: "Free",
    unserved: "30,000 min not served",
    card: "Without packs, 30,000 of your forecast of 40,000 min would not be served.",
    stops: "Service stops once its minutes are used up.",
  },
  {
    lang: "zh-CN",
    free: "免费版",
    unserved: "30,000 分钟无法使用",
    card: "不购买加油包时，预估的 40,000 分钟中有 30,000 分钟无法使用。",
    stops: "分钟用完后暂停服务。",
  },
]) {
  test(`a price that serves less says so in the same place, on a narrow screen too, in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`/?on=2026-11-16&plan=free&forecast=40000&look=comparison&lang=${lang}`);
    const { card, comparison } = onPage(page);
    await expect(card(free)).toContainText(onCard);
    await expect(card(free)).toContainText(stops);
    const note = comparison.getByRole("cell", { name: `¥0.00 ${unserved}` });
    await expect(note).toBeVisible();
    const { x = 0, width = 390 } = (await note.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(390);
    await expect(comparison.getByRole("row", { name: new RegExp(`^${free}`) }).first()).not.toContainText(
      /Cheapest|最低价/,
    );
  });
}

test("the schedule's baseline that serves less says so beside what is saved against it", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=free&forecast=40000&look=schedule");
  const { schedule } = onPage(page);
  await expect(schedule).toContainText("against keeping Free and buying nothing, which leaves minutes unserved");
  await expect(schedule).toContainText("360,000 min would not be served.");
});

test("packs are compared with overage only on a plan that bills it", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=free");
  const { card, packs } = onPage(page);
  await expect(packs).toContainText("25,000-minute pack");
  await expect(packs).not.toContainText("as overage");
  await card("Basic").click();
  await expect(packs).toContainText("the same minutes as overage: ¥175.00");
});

const scheduled = "plan=flagship&pending=basic&pending-on=2026-12-01";

for (const { lang, withdraw, stay, keep } of [
  {
    lang: "en",
    withdraw: "Withdraw the scheduled change",
    stay: "Withdraw the scheduled change, stay on Flagship ¥0.00",
    keep: "Let the scheduled change stand",
  },
  {
    lang: "zh-CN",
    withdraw: "撤回待生效的变更",
    stay: "撤回待生效的变更，继续使用旗舰版 ¥0.00",
    keep: "保留待生效的变更",
  },
]) {
  test(`a scheduled downgrade is withdrawn by a click where the seller allows it, in ${lang}`, async ({ page }) => {
    await page.goto(`/?catalog=shengwang-cn&on=2026-11-16&${scheduled}&balance=9000&lang=${lang}`);
    const { bill } = onPage(page);
    await expect(bill).toContainText("¥738.00");
    await page.getByRole("button", { name: withdraw, exact: true }).click();
    await expect(bill).toContainText(stay);
    await expect(bill).toContainText("¥8,399.00");
    await page.getByRole("button", { name: keep, exact: true }).click();
    await expect(bill).toContainText("¥738.00");
  });
}

for (const { lang, premium, basic, free, open, effective, refused } of [
  {
    lang: "en",
    premium: "Premium",
    basic: "Basic",
    free: "Free",
    open: "Withdraw that change, and it can be chosen at once.",
    effective: "From Dec 1, 2026",
    refused: "already scheduled",
  },
  {
    lang: "zh-CN",
    premium: "尊享版",
    basic: "基础版",
    free: "免费版",
    open: "撤回该变更后即可选择。",
    effective: "2026年12月1日起生效",
    refused: "已有待生效的变更",
  },
]) {
  test(`what a withdrawal would open says so, and the plan scheduled from when it is, in ${lang}`, async ({ page }) => {
    const { card } = onPage(page);
    await page.goto(`/?catalog=shengwang-cn&on=2026-11-16&${scheduled}&lang=${lang}`);
    for (const name of [premium, free]) await expect(card(name)).toContainText(open);
    await expect(card(basic)).toContainText(effective);
    await expect(card(basic)).not.toContainText(refused);
    // Where sales take it back nothing is opened by a click.
    await page.goto(`/?on=2026-11-16&${scheduled}&lang=${lang}`);
    await expect(card(premium)).toContainText(refused);
    await expect(card(premium)).not.toContainText(open);
  });
}

test("a badge keeps its height beside a card that has two", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/?catalog=shengwang-cn&on=2026-11-16&${scheduled}&lang=en`);
  const { card } = onPage(page);
  await expect(card("Flagship").locator(".badge")).toHaveText(["Plan today", "Recommended"]);
  const [one, other] = await Promise.all([
    card("Basic").locator(".badge").boundingBox(),
    card("Flagship").locator(".badge").first().boundingBox(),
  ]);
  expect(one?.height).toBe(other?.height);
});

test("where it is executed already it cannot be withdrawn", async ({ page }) => {
  await page.goto(`/?catalog=shengwang-cn&on=2026-11-25&${scheduled}`);
  await expect(page.getByText("A change to Basic is scheduled for Dec 1, 2026.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
});

test("where sales take it back, sales are named, and asked about it", async ({ page }) => {
  await page.goto(`/?on=2026-11-16&${scheduled}&to=free`);
  const { bill, card } = onPage(page);
  const contact = card("Flagship").getByRole("link", { name: "Contact sales" });
  await expect(card("Flagship")).toContainText("Withdrawing or altering it goes through the sales team.");
  await expect(contact).toHaveAttribute("href", /^mailto:/);
  await expect(bill.getByRole("link", { name: "Contact sales" })).toBeVisible();
  await page.evaluate(() =>
    addEventListener("prorata-contact", (event) => {
      event.preventDefault();
      document.title = JSON.stringify((event as CustomEvent).detail);
    }),
  );
  await contact.click();
  await expect(page).toHaveTitle('{"about":"scheduled-change","plan":"basic"}');
  await page.locator(".card.wide").getByRole("link", { name: "Contact sales" }).click();
  await expect(page).toHaveTitle('{"about":"plan","plan":"enterprise"}');
});

for (const { lang, after } of [
  { lang: "en", after: "Balance −¥500.00 Balance afterwards −¥500.00" },
  { lang: "zh-CN", after: "账户余额 −¥500.00 支付后余额 −¥500.00" },
]) {
  test(`a debt does not stop what costs nothing, in ${lang}`, async ({ page }) => {
    await alterAccount(page, { balance: -50_000 });
    await page.goto(`/?account=subscriber&to=free&lang=${lang}`);
    await expect(onPage(page).bill).toContainText(after);
    await buying(page).next.click();
    await expect(buying(page).pay).toBeVisible();
    await expect(buying(page).pay).not.toHaveAttribute("aria-disabled");
  });
}

test("a debt is paid before what is due", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=basic&balance=-500&pack-25k=1");
  await expect(onPage(page).bill).toContainText("To recharge first ¥668.00");
});

for (const { lang, short } of [
  { lang: "en", short: "Recharge ¥638.00 before Dec 1, 2026." },
  { lang: "zh-CN", short: "请在2026年12月1日前充值 ¥638.00。" },
]) {
  test(`a renewal that the balance does not cover is warned of in glance and bill, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&balance=100&lang=${lang}`);
    const { bill, glance } = onPage(page);
    await expect(glance).toContainText("¥738.00");
    for (const place of [bill, glance]) await expect(place).toContainText(short);
    await page.goto(`/?on=2026-11-16&plan=basic&balance=738&lang=${lang}`);
    await expect(glance).toContainText("¥738.00");
    for (const place of [bill, glance]) await expect(place).not.toContainText(/Recharge|充值/);
  });
}

// Made after the charge of 25 November for December: 8 399.00 − 738.00 is settled on the 1st.
test("what the 1st still settles is part of the account, the renewal and the address", async ({ page }) => {
  await page.goto("/?catalog=shengwang-cn&on=2026-11-26&plan=flagship&difference=7661");
  const { bill, glance } = onPage(page);
  await expect(page.getByLabel("To settle on the 1st (CNY)")).toHaveValue("7661.00");
  await expect(glance).toContainText("¥7,661.00 Dec 1, 2026");
  await expect(bill).toContainText("¥7,661.00 · Dec 1, 2026 Flagship, for December 2026: what is not paid for yet");
  await page.getByLabel("To settle on the 1st (CNY)").fill("-7661");
  await page.keyboard.press("Tab");
  await expect(bill).toContainText("−¥7,661.00 · Dec 1, 2026 Flagship, for December 2026: paid back");
  await expect(page).toHaveURL(/difference=-7661\.00/);
});

for (const { lang, reason } of [
  {
    lang: "en",
    reason: "Next month is already paid for on your plan. A lower plan can be chosen again from Dec 1, 2026.",
  },
  { lang: "zh-CN", reason: "下月已按当前套餐续订，2026年12月1日起可再次降级。" },
]) {
  test(`a lower plan once next month is paid for is refused with its date, in ${lang}`, async ({ page }) => {
    await page.goto(`/?catalog=agora-global&on=2026-11-29&plan=pro&lang=${lang}`);
    await expect(page.locator(".card", { has: page.locator("#starter") })).toContainText(reason);
    await expect(page.locator("#starter")).toBeDisabled();
  });
}

// 120 000 ÷ 4 ÷ 60 = 500; ÷ 60 = 2 000. 25 000 ÷ 4 = 6 250, ÷ 60 = 104.2; ÷ 60 = 416.7. 120 000 ÷ 0.57 ÷ 60 = 3 508.8.
for (const { lang, basic, plan, pack, more, row } of [
  {
    lang: "en",
    basic: "Basic",
    plan: "One host: 500 h of HD video or 2,000 h of audio",
    pack: "One host: 104 h of HD video or 416 h of audio",
    more: "What a month's minutes come to",
    row: "Broadcast audience, Audio only",
  },
  {
    lang: "zh-CN",
    basic: "基础版",
    plan: "一位主播：高清视频 500 小时，或纯音频 2,000 小时",
    pack: "一位主播：高清视频 104 小时，或纯音频 416 小时",
    more: "套餐包分钟数相当于多久",
    row: "极速直播观众，纯音频",
  },
]) {
  test(`each plan and pack says what its minutes come to, the rest on request, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=free&lang=${lang}`);
    const { card, packs } = onPage(page);
    await expect(card(basic)).toContainText(plan);
    await expect(packs).toContainText(pack);
    const table = page.locator("prorata-plans").getByRole("table", { name: more });
    await expect(table).toBeHidden();
    await page.locator("prorata-plans summary", { hasText: more }).click();
    await expect(table.getByRole("row", { name: row })).toContainText("3,508");
  });
}

for (const { lang, recharge, balance, short, needed, without, after, again } of [
  {
    lang: "en",
    recharge: "Recharge ¥638.00",
    balance: "Balance and recharges",
    short: "The balance will be ¥638.00 short for the next automatic charge.",
    needed: "The cart needs ¥68.00 more.",
    without: "Without this order: The balance will be ¥638.00 short",
    after: "After this order the balance will be ¥738.00 short",
    again: "Recharge another ¥738.00 before Dec 1, 2026.",
  },
  {
    lang: "zh-CN",
    recharge: "充值 ¥638.00",
    balance: "余额与充值",
    short: "下次自动扣费时余额还差 ¥638.00",
    needed: "本单还差 ¥68.00。",
    without: "不计本单：下次自动扣费时余额还差 ¥638.00",
    after: "本单完成后，下次自动扣费时余额还差 ¥738.00",
    again: "请在2026年12月1日前另行充值 ¥738.00。",
  },
]) {
  test(`what the next charge lacks is a click away and suggested, after what the cart lacks, in ${lang}`, async ({
    page,
  }) => {
    await alterAccount(page, { balance: 10_000 });
    await page.goto(`/?account=subscriber&lang=${lang}`);
    await onPage(page).bill.getByRole("link", { name: recharge, exact: true }).click();
    const panel = page.getByRole("region", { name: balance });
    await expect(panel).toContainText(short);
    await expect(panel.getByRole("textbox")).toHaveValue("638.00");
    await page.goto(`/?account=subscriber&pack-25k=1&view=balance&lang=${lang}`);
    await expect(panel).toContainText(needed);
    await expect(panel).toContainText(after);
    await expect(panel.getByRole("textbox")).toHaveValue("68.00");
  });

  // 100.00 − 738.00; with the pack's 168.00 nothing is left of them.
  test(`what the next charge lacks with and without the order is told apart, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&balance=100&pack-25k=1&lang=${lang}`);
    const { bill, glance } = onPage(page);
    await expect(glance).toContainText(without);
    for (const words of [after, again]) await expect(bill).toContainText(words);
  });
}

test("what an order leaves short is in sight beside its total, on a low laptop screen too", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 657 });
  await page.goto("/?account=subscriber&to=flagship&lang=en");
  const foot = page.locator("prorata-bill .foot");
  // 4,508.00 − 3,830.50 = 677.50; 8,399.00 − 677.50 = 7,721.50
  await expect(foot.locator(".short")).toContainText("¥7,721.50");
  await expect(foot.locator(".short")).toBeInViewport({ ratio: 1 });
  await expect(foot.locator(".pay")).toBeInViewport({ ratio: 1 });
});

for (const { lang, owed, recharge, balance } of [
  { lang: "en", owed: "You owe ¥50.00.", recharge: "Recharge ¥50.00", balance: "Balance and recharges" },
  { lang: "zh-CN", owed: "账户已欠费 ¥50.00", recharge: "充值 ¥50.00", balance: "余额与充值" },
]) {
  test(`a debt is said in glance and bill also where nothing is charged next, in ${lang}`, async ({ page }) => {
    await alterAccount(page, { plan: "free", history: undefined, balance: -5_000 });
    await page.goto(`/?account=subscriber&lang=${lang}`);
    const { bill, glance } = onPage(page);
    await expect(glance).toContainText(owed);
    await expect(bill).toContainText(owed);
    await bill.getByRole("link", { name: recharge, exact: true }).click();
    const panel = page.getByRole("region", { name: balance });
    await expect(panel).toContainText(owed);
    await expect(panel.getByRole("textbox")).toHaveValue("50.00");
  });
}

for (const { lang, rule } of [
  { lang: "en", rule: "Cancelling costs nothing, and nothing is charged after it." },
  { lang: "zh-CN", rule: "取消续订不收费，之后也不再自动扣费。" },
]) {
  test(`to cancel costs nothing, and the bill says so in these words, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&to=free&lang=${lang}`);
    await expect(onPage(page).bill).toContainText(rule);
  });
}

test("sentences that follow one another are parted as the language does", async ({ page }) => {
  await page.goto("/?on=2026-11-16&plan=basic&lang=zh-CN");
  await expect(onPage(page).packs).toContainText("先购买的先抵扣。今天购买，");
  await page.goto("/?on=2026-11-16&plan=basic&lang=en");
  await expect(onPage(page).packs).toContainText("the oldest pack first. Bought today,");
});

for (const { lang, badge, why, alone } of [
  {
    lang: "en",
    badge: "Recommended",
    why: "The cheapest schedule for your forecast begins with it, but only together with packs.",
    alone: "Without packs, 50,000 of your forecast of 60,000 min would not be served.",
  },
  {
    lang: "zh-CN",
    badge: "推荐",
    why: "按您的用量预估，最省方案由此开始，但须同时购买加油包。",
    alone: "不购买加油包时，预估的 60,000 分钟中有 50,000 分钟无法使用。",
  },
]) {
  test(`a plan that alone leaves minutes unserved is not recommended, in ${lang}`, async ({ page }) => {
    await page.goto(`/?on=2026-11-16&plan=basic&used=20000&forecast=60000&lang=${lang}`);
    const card = page.locator(".card", { has: page.locator("#free") });
    await expect(card).toContainText(alone);
    await expect(card).toContainText(why);
    await expect(page.locator(".badge", { hasText: badge })).toHaveCount(0);
  });
}

for (const { catalog, links } of [
  {
    catalog: "easemob-cn",
    links: { "Published prices and rules": "https://doc.shengwang.cn/doc/rtc/android/billing/billing-strategy" },
  },
  {
    catalog: "shengwang-cn",
    links: { "Published prices and rules": "https://doc.shengwang.cn/doc/rtc/android/billing/billing-strategy" },
  },
  {
    catalog: "agora-global",
    links: {
      "Published prices": "https://www.agora.io/en/pricing/",
      "Published rules": "https://docs.agora.io/en/realtime-media/rtc/subscription-packages",
    },
  },
]) {
  test(`the prices and rules of ${catalog} are a link to where they are published`, async ({ page }) => {
    await page.goto(`/?catalog=${catalog}&on=2026-11-16&lang=en`);
    const footer = page.locator("footer");
    for (const [name, address] of Object.entries(links)) {
      const link = footer.getByRole("link", { name, exact: true });
      await expect(link).toHaveAttribute("href", address);
      await expect(link).toHaveAttribute("rel", "noreferrer");
      // Nobody is led away from what was chosen into a window of its own.
      await expect(link).not.toHaveAttribute("target");
    }
    await expect(footer.getByRole("link")).toHaveCount(Object.keys(links).length);
  });
}

for (const { source, links } of [
  { source: "https://prices.example/list", links: ["https://prices.example/list"] },
  { source: "javascript:document.title='hit'", links: [] },
]) {
  test(`a price list from ${source} has ${links.length} link`, async ({ page }) => {
    await alterCatalog(page, "easemob-cn", (catalog) => {
      catalog.source = source;
      if (links.length === 0) catalog.id = "own";
    });
    await page.goto("/?on=2026-11-16&lang=en");
    const footer = page.locator("footer");
    await expect(footer).toContainText("price list 2026-11-25");
    await expect(footer.getByRole("link")).toHaveCount(links.length);
    for (const address of links) await expect(footer.getByRole("link")).toHaveAttribute("href", address);
  });
}

for (const { lang, doubts, contact, managed } of [
  {
    lang: "en",
    doubts: "Any question about this bill?",
    contact: "Contact sales",
    managed: "this plan is managed by the sales team",
  },
  { lang: "zh-CN", doubts: "对账单有疑问？", contact: "联系商务", managed: "该套餐包由商务管理" },
]) {
  test(`doubts lead to the sales team, and so does a plan that they manage, in ${lang}`, async ({ page }) => {
    await page.goto(`/?account=subscriber&to=flagship&lang=${lang}`);
    const { bill } = onPage(page);
    await expect(bill).toContainText(doubts);
    await expect(bill.getByRole("link", { name: contact })).toHaveAttribute("href", /^mailto:/);
    await page.goto(`/?on=2026-11-16&plan=enterprise&lang=${lang}`);
    await expect(bill.getByRole("alert")).toContainText(managed);
    await expect(bill.getByRole("link", { name: contact })).toHaveAttribute("href", /^mailto:/);
    await alterAccount(page, { plan: "enterprise" });
    await page.goto(`/?account=subscriber&lang=${lang}`);
    await expect(page.getByRole("alert")).toContainText(managed);
    await expect(page.getByRole("main").getByRole("link", { name: contact })).toHaveAttribute("href", /^mailto:/);
  });
}
