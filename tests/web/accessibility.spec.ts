// For everyone: axe on every state, the keyboard alone, magnified, without motion, and named in the window's title.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { alterAccount, subscriber } from "./altered-account.ts";
import { alterCatalog } from "./altered-catalog.ts";
import { buying, payFor } from "./buying.ts";
import { forgiveFailedRequests } from "./complaints.ts";
import { expect, test } from "./shop.ts";

interface State {
  query: string;
  /** What brings the page into the state, in any language. */
  arrange?: (page: Page) => Promise<unknown>;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
}

const alert = (page: Page) => page.getByRole("alert").first().waitFor();
const openAll = (page: Page) =>
  page.locator("summary").evaluateAll((all) => {
    for (const summary of all) (summary.parentElement as HTMLDetailsElement).open = true;
  });
const schedule = (page: Page) => page.locator("prorata-schedule table").waitFor();
const refuse = (status: number, json: object) => async (page: Page) => {
  await page.route(`${subscriber}/orders`, (route) => route.fulfill({ status, json }));
};

const purchases: State[] = [
  { query: "account=subscriber&to=flagship&pack-25k=1&look=costs", arrange: openAll },
  { query: "account=downgrading&to=free&look=schedule", arrange: schedule },
  { query: "account=newcomer&to=basic&pack-25k=2&forecast=150000&growth=5&look=schedule", arrange: schedule },
  {
    query:
      "catalog=shengwang-cn&on=2026-11-16&plan=basic&to=free&call=10,host,640x360x3.1280x720x1,90,20&call=5,host,hd,60,20&look=schedule",
    arrange: schedule,
  },
  {
    query: "catalog=agora-global&on=2026-11-16&plan=free&forecast=40000&ahead=40000,50000&look=comparison",
    arrange: openAll,
  },
  {
    query:
      "on=2026-11-16&plan=basic&held=free,2026-11-01&held=basic,2026-11-05&owned=pack-25k,2026-10-01,100&to=flagship",
  },
  { query: "on=2026-11-16&plan=basic&used=46200&ahead=46199,50000&balance=12.345" },
  { query: "plan=gold" },
  { query: "account=subscriber&to=flagship&pack-25k=1", arrange: (page) => buying(page).next.click() },
  { query: "account=subscriber&to=free&pack-25k=1", arrange: payFor },
  { query: "on=2026-11-30&plan=free&used=9000&balance=-500&to=basic", arrange: openAll },
];

const others: State[] = [
  {
    query: "account=newcomer&to=basic&view=balance",
    arrange: (page) => page.locator("prorata-balance button").click(),
  },
  { query: "account=subscriber&view=balance", arrange: (page) => page.getByRole("table").waitFor() },
  { query: "account=newcomer&view=orders" },
  { query: "account=downgrading&view=orders", arrange: openAll },
  { query: "account=global&view=orders" },
  { query: "account=downgrading&view=bills" },
  {
    query: "account=subscriber&view=bills",
    prepare: (page) => page.route(`${subscriber}/bills`, (route) => route.fulfill({ json: [] })),
  },
  {
    query: "account=subscriber&view=bills",
    prepare: (page) => page.route(`${subscriber}/bills`, (route) => route.abort()),
  },
  { query: "account=subscriber", prepare: (page) => page.route(subscriber, (route) => route.abort()) },
  { query: "account=subscriber", prepare: (page) => alterAccount(page, { plan: "gold" }) },
  { query: "account=subscriber", prepare: (page) => page.route(subscriber, () => {}) },
  { query: "catalog=nowhere" },
  { query: "", prepare: (page) => page.route("**/*.wasm", (route) => route.abort()) },
  { query: "", prepare: (page) => alterCatalog(page, "easemob-cn", (catalog) => catalog.packs.push(catalog.packs[0])) },
];

