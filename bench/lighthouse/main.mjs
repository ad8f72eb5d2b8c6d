// What Lighthouse says of the built page, as the real server sends it, on its simulated phone and on a desktop.
// Never part of the tests: the speed is also the machine's. `npm run lighthouse -- 5` takes the median of five runs.
// Needs the built page, as `npm start` leaves it. Installs Lighthouse beside this file when it is not there.
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { openServer } from "../../tests/own-server.mjs";

const targets = { performance: 95, accessibility: 100, "best-practices": 100 };
const metrics = {
  "first-contentful-paint": "first paint",
  "largest-contentful-paint": "largest paint",
  "total-blocking-time": "blocked",
  "cumulative-layout-shift": "shift",
};
const runs = Number(process.argv[2] ?? 3);
const lighthouse = join(import.meta.dirname, "node_modules/.bin/lighthouse");

if (!existsSync(lighthouse)) execFileSync("npm", ["ci"], { cwd: import.meta.dirname, stdio: "inherit" });

const server = await openServer();

async function report(lang, preset) {
  const { stdout } = await promisify(execFile)(
    lighthouse,
    [
      `${server.address}/?account=subscriber&to=flagship&lang=${lang}`,
      "--chrome-flags=--headless --no-sandbox",
      "--output=json",
      "--quiet",
      "--no-enable-error-reporting",
      ...(preset === "desktop" ? ["--preset=desktop"] : []),
    ],
    // The distribution's browser: nothing is downloaded.
    { env: { ...process.env, CHROME_PATH: "/usr/bin/chromium" }, maxBuffer: Infinity },
  );
  return JSON.parse(stdout);
}

/** The one of several runs whose performance is in the middle. */
async function medianReport(lang, preset) {
  const reports = [];
  for (let run = 0; run < runs; run++) reports.push(await report(lang, preset));
  reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  return reports[Math.floor(runs / 2)];
}

/** Scores as people know them, of 100, by category. */
const scoresOf = ({ categories }) =>
  Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)]));

/** What a category takes points off for. */
const flawsOf = ({ categories, audits }, id) =>
  categories[id].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => [audits[id].title, audits[id].displayValue].filter(Boolean).join(": "));

const rows = {};
const missed = [];
try {
  for (const lang of ["en", "zh-CN"]) {
    for (const preset of ["mobile", "desktop"]) {
      const name = `${lang}, ${preset}`;
      const median = await medianReport(lang, preset);
      const scores = scoresOf(median);
      const figures = Object.entries(metrics).map(([id, metric]) => [metric, median.audits[id].displayValue]);
      rows[name] = { ...scores, ...Object.fromEntries(figures) };
      for (const [id, target] of Object.entries(targets)) {
        if (scores[id] >= target) continue;
        missed.push([`${name}: ${id} is ${scores[id]}, below ${target}`, ...flawsOf(median, id)].join("\n  "));
      }
    }
  }
} finally {
  await server.close();
}
console.table(rows);
console.log(missed.length > 0 ? missed.join("\n") : "No target is missed.");
