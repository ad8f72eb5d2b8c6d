// The account centre: recharges as people type them, orders with what became of them, the bill of each month.
import type { Page } from "@playwright/test";
import { expect, test } from "./shop.ts";

const words = {
  en: {
    recharge: "Recharge",
    unreadable: "This is not an amount.",
    none: "Enter an amount above zero.",
    decimals: "This currency has 2 decimals at most.",
    limit: "One recharge is ¥1,000,000.00 at most.",
    activating: "Being activated",
    active: "Active",
    ended: "Ended",
    soFar: "Total so far",
    total: "Total",
    fee: "Basic, plan fee",
    unserved: "Not served",
  },
  "zh-CN": {
    recharge: "充值",
    unreadable: "无法识别金额",
    none: "请输入大于零的金额。",
    decimals: "最多输入 2 位小数。",
    limit: "单次充值最多 ¥1,000,000.00。",
    activating: "开通中",
    active: "服务中",
    ended: "已完结",
    soFar: "截至目前合计",
    total: "合计",
    fee: "基础版套餐费",
    unserved: "无法使用",
  },
} as const;

for (const [lang, text] of Object.entries(words)) {
  test.describe(lang, () => {
    test.skip(
      ({ browserName }) => lang === "zh-CN" && browserName !== "chromium",
      "The words are those of any browser.",
    );

    const onPage = (page: Page) => ({
      field: page.getByRole("textbox"),
      send: page.getByRole("button", { name: text.recharge, exact: true }),
      alert: page.getByRole("alert"),
      records: page.getByRole("table").locator("tbody tr"),
    });

    test("an amount is read as it is typed, and what is none is not sent", async ({ page }) => {
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") sent.push(request.url());
      });
      await page.goto(`/?account=newcomer&view=balance&lang=${lang}`);
      const { field, send, alert, records } = onPage(page);
      for (const [typed, said] of Object.entries({
        "": text.none,
        "0.00": text.none,
        "1,00": text.unreadable,
        "12.345": text.decimals,
        "1,000,000.01": text.limit,
      })) {
        await field.fill(typed);
        await send.click();
        await expect(alert).toContainText(said);
        await expect(field).toHaveValue(typed);
        await expect(field).toHaveAttribute("aria-invalid", "true");
      }
      expect(sent).toEqual([]);
      for (const [at, typed] of ["1,000", "１０００", "¥100", "1000.5"].entries()) {
        await field.fill(typed);
        await expect(alert).toHaveText("");
        await send.click();
        await expect(records).toHaveCount(at + 1);
      }
      await expect(page.locator(".balance")).toHaveText("¥3,100.50");
    });

    test("an order says what became of it", async ({ page, shop }) => {
      const told = () => page.locator("prorata-orders .order .status").allTextContents();
      await page.goto(`/?account=downgrading&view=orders&lang=${lang}`);
      await expect(page.locator("prorata-orders .order .status")).toHaveCount(5);
      expect(await told()).toEqual([text.activating, text.active, text.active, text.active, text.active]);
      shop.today = "2026-12-01";
      await page.reload();
      await expect(page.locator("prorata-orders .order .status")).toHaveCount(6);
      // December's renewal, the downgrade it is for, November's renewal, two packs (one used up), the first plan.
      expect(await told()).toEqual([text.active, text.active, text.ended, text.active, text.ended, text.ended]);
    });

    test("a month's bill has all of it, this month's so far", async ({ page }) => {
      await page.goto(`/?account=subscriber&view=bills&lang=${lang}`);
      const bills = page.locator("prorata-bills .panel");
      await expect(bills).toHaveCount(2);
      const [now, last] = [bills.nth(0), bills.nth(1)];
      await expect(now).toContainText(text.fee);
      await expect(now.getByRole("row", { name: text.soFar })).toContainText("¥492.00");
      await expect(last).toContainText(text.unserved);
      await expect(last).toContainText("36,500");
    });
  });
}
