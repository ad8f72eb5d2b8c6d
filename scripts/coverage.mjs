// `npm run coverage`: which lines and branches of the core the native tests reach, from clang's own counters.
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { main, root, run, step } from "./step.mjs";

const folder = "build/coverage";
const tests = `${folder}/tests/core_tests`;
const tool = (name, ...args) => execFileSync(`${name}-14`, args, { cwd: root, maxBuffer: 1e9 }).toString();

main(async () => {
  setup("test");
  await step("build", () => {
    run("cmake", ["--preset", "coverage"], { quiet: true });
    run("cmake", ["--build", "--preset", "coverage", "--target", "core_tests"], { quiet: true });
  });
  await step("tests", () => {
    for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith(".profraw")))
      rmSync(join(root, folder, file));
    execFileSync(join(root, tests), [], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, LLVM_PROFILE_FILE: join(root, folder, "core.profraw") },
    });
    tool("llvm-profdata", "merge", "-sparse", `${folder}/core.profraw`, "-o", `${folder}/core.profdata`);
  });
  const sources = ["-ignore-filename-regex=(tests|build|/usr)/"];
  const report = ["report", tests, `-instr-profile=${folder}/core.profdata`, "-show-branch-summary", ...sources];
  console.log(`\n${tool("llvm-cov", ...report)}`);
  const show = ["show", tests, `-instr-profile=${folder}/core.profdata`, "-show-branches=count", "-format=html"];
  tool("llvm-cov", ...show, `-output-dir=${folder}/html`, ...sources);
  console.log(`Line by line: ${folder}/html/index.html`);
});
