// The page served by the real server, on a port and a database of its own, on a date that the test sets.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../web/server/app.js";
import { test as base } from "./complaints.ts";

export { expect } from "@playwright/test";

export interface Shop {
  address: string;
  /** The server's date: it may move on, never back. */
  today: string;
  restart(): Promise<void>;
}

export const test = base.extend<{ shop: Shop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern.
  shop: async ({}, use) => {
    const data = mkdtempSync(join(tmpdir(), "prorata-"));
    const shop = { address: "", today: "2026-11-16", restart };
    const open = () => createApp({ data, today: () => shop.today });
    let app = await open();
    shop.address = await app.listen({ port: 0, host: "127.0.0.1" });

    async function restart() {
      await app.close();
      app = await open();
      await app.listen({ port: Number(new URL(shop.address).port), host: "127.0.0.1" });
    }

    await use(shop);
    await app.close();
    rmSync(data, { recursive: true });
  },
  baseURL: async ({ shop }, use) => use(shop.address),
});
