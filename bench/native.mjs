// The core's own figures on this machine, from Google Benchmark.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
let figures;

function measure() {
  const cmake = (...args) => execFileSync("cmake", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  cmake("--preset", "bench");
  cmake("--build", "--preset", "bench");
  const options = ["--benchmark_format=json", "--benchmark_min_time=0.3", "--benchmark_repetitions=5"];
  const report = JSON.parse(
    execFileSync(`${root}/build/bench/bench/native/prorata-bench`, options, { maxBuffer: 1e8 }),
  );
  return Object.fromEntries(
    report.benchmarks
      .filter(({ aggregate_name: aggregate }) => aggregate === "median")
      .map(({ run_name: name, real_time: ns }) => [name, ns]),
  );
}

/** The median time of one benchmark, in ns. */
export function native(name) {
  figures ??= measure();
  if (!(name in figures)) throw new Error(`there is no native benchmark ${name}`);
  return figures[name];
}