const answers: State[] = [
  {
    query: "account=subscriber&pack-25k=1",
    prepare: refuse(409, {
      code: "quote_differs",
      message: "",
      differences: [{ path: "/amountDue", expected: 16800, actual: 100 }],
    }),
  },
  { query: "account=subscriber&pack-25k=1", prepare: refuse(402, { code: "shortfall", message: "", shortfall: 100 }) },
  {
    query: "account=subscriber&to=free",
    prepare: refuse(409, {
      code: "plan_change_refused",
      message: "",
      reason: "downgrade_limit",
      allowedFrom: "2026-12-01",
    }),
  },
  { query: "account=subscriber&pack-25k=1", prepare: refuse(500, { code: "internal_error", message: "" }) },
].map((state) => ({
  ...state,
  arrange: async (page) => {
    await payFor(page);
    await alert(page);
  },
}));

/** The rest of the page is not changed by an answer. */
const bill = (axe: AxeBuilder) => axe.include({ fromShadowDom: ["prorata-app", "prorata-purchase", "prorata-bill"] });

for (const look of [
  { lang: "en", colorScheme: "light" },
  { lang: "zh-CN", colorScheme: "dark" },
] as const) {
  for (const { what, states, part } of [
    { what: "while buying", states: purchases },
    { what: "in the account centre and where loading fails", states: others },
    { what: "in the server's answers", states: answers, part: bill },
  ]) {
    test(`axe finds nothing ${what}, ${look.lang} and ${look.colorScheme}`, async ({
      page,
      browserName,
      complaints,
    }) => {
      test.skip(browserName !== "chromium", "The same tree in every browser.");
      test.slow();
      await page.emulateMedia({ colorScheme: look.colorScheme });
      for (const { query, prepare, arrange } of states) {
        await prepare?.(page);
        await page.goto(`/?${query}&lang=${look.lang}`);
        const main = page.locator("main");
        await main.locator("h2, [role=alert], .skeleton").first().waitFor({ state: "attached" });
        await arrange?.(page);
        // Without frames there is no need of the blank page that results are otherwise put together in, which is slow.
        const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
        part?.(axe);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => ({ query, id, at: nodes.map(({ target }) => target) }))).toEqual([]);
        await page.unrouteAll({ behavior: "ignoreErrors" });
        forgiveFailedRequests(complaints);
      }
    });
  }
}

const words = {
  en: {
    titles: ["Purchase · Prorata", "Balance and recharges · Prorata", "Orders · Prorata", "Monthly bills · Prorata"],
    links: ["Balance and recharges", "Orders", "Monthly bills"],
    goToRecharge: "Recharge ¥537.00 first",
    amount: "Amount to recharge (CNY)",
    recharge: "Recharge",
    toCart: "Back to the cart",
    quantity: "Quantity, 25,000-minute pack",
    placed: "Subscribe to Basic",
  },
  "zh-CN": {
    titles: ["购买 · Prorata", "余额与充值记录 · Prorata", "订单中心 · Prorata", "消费账单 · Prorata"],
    links: ["余额与充值记录", "订单中心", "消费账单"],
    goToRecharge: "请先充值 ¥537.00",
    amount: "充值金额（CNY）",
    recharge: "充值",
    toCart: "返回购买",
    quantity: "2.5 万分钟加油包数量",
    placed: "订阅基础版",
  },
};

for (const [lang, text] of Object.entries(words)) {
  test(`the window is named after the page shown, in ${lang}`, async ({ page }) => {
    await page.goto(`/?account=subscriber&lang=${lang}`);
    await expect(page).toHaveTitle(text.titles[0] ?? "");
    for (const [index, name] of text.links.entries()) {
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page).toHaveTitle(text.titles[index + 1] ?? "");
    }
    await page.goBack();
    await expect(page).toHaveTitle(text.titles[2] ?? "");
    await page.getByRole("button", { name: lang === "en" ? "中文" : "English" }).click();
    await expect(page).toHaveTitle(lang === "en" ? "订单中心 · Prorata" : "Orders · Prorata");
  });
}

