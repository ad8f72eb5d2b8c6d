// What the tests of hosts share: the packed package installed like any other, projects that use it, and a browser.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { chromium } from "@playwright/test";

const folder = import.meta.dirname;

/** What every program of these tests prints: an upgrade on 16 August, in fen. */
export const due = "395406";

const quote = '.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" }).amountDue';

/** No await at the top, which CommonJS does not have. */
export const program = `
import { loadCalculator } from "prorata";
loadCalculator().then((calculator) => console.log(calculator${quote}));
`;

/** The same on a page. */
export const script = program.replace("console.log(", "document.body.append(");

/** A folder whose packages are those installed here, with files by name or copied from another folder. */
export function project(name, files) {
  const path = join(folder, "work", name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  if (typeof files === "string") cpSync(files, path, { recursive: true });
  else {
    for (const [file, content] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    }
  }
  return path;
}

/** What a command prints; its own words when it fails. */
export function run(command, args, options) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout.trim();
}

/** What a file, or the folder's file, prints in this Node once it is away from every package. */
export function runAlone(t, folder, file) {
  const away = mkdtempSync(join(tmpdir(), "prorata-alone-"));
  t.after(() => rmSync(away, { recursive: true, force: true }));
  cpSync(folder, away, { recursive: true });
  return run(process.execPath, [join(away, file)], { cwd: away });
}

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder until the test is over, and others below a path of their own; what is not there is the page, as
 * development servers have it.
 */
export async function serve(t, root, headers = {}, others = {}) {
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://host");
    const other = Object.keys(others).find((prefix) => pathname.startsWith(prefix));
    const path = other ? join(others[other], pathname.slice(other.length)) : join(root, pathname);
    const file = path.endsWith("/") ? `${path}index.html` : path;
    try {
      const content = readFileSync(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain", ...headers }).end(content);
    } catch {
      response.writeHead(200, { "content-type": "text/html", ...headers }).end("<!doctype html>");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** A page in Chromium until the test is over, and what it has complained of. */
export async function open(t, address) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  t.after(() => browser.close());
  const page = await browser.newPage({ locale: "en", timezoneId: "Asia/Shanghai" });
  const complaints = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(address);
  return { page, complaints };
}

/** A page on which the elements are at work: they show a schedule, which takes the worker or its place. */
export async function planned(t, address) {
  const opened = await open(t, address);
  await opened.page.getByRole("button", { name: "Cheapest schedule" }).click();
  await opened.page.getByText("Total, 12 months").waitFor();
  return opened;
}

/** The same, and a click has become a quote, which the page has heard of and made its title. */
export async function upgraded(t, address) {
  const { page, complaints } = await planned(t, address);
  await page.locator(".card", { hasText: "Flagship" }).first().click();
  await page.waitForFunction((title) => document.title === title, due);
  return complaints;
}

const quiet = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  NG_CLI_ANALYTICS: "false",
};

/** What a command of the packages installed here prints in a folder. */
export const runInstalled = (command, args, cwd) => run(installed(command), args, { cwd, env: quiet });

const installed = (command) => join(folder, "node_modules/.bin", command);

/** A server's own address, once it says so and that it is ready. It runs until the test is over. */
export async function started(t, command, args, cwd, ready) {
  const server = spawn(installed(command), args, { cwd, env: quiet, detached: true });
  t.after(() => process.kill(-server.pid));
  let said = "";
  for await (const chunk of server.stdout) {
    said += chunk;
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
    if (address && said.includes(ready)) return address;
  }
  throw new Error(`no address: ${said}`);
}
