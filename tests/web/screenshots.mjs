// Pictures of the page's main states, in both languages, light and dark, narrow and wide, into docs/screenshots.
// Needs the built page; takes the browser the tests take.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { openServer } from "../own-server.mjs";

const folder = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));
const widths = { wide: 1280, narrow: 390 };
const looks = ["wide", "narrow"].flatMap((size) =>
  ["light", "dark"].flatMap((colorScheme) =>
    ["en", "zh-CN"].map((lang) => ({ name: `${size}-${colorScheme}-${lang}`, lang, colorScheme, width: widths[size] })),
  ),
);
const next = (page) => page.locator("prorata-bill .pay").click();
const pay = async (page) => {
  await next(page);
  await page.locator("#agree").check();
  await page.locator("dialog .confirm").click();
  await page.locator("dialog .receipt").waitFor();
};
const states = [
  { name: "purchase", query: "account=subscriber&to=flagship" },
  { name: "whole", query: "account=subscriber&to=flagship&pack-25k=1", fullPage: true },
  { name: "confirm", query: "account=subscriber&to=flagship&pack-25k=1", act: next },
  { name: "schedule", query: "account=subscriber&look=schedule", fullPage: true },
  { name: "comparison", query: "account=subscriber&forecast=215000&look=comparison", fullPage: true },
  { name: "costs", query: "account=subscriber&forecast=215000&look=costs", fullPage: true },
  { name: "falls", query: "on=2026-11-30&plan=free&used=9000&to=basic" },
  { name: "withdraw", query: "catalog=shengwang-cn&on=2026-11-16&plan=flagship&pending=basic&pending-on=2026-12-01" },
  { name: "downgrade", query: "on=2026-11-16&plan=flagship&to=basic&balance=5000" },
  { name: "refused", query: "account=downgrading&to=free" },
  { name: "shortfall", query: "account=newcomer&to=basic&pack-25k=2" },
  { name: "balance", query: "account=newcomer&to=basic&pack-25k=2&view=balance" },
  { name: "orders", query: "account=downgrading&view=orders" },
  { name: "bills", query: "account=downgrading&view=bills" },
  { name: "fault", query: "on=2026-11-16&plan=gold&to=flagship" },
];
/** Changes the account, so it is pictured last, and anew on a server of its own. */
const bought = { name: "bought", query: "account=subscriber&to=flagship&pack-25k=1", act: pay };

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });

for (const { name, lang, colorScheme, width } of looks) {
  const server = await openServer();
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  for (const { name: state, query, act, fullPage = false } of [...states, bought]) {
    // The page fills up part by part, the schedule last, once its worker has all it asks for.
    await page.goto(`${server.address}/?${query}&lang=${lang}`, { waitUntil: "networkidle" });
    await act?.(page);
    await page.screenshot({ path: join(folder, `${state}-${name}.png`), fullPage });
  }
  await page.close();
  await server.close();
}

await browser.close();