/** Presses Tab until the focus is there. Wherever it comes by, it is in sight and not beneath the total. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    // Firefox scrolls to it once it is done laying out, which may be a moment later.
    await expect.poll(() => page.evaluate(hiddenFocus)).toBe("");
    if (await target.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No way by Tab to ${target}.`);
}

/** In the page: what has the focus, if it is out of sight or covered. */
function hiddenFocus(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return "";
  const app = document.querySelector("prorata-app")?.shadowRoot;
  const total = app?.querySelector("prorata-purchase")?.shadowRoot?.querySelector(".summary");
  const isCovered = total?.clientHeight && !total.contains(focused) && !focused.closest("dialog, [slot=receipt]");
  const end = isCovered ? total.getBoundingClientRect().top : innerHeight;
  const { top, bottom, height } = focused.getBoundingClientRect();
  const inSight = Math.min(bottom, end) - Math.max(top, 0);
  return inSight < Math.min(height, 16) ? focused.outerHTML : "";
}

// Two looks at 200 % and more: 1280 × 800 and 640 × 512, magnified twice.
for (const { lang, width, height } of [
  { lang: "en", width: 640, height: 400 },
  { lang: "zh-CN", width: 320, height: 256 },
] as const) {
  test(`a purchase by keyboard alone, recharge and checkout included, at ${width} × ${height}, in ${lang}`, async ({
    page,
  }) => {
    const text = words[lang];
    await page.setViewportSize({ width, height });
    await page.goto(`/?account=newcomer&lang=${lang}`);
    await tabTo(page, page.locator("#free"));
    await page.keyboard.press("ArrowDown");
    await tabTo(page, page.getByRole("spinbutton", { name: text.quantity }));
    await page.keyboard.press("ArrowUp");
    await tabTo(page, page.getByRole("link", { name: text.goToRecharge }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: text.links[0], exact: true })).toBeFocused();
    await tabTo(page, page.getByRole("textbox", { name: text.amount }));
    await tabTo(page, page.getByRole("button", { name: text.recharge, exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.locator(".balance")).toHaveText("¥537.00");
    await tabTo(page, page.getByRole("link", { name: text.toCart }));
    await page.keyboard.press("Enter");
    const { next, tick, pay, close, orders } = buying(page);
    await tabTo(page, next);
    await page.keyboard.press("Space");
    await tabTo(page, tick);
    await page.keyboard.press("Space");
    await tabTo(page, pay);
    await page.keyboard.press("Space");
    await expect(close).toBeVisible();
    await tabTo(page, orders);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: text.links[1], exact: true })).toBeFocused();
    await tabTo(page, page.locator("summary", { hasText: text.placed }));
  });

  test(`nothing is cut off or covered at ${width} × ${height}, in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const query of [
      "account=subscriber&to=flagship&pack-1000k=3",
      "account=downgrading&to=free",
      "account=newcomer&to=basic&view=balance",
      "account=downgrading&view=orders",
      "account=downgrading&view=bills",
      "on=2026-11-16&plan=gold&call=10,host,640x360x3.1280x720x1,90,20",
    ]) {
      await page.goto(`/?${query}&lang=${lang}`);
      await page.locator("main").locator("h2, [role=alert]").first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(width);
      const covered = await page.locator(".summary").evaluateAll((all) => all.map((one) => one.clientHeight));
      for (const share of covered) expect(share, query).toBeLessThan(height / 5);
    }
  });
}

test("nothing moves for those who ask for that", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "Firefox as it is driven here does not emulate it.");
  await page.goto("/?account=subscriber&to=flagship&look=schedule");
  await page.locator("prorata-schedule table").waitFor();
  const moving = () =>
    page.locator("*").evaluateAll((all) =>
      all
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          // What is slotted nowhere has no style at all.
          if (transitionDuration === "") return false;
          return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
        })
        .map(({ className }) => String(className)),
    );
  expect(await moving()).not.toEqual([]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toEqual([]);
});
