// The steps of a purchase, in either language: next, agree, pay.
import type { Page } from "@playwright/test";

export const buying = (page: Page) => ({
  /** On the bill. */
  next: page.getByRole("button", { name: /^(Next|下一步)$/ }).first(),
  dialog: page.getByRole("dialog"),
  tick: page.getByRole("checkbox", { name: /I have read and agree|我已阅读并同意/ }),
  /** In the dialog. */
  pay: page.getByRole("dialog").locator(".confirm"),
  /** To all orders, from what was bought. */
  orders: page.locator("[slot=receipt] a"),
  close: page.getByRole("button", { name: /^(Close|关闭)$/ }),
  paid: page.getByRole("heading", { name: /^(Paid\. This is what you bought\.|支付成功，您已购买：)$/ }),
});

export async function payFor(page: Page): Promise<void> {
  const { next, tick, pay } = buying(page);
  await next.click();
  await tick.check();
  await pay.click();
}
