import { defineConfig } from "@playwright/test";

export const pageAddress = "http://localhost:47211/";
export const vectorsAddress = "http://localhost:47212/";

const serve = (folder: string, url: string) => ({
  command: `npx vite preview ${folder} --port ${new URL(url).port} --strictPort`,
  cwd: "../..",
  url,
});

export default defineConfig({
  outputDir: "../../test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  use: { baseURL: pageAddress, locale: "en", timezoneId: "Asia/Shanghai" },
  webServer: [serve("web", pageAddress), serve("tests/web/vectors", vectorsAddress)],
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
