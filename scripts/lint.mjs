// Layout, types, likely bugs. `npm run lint -- --fix` puts the layout right.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { docsCpp } from "./docs-cpp.mjs";
import { setup } from "./setup.mjs";
import { changedAt, isMain, main, root, run, step } from "./step.mjs";

export async function lint({ fix = false } = {}) {
  const cpp = filesOf("*.cpp", "*.hpp");
  await step("clang-format", () => run("clang-format-14", [...(fix ? ["-i"] : ["--dry-run", "-Werror"]), ...cpp]));
  await step("Biome", () => run("npx", ["biome", "check", "--error-on-warnings", ...(fix ? ["--write"] : [])]));
  await step("TypeScript", () => {
    for (const project of ["web", "tests/web", "tests/reference"])
      run("npx", ["tsc", "--noEmit", "--project", project]);
  });
  await docsCpp();
  await step("clang-tidy", () => clangTidy(cpp));
}

/** Tracked or about to be. */
const filesOf = (...patterns) =>
  execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...patterns], { cwd: root })
    .toString()
    .split("\0")
    .filter((file) => file && changedAt(file));

// It takes its time, so it runs only where something has changed since it last found nothing, and on the preset that
// compiles many sources as one: the headers they share are read once.
function clangTidy(cpp) {
  const clean = "build/sanitize/clang-tidy.clean";
  if (Math.max(...[".clang-tidy", ...cpp].map(changedAt)) < changedAt(clean)) return;
  run("cmake", ["--preset", "sanitize"], { quiet: true });
  run("run-clang-tidy-14", ["-quiet", "-p", "build/sanitize", "Unity/"], { quiet: true });
  writeFileSync(join(root, clean), "");
}

if (isMain(import.meta))
  main(async () => {
    setup("test");
    await lint({ fix: process.argv.includes("--fix") });
  });
