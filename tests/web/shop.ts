// The page served by the real server.
import { openServer } from "../own-server.mjs";
import { test as base } from "./complaints.ts";

export { expect } from "@playwright/test";

export const test = base.extend<{ shop: Awaited<ReturnType<typeof openServer>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  shop: async ({}, use) => {
    const server = await openServer();
    await use(server);
    await server.close();
  },
  baseURL: async ({ shop }, use) => use(shop.address),
});
