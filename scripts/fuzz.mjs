// Fuzzes every verb and price lists under sanitizers: `npm run fuzz -- 600` for so many seconds.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cmakeBuild } from "./cmake.mjs";
import { setup } from "./setup.mjs";
import { isMain, main, root, run, step } from "./step.mjs";

const corpus = "build/fuzz/corpus";

/** Each golden case is an input; it names its verb, which elsewhere its folder does. */
function collectCorpus() {
  mkdirSync(join(root, corpus), { recursive: true });
  for (const verb of readdirSync(join(root, "tests/vectors"))) {
    for (const file of readdirSync(join(root, "tests/vectors", verb))) {
      const { catalog, request, quote } = JSON.parse(readFileSync(join(root, "tests/vectors", verb, file), "utf8"));
      writeFileSync(join(root, corpus, `${verb}-${file}`), JSON.stringify({ verb, catalog, request, quote }));
    }
  }
}

/** `limit` is libFuzzer's own: -max_total_time=SECONDS or -runs=COUNT. */
export function fuzz(limit) {
  cmakeBuild("fuzz");
  collectCorpus();
  const bounds = ["-timeout=60", "-rss_limit_mb=2048", "-max_len=65536", "-seed=1", "-print_final_stats=1"];
  const findings = ["-artifact_prefix=build/fuzz/"];
  run("build/fuzz/tests/fuzz/prorata-fuzz", [limit, ...bounds, ...findings, corpus]);
}

if (isMain(import.meta))
  main(async () => {
    setup("test");
    await step("fuzzing", () => fuzz(`-max_total_time=${Number(process.argv[2] ?? 60)}`));
  });
