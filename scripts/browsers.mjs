import { execFileSync } from "node:child_process";
import { run, step } from "./step.mjs";

// Older ones lack commands that Playwright sends; Debian has it from its security updates, not on its first disc.
const firefoxNeeded = 153;

/** Runs tests/web in Chromium and, where it is new enough to be driven, Firefox. */
export function browserTests() {
  const version = execFileSync("firefox-esr", ["--version"]).toString().match(/\d+/)?.[0];
  const suffices = Number(version) >= firefoxNeeded;
  const name = suffices ? "browsers" : `Chromium alone: Firefox is ${version}, and ${firefoxNeeded} is needed`;
  const projects = suffices ? [] : ["--project", "chromium"];
  return step(name, () => run("npx", ["playwright", "test", "--config", "tests/web", ...projects]));
}
