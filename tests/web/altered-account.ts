// An account changed on its way from the server: the real core reads it.
import type { Page } from "@playwright/test";

/** What the page asks for the account called "subscriber". */
export const subscriber = "**/api/v1/accounts/subscriber";

/** `change` is what differs in its account. */
export async function alterAccount(page: Page, change: object): Promise<void> {
  await page.route(subscriber, async (route) => {
    const reply = await (await route.fetch()).json();
    await route.fulfill({ json: { ...reply, account: { ...reply.account, ...change } } });
  });
}
