// `npm run coverage`: which lines and branches of the core the native tests reach, from clang's own counters. Those they
// do not are in tests/core/unreached.json, with the reason. Then those of the bindings, as built.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { bindingsCoverage } from "./bindings-coverage.mjs";
import { setup } from "./setup.mjs";
import { main, root, run, step } from "./step.mjs";

const folder = "build/coverage";
const tests = `${folder}/tests/core_tests`;
const tool = (name, ...args) => execFileSync(`${name}-14`, args, { cwd: root, maxBuffer: 1e9 }).toString();

/** Lines that are never run, or on which a condition never holds or always does: by file, with their text. */
function unreachedLines(files) {
  return files.flatMap(({ filename, segments, branches }) => {
    const source = readFileSync(filename, "utf8").split("\n");
    const numbers = new Set();
    segments.forEach(([from, , count, hasCount, , isGap], i) => {
      if (!hasCount || isGap || count > 0) return;
      for (let line = from; line <= Math.max(from, (segments[i + 1]?.[0] ?? from) - 1); line++) numbers.add(line);
    });
    // A template has its branches once for each of its instances.
    const taken = new Map();
    for (const [line, column, , , whenTrue, whenFalse] of branches) {
      const [ifTrue, ifFalse] = taken.get(`${line}:${column}`) ?? [0, 0];
      taken.set(`${line}:${column}`, [ifTrue + whenTrue, ifFalse + whenFalse]);
    }
    for (const [place, [ifTrue, ifFalse]] of taken)
      if (ifTrue === 0 || ifFalse === 0) numbers.add(Number(place.split(":")[0]));
    return [...numbers]
      .sort((a, b) => a - b)
      .map((number) => ({ file: relative(root, filename), number, line: source[number - 1].trim() }))
      .filter(({ line }) => /\w/.test(line));
  });
}

/** Prints what is not reached, where there is no reason for it. */
function explain(unreached) {
  const reasons = JSON.parse(readFileSync(join(root, "tests/core/unreached.json"), "utf8"));
  const reasonOf = ({ file, line }) => reasons.find((each) => each.file === file && each.line === line)?.why;
  const bare = unreached.filter((each) => reasonOf(each) === undefined);
  console.log(`${unreached.length} lines are not reached in full, ${bare.length} of them for no known reason.`);
  for (const { file, number, line } of bare) console.log(`${file}:${number}\n  ${line}`);
}

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
  const exported = tool("llvm-cov", "export", tests, `-instr-profile=${folder}/core.profdata`, ...sources);
  explain(unreachedLines(JSON.parse(exported).data[0].files));
  await step("bindings", bindingsCoverage);
});
