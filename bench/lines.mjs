// How fast the line filter is, and how near to the library's own loop: `npm run bench:lines`.
// Never part of the tests: the speed is the machine's.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cmakeBuild } from "../scripts/cmake.mjs";
import { main, root } from "../scripts/step.mjs";

const count = 500_000;
const rounds = 5;
const plans = ["free", "basic", "premium", "flagship"];

function request(index) {
  const [from, to] = [plans[index % 4], plans[(index >> 2) % 4]];
  const on = `2026-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`;
  return `{"on":"${on}","account":{"plan":"${from}","usedMinutes":${index % 99991}},"plan":"${to}"}\n`;
}

main(() => {
  cmakeBuild("native", "prorata-cli");
  cmakeBuild("bench", "prorata-loop");
  const work = mkdtempSync(join(tmpdir(), "prorata-lines-"));
  try {
    const requests = join(work, "requests");
    writeFileSync(requests, Array.from({ length: count }, (_, index) => request(index)).join(""));
    const filter = (jobs) => `${root}build/native/cli/prorata quote --lines --jobs ${jobs} ${requests}`;
    const ways = {
      "the library's own loop": `${root}build/bench/bench/native/prorata-loop ${requests}`,
      "--lines --jobs 1": filter(1),
      "--lines --jobs 2": filter(2),
    };
    const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
    // In turns, so that a slow moment of the machine is not one way's alone.
    for (let round = 0; round < rounds; ++round) for (const way in ways) times[way].push(timed(ways[way]));
    console.log(`quotes a second, the best of ${rounds}:`);
    for (const way in ways) {
      const best = (kind) => Math.round(count / Math.min(...times[way].map((time) => time[kind]))).toLocaleString("en");
      console.log(`${way.padEnd(24)} ${best("wall").padStart(9)}, of processor time ${best("processor").padStart(9)}`);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
});

/** Seconds of a command: by the clock, and of all cores together, which others on the machine change less. */
function timed(command) {
  const script = `TIMEFORMAT='%R %U %S'; time ${command} >/dev/null`;
  const [wall, user, system] = execFileSync("bash", ["-c", `{ ${script}; } 2>&1`], { encoding: "utf8" })
    .trim()
    .split(" ")
    .map(Number);
  return { wall, processor: user + system };
}
