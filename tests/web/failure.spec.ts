// What fails is seen to fail: the reason in the buyer's language, nothing to pay, no amount, and a way on.
import type { Page } from "@playwright/test";
import { alterAccount, subscriber } from "./altered-account.ts";
import { alterCatalog } from "./altered-catalog.ts";
import { payFor } from "./buying.ts";
import { forgiveFailedRequests } from "./complaints.ts";
import { expect, test } from "./shop.ts";

const words = {
  en: {
    noPrice: "No price can be shown:",
    noPlan: "the price list has no such plan.",
    contradicts: "the account contradicts itself or the date.",
    noAccount: "The account could not be loaded, so no price can be shown:",
    noAnswer: "the server did not answer.",
    failed: "the server failed.",
    noList: "there is no such price list.",
    noModule: "The calculator could not be loaded, so no price can be shown.",
    faultyList: "the price list is faulty.",
    noRecords: "The records could not be loaded:",
    retry: "Try again",
    loading: "Loading…",
    ownFigures: "Your own figures",
  },
  "zh-CN": {
    noPrice: "无法显示价格：",
    noPlan: "价目表中没有这个套餐包。",
    contradicts: "账户信息与日期或自身矛盾。",
    noAccount: "账户加载失败，无法显示价格：",
    noAnswer: "服务器没有响应。",
    failed: "服务器内部错误。",
    noList: "没有这个价目表。",
    noModule: "计算模块加载失败，无法显示价格。",
    faultyList: "价目表有误。",
    noRecords: "记录加载失败：",
    retry: "重试",
    loading: "正在加载…",
    ownFigures: "自定义数据",
  },
} as const;

const onPage = (page: Page) => ({
  main: page.getByRole("main"),
  alert: page.getByRole("alert"),
  pay: page.locator("prorata-bill .pay"),
  due: page.locator("prorata-bill .due"),
  customer: page.getByRole("combobox", { name: /^(Account|账户)$/ }),
});

for (const [lang, text] of Object.entries(words)) {
  test.describe(lang, () => {
    test.skip(
      ({ browserName }) => lang === "zh-CN" && browserName !== "chromium",
      "The words are those of any browser.",
    );
    const bought = `/?account=subscriber&pack-25k=1&lang=${lang}`;

    for (const { what, change, reason, code } of [
      {
        what: "a plan there is not",
        change: { plan: "gold" },
        reason: text.noPlan,
        code: "unknown_plan /account/plan",
      },
      {
        what: "packs bought tomorrow",
        change: { packs: [{ pack: "pack-25k", purchasedOn: "2026-11-17", remainingMinutes: 1 }] },
        reason: text.contradicts,
        code: "inconsistent_account /account/packs/0/purchasedOn",
      },
    ]) {
      test(`an account with ${what} leaves a reason, nothing to pay, and a retry`, async ({ page }) => {
        await alterAccount(page, change);
        await page.goto(bought);
        const { alert, due, main, pay } = onPage(page);
        for (const words of [text.noPrice, reason, code]) await expect(alert).toContainText(words);
        await expect(main).not.toContainText("¥");
        await expect(pay).toHaveCount(0);
        await page.unroute(subscriber);
        await alert.getByRole("button", { name: text.retry }).click();
        await expect(due).toContainText("¥168.00");
        await expect(alert).toHaveCount(0);
      });
    }

    test("a faulty price list leaves a reason and no price, until another is had", async ({ page }) => {
      await alterCatalog(page, "easemob-cn", (catalog) => {
        catalog.plans[1].id = catalog.plans[2].id;
      });
      await page.goto(bought);
      const { alert, due, main, pay } = onPage(page);
      await expect(alert).toContainText(text.noModule);
      await expect(alert).toContainText(text.faultyList);
      await expect(main).not.toContainText("¥");
      await expect(pay).toHaveCount(0);
      await page.unroute("**/*.wasm");
      await alert.getByRole("button", { name: text.retry }).click();
      await expect(due).toContainText("¥168.00");
    });

    test("an account priced by an unknown list is no price", async ({ page }) => {
      await page.route(subscriber, async (route) => {
        await route.fulfill({ json: { ...(await (await route.fetch()).json()), catalog: "nowhere" } });
      });
      await page.goto(bought);
      const { alert, main } = onPage(page);
      await expect(alert).toContainText(text.noAccount);
      await expect(alert).toContainText(text.noList);
      await expect(main).not.toContainText("¥");
    });

    test("another account that does not come leaves none of the figures before", async ({ page, complaints }) => {
      let fail = () => {};
      const failing = new Promise<void>((resolve) => {
        fail = resolve;
      });
      await page.route("**/api/v1/accounts/downgrading", async (route) => {
        await failing;
        await route.abort();
      });
      await page.goto(bought);
      const { alert, customer, due, main } = onPage(page);
      await expect(due).toContainText("¥168.00");
      await customer.selectOption("downgrading");
      await expect(page.getByRole("status").filter({ hasText: text.loading })).toHaveCount(1);
      await expect(main).toHaveAttribute("aria-busy", "true");
      await expect(main).not.toContainText("¥");
      fail();
      await expect(alert).toContainText(text.noAccount);
      await expect(alert).toContainText(text.noAnswer);
      await expect(main).not.toContainText("¥");
      await expect(customer).toHaveValue("downgrading");
      forgiveFailedRequests(complaints);
      await customer.selectOption({ label: text.ownFigures });
      await expect(main).toContainText("¥");
      await page.goBack();
      await expect(alert).toContainText(text.noAccount);
      await page.goBack();
      await expect(due).toContainText("¥168.00");
      forgiveFailedRequests(complaints);
    });

    test("an account that cannot be asked for after a refusal leaves no amount", async ({ page, complaints }) => {
      await page.goto(bought);
      const { alert, main, pay } = onPage(page);
      await expect(pay).toBeEnabled();
      await page.route(`${subscriber}/orders`, (route) =>
        route.fulfill({ status: 402, json: { code: "shortfall", message: "", shortfall: 1 } }),
      );
      await page.route(subscriber, (route) =>
        route.fulfill({ status: 500, json: { code: "internal_error", message: "It failed." } }),
      );
      await payFor(page);
      await expect(alert).toContainText(text.noAccount);
      await expect(alert).toContainText(text.failed);
      await expect(alert).not.toContainText("It failed.");
      await expect(main).not.toContainText("¥");
      await page.unroute(subscriber);
      await alert.getByRole("button", { name: text.retry }).click();
      await expect(pay).toBeEnabled();
      forgiveFailedRequests(complaints);
    });

    test("records that do not come leave a reason and a retry", async ({ page, complaints }) => {
      await page.route(`${subscriber}/orders`, (route) => route.abort());
      await page.goto(`/?account=subscriber&view=orders&lang=${lang}`);
      const { alert, main } = onPage(page);
      await expect(alert).toContainText(text.noRecords);
      await expect(main).not.toContainText("¥");
      forgiveFailedRequests(complaints);
      await page.unroute(`${subscriber}/orders`);
      await alert.getByRole("button", { name: text.retry }).click();
      await expect(main).toContainText("¥492.00");
    });
  });
}

test("an account the server does not know is named, and another can be chosen", async ({ page, complaints }) => {
  await page.goto("/?account=nobody");
  const { alert, customer, main } = onPage(page);
  await expect(alert).toContainText("the server knows no such account.");
  await expect(customer).toHaveValue("nobody");
  forgiveFailedRequests(complaints);
  await customer.selectOption("subscriber");
  await expect(main).toContainText("¥");
});
