import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./step.mjs";

/** Runs the tests for Node in a folder of tests/. */
export function nodeTests(folder) {
  const files = readdirSync(join(root, "tests", folder)).filter((file) => file.endsWith(".test.mjs"));
  run("node", ["--test", ...files.map((file) => join("tests", folder, file))]);
}
