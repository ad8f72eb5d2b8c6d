import { defineConfig } from "@playwright/test";

/** Another may be given, so that two checkouts can be tested on one machine. */
const port = Number(process.env.PRORATA_TEST_PORT ?? 47_211);

export const pageAddress = `http://127.0.0.1:${port}/`;
export const vectorsAddress = `http://localhost:${port + 1}/`;

/** For what needs no account; the specs that buy start a server of their own. */
const page = {
  command: "node web/server/main.js",
  env: { PORT: new URL(pageAddress).port, PRORATA_DATA: "build/browser-tests", PRORATA_SKIP_AHEAD: "1" },
  cwd: "../..",
  url: pageAddress,
};

const vectors = {
  command: `npx vite preview tests/web/vectors --port ${new URL(vectorsAddress).port} --strictPort`,
  cwd: "../..",
  url: vectorsAddress,
};

export default defineConfig({
  outputDir: "../../test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  // Long enough for a machine that does much else: a figure that is right but late is no failure.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: { baseURL: pageAddress, locale: "en", timezoneId: "Asia/Shanghai" },
  webServer: [page, vectors],
  // The distribution's browsers: nothing is downloaded.
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] },
      },
    },
    {
      name: "firefox",
      // An unpatched Firefox, driven over WebDriver BiDi.
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: "/usr/bin/firefox-esr" },
      },
    },
  ],
});
