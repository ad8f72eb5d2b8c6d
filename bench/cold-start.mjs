// From an empty Chromium to the first quote, beside an embind module that holds nothing.
import { execFileSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { median, rounded } from "./timing.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

const pages = {
  "/quote.html": `<!doctype html><script type="module">
    import { loadCalculator } from "/bindings/dist/index.js";
    const calculator = await loadCalculator({ wasm: "/bindings/dist/web/page.wasm" });
    calculator.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" });
    window.elapsed = performance.now();
  </script>`,
  "/floor.html": `<!doctype html><script type="module">
    import createModule from "/build/wasm/bench/floor/floor.mjs";
    (await createModule()).twice(21);
    window.elapsed = performance.now();
  </script>`,
};

const server = createServer((request, response) => {
  response.setHeader("content-type", types[extname(request.url)] ?? "text/plain");
  if (request.url in pages) return response.end(pages[request.url]);
  createReadStream(join(root, request.url))
    .on("error", () => response.writeHead(404).end())
    .pipe(response);
});

async function elapsed(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const handle = await page.waitForFunction(() => window.elapsed);
  const ms = await handle.jsonValue();
  await context.close();
  return ms;
}

export async function coldStart() {
  const build = ["--build", "--preset", "wasm", "--target", "prorata-floor"];
  execFileSync("cmake", build, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const times = { "/quote.html": [], "/floor.html": [] };
  for (let i = 0; i < 16; i++)
    for (const page of Object.keys(pages)) {
      const ms = await elapsed(browser, origin + page);
      // The browser itself has to warm up.
      if (i > 0) times[page].push(ms);
    }
  await browser.close();
  server.close();
  const [quote, floor] = [median(times["/quote.html"]), median(times["/floor.html"])];
  return { "first quote ms": rounded(quote), "empty embind module ms": rounded(floor), ratio: rounded(quote / floor) };
}
