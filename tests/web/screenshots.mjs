// Pictures of the page's main states, in both languages, light and dark, narrow and wide, into docs/screenshots.
// Needs the built page; takes the browser the tests take.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { createApp } from "../../web/server/app.js";

const folder = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));
const widths = { wide: 1280, narrow: 390 };
const looks = ["wide", "narrow"].flatMap((size) =>
  ["light", "dark"].flatMap((colorScheme) =>
    ["en", "zh-CN"].map((lang) => ({ name: `${size}-${colorScheme}-${lang}`, lang, colorScheme, width: widths[size] })),
  ),
);
const states = [
  { name: "purchase", query: "account=subscriber&to=flagship" },
  { name: "whole", query: "account=subscriber&to=flagship&pack-25k=1", fullPage: true },
  { name: "downgrade", query: "on=2026-11-16&plan=flagship&to=basic&balance=5000" },
  { name: "refused", query: "account=downgrading&to=free" },
  { name: "shortfall", query: "account=newcomer&to=basic&pack-25k=2" },
  { name: "balance", query: "account=newcomer&to=basic&pack-25k=2&view=balance" },
  { name: "orders", query: "account=downgrading&view=orders" },
  { name: "bills", query: "account=downgrading&view=bills" },
  { name: "fault", query: "on=2026-11-16&plan=gold&to=flagship" },
];

const data = mkdtempSync(join(tmpdir(), "prorata-"));
const app = await createApp({ data, today: () => "2026-11-16" });
const address = await app.listen({ port: 0, host: "127.0.0.1" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });

for (const { name, lang, colorScheme, width } of looks) {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
  for (const state of states) {
    // The page fills up part by part, the schedule last, once its worker has all it asks for.
    await page.goto(`${address}/?${state.query}&lang=${lang}`, { waitUntil: "networkidle" });
    await page.screenshot({ path: join(folder, `${state.name}-${name}.png`), fullPage: state.fullPage ?? false });
  }
  await page.close();
}

await browser.close();
await app.close();
rmSync(data, { recursive: true });
