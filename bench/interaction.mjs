// Interaction to next paint on a phone four times slower than this machine: choosing a plan, stepping a pack, typing.
// Never part of the tests: the speed is also the machine's. Needs the built page, as `npm start` leaves it.
import { chromium } from "@playwright/test";
import { openServer } from "../tests/own-server.mjs";

const target = 200;
const slowdown = 4;

const server = await openServer();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
const devtools = await page.context().newCDPSession(page);

/** The longest of the events, from the first touch to the next paint, in milliseconds. */
async function longest(act) {
  await page.evaluate(() => {
    window.longest = 0;
    window.observer?.disconnect();
    window.observer = new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries())
        if (interactionId) window.longest = Math.max(window.longest, duration);
    });
    window.observer.observe({ type: "event", durationThreshold: 16 });
  });
  await act();
  await page.waitForTimeout(1500);
  return page.evaluate(() => window.longest);
}

const minutes = page.locator("prorata-forecast").getByRole("spinbutton");
const interactions = {
  plan: async () => {
    for (const plan of ["premium", "flagship", "basic", "premium"]) {
      await page.locator(".card", { has: page.locator(`#${plan}`) }).click();
      await page.waitForTimeout(500);
    }
  },
  pack: async () => {
    const more = page.locator("prorata-stepper").first().getByRole("button").last();
    for (let count = 0; count < 4; count++) {
      await more.click();
      await page.waitForTimeout(500);
    }
  },
  typing: async () => {
    await minutes.focus();
    await page.keyboard.type("5000", { delay: 300 });
  },
};

let isSlow = false;
for (const look of ["", "&look=schedule", "&look=comparison", "&look=costs"]) {
  await page.goto(`${server.address}/?account=subscriber&lang=en${look}`, { waitUntil: "networkidle" });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  for (const [name, act] of Object.entries(interactions)) {
    const duration = await longest(act);
    isSlow ||= duration >= target;
    console.log(`${name.padEnd(8)} ${String(duration).padStart(5)} ms  ${look.replace("&look=", "with the ")}`);
  }
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}

await browser.close();
await server.close();
if (isSlow) {
  console.log(`Not all of them are under ${target} ms.`);
  process.exitCode = 1;
}
