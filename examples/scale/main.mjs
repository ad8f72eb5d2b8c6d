// Re-rates made-up accounts on engines that a company has already, and holds their sums against each other:
// `npm run scale`, or `npm run scale -- 100000` for so many accounts; a million when left out.
// Installs chDB beside this file, and Dask and GNU parallel from Debian's packages, when they are not there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cmakeBuild } from "../../scripts/cmake.mjs";
import { installDebianPackages } from "../../scripts/setup.mjs";
import { main, root, run } from "../../scripts/step.mjs";

const rows = Number(process.argv[2] ?? 1_000_000);
const here = import.meta.dirname;
const prorata = join(root, "build/native/cli/prorata");
const python = "/usr/bin/python3"; // Debian's, which has Debian's Dask
const lists = ["easemob-cn", join(here, "tomorrow.json")];

const work = mkdtempSync(join(tmpdir(), "prorata-scale-"));

/** Runs a command to its end; answers its output, and the seconds by the clock and of all cores together. */
function timed(command, args, output = "pipe") {
  const times = join(work, "times");
  const script = 'TIMEFORMAT="%R %U %S"; exec 3>&2; { time "$@" 2>&3; } 2>"$TIMES"';
  const { status, error, stdout } = spawnSync("bash", ["-c", script, "bash", command, ...args], {
    cwd: here,
    env: { ...process.env, PRORATA: prorata, TIMES: times },
    stdio: ["ignore", output, "inherit"],
    maxBuffer: Infinity,
  });
  if (error) throw error;
  assert.equal(status, 0, `${command} ends with status ${status}`);
  const [wall, user, system] = readFileSync(times, "utf8").trim().split(" ").map(Number);
  return { text: stdout?.toString(), wall, processor: user + system };
}

/** Runs a command whose output is a file. */
function timedInto(file, command, args) {
  const output = openSync(file, "w");
  try {
    return timed(command, args, output);
  } finally {
    closeSync(output);
  }
}

const figures = [];
function report(way, { wall, processor }, requests) {
  const rate = (seconds) => Math.round(requests / seconds).toLocaleString("en");
  figures.push([way, wall.toFixed(1), processor.toFixed(1), rate(wall), rate(processor)]);
  console.log(`${way}: ${wall.toFixed(1)} s, ${processor.toFixed(1)} s of processor time`);
}

function filterAlone(accounts, answers) {
  for (const jobs of [1, 2]) {
    const args = ["settle", "--lines", "--strict", "--jobs", String(jobs), accounts];
    report(`the filter alone, --jobs ${jobs}`, timedInto(answers, prorata, args), rows);
  }
  const perRow = (file) => (statSync(file).size / rows).toFixed(0);
  console.log(`a row: ${perRow(accounts)} bytes in, ${perRow(answers)} bytes out`);
}

/** Sums by plan, [accounts, before, after], by GNU parallel: a line of shell a price list. */
function byParallel() {
  const time = { wall: 0, processor: 0 };
  const sums = lists.map((list) => {
    const line = `${python} accounts.py 0 ${rows} | parallel --will-cite --pipe --block 2M \
      '${prorata} settle --lines --strict --jobs 1 --catalog ${list} | ${python} totals.py' | ${python} totals.py --merge`;
    const result = timed("bash", ["-o", "pipefail", "-c", line]);
    time.wall += result.wall;
    time.processor += result.processor;
    return JSON.parse(result.text);
  });
  report("GNU parallel, both lists", time, 2 * rows);
  const [before, after] = sums;
  return Object.fromEntries(Object.entries(before).map(([plan, [n, due]]) => [plan, [n, due, after[plan][1]]]));
}

function byDask(name, ...options) {
  const { text, processor } = timed(python, ["rerate.py", String(rows), ...options]);
  const { plans, seconds, workersLeft } = JSON.parse(text);
  report(`Dask, both lists, ${name}`, { wall: seconds, processor }, 2 * rows);
  return { plans, workersLeft };
}

function byClickHouse(accounts) {
  if (!existsSync(join(here, "node_modules/chdb"))) run("npm", ["ci", "--prefix", here]);
  const { text, processor } = timed("node", ["clickhouse/rerate.mjs", prorata, accounts]);
  const { plans, seconds } = JSON.parse(text);
  report("ClickHouse, both lists", { wall: seconds, processor }, 2 * rows);
  return plans;
}

function printSums(plans) {
  const yuan = (fen) => (fen / 100).toLocaleString("en", { minimumFractionDigits: 2 });
  console.log("\n| plan | accounts | today | tomorrow | change |\n|---|--:|--:|--:|--:|");
  for (const [plan, [count, before, after]] of Object.entries(plans))
    console.log(
      `| ${plan} | ${count.toLocaleString("en")} | ${[before, after, after - before].map(yuan).join(" | ")} |`,
    );
}

main(() => {
  installDebianPackages(["python3-distributed", "parallel"]);
  cmakeBuild("native", "prorata-cli");
  try {
    const accounts = join(work, "accounts");
    timedInto(accounts, python, ["accounts.py", "0", String(rows)]);
    filterAlone(accounts, join(work, "answers"));

    const sums = byParallel();
    const dask = byDask("two workers", "--picture", join(root, "docs/scale-change.svg"));
    const killed = byDask("one killed midway", "--kill");
    assert.deepEqual([dask.workersLeft, killed.workersLeft], [2, 1]);
    for (const others of [dask.plans, killed.plans, byClickHouse(accounts)]) assert.deepEqual(others, sums);

    console.log("\nAll sums agree.\n\n| way | seconds | processor seconds | requests/s | requests/s of a core |");
    console.log("|---|--:|--:|--:|--:|");
    for (const row of figures) console.log(`| ${row.join(" | ")} |`);
    printSums(sums);
  } finally {
    rmSync(work, { recursive: true });
  }
});
