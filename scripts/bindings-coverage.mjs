// The part of `npm run coverage` for the package's own TypeScript: which of its lines and branches the tests in Node
// reach, from V8's own counters and back through the source maps. Those they do not are in tests/bindings/unreached.json,
// with the reason.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { SourceMap } from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isMain, main, root, step } from "./step.mjs";

const counters = join(root, "build/coverage/bindings");
const dist = join(root, "bindings/dist");
const reasonsFile = "tests/bindings/unreached.json";

/** By offset, whether the text of a script was run: a part of a function says more than the whole of it. */
function runParts({ functions }, length) {
  const parts = new Uint8Array(length);
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges) parts.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  return parts;
}

/** Of a built file, by offset: whether any process ran it. */
function runInAny(file, processes) {
  const text = readFileSync(file, "utf8");
  const url = pathToFileURL(file).href;
  const run = new Uint8Array(text.length);
  for (const scripts of processes)
    for (const script of scripts.filter((each) => each.url === url))
      runParts(script, text.length).forEach((isRun, offset) => {
        run[offset] |= isRun;
      });
  return { text, run };
}

/** Adds, by source and place in it, whether what is made of that place was run in any of the built files. */
function addPlaces(places, file, processes) {
  const { text, run } = runInAny(file, processes);
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  let [line, column] = [0, 0];
  for (let offset = 0; offset < text.length; offset++) {
    const entry = map.findEntry(line, column);
    if (entry.generatedLine === line && entry.generatedColumn === column && entry.originalSource) {
      const source = relative(root, resolve(dist, entry.originalSource));
      const key = JSON.stringify([source, entry.originalLine, entry.originalColumn]);
      places.set(key, places.get(key) || run[offset] === 1);
    }
    [line, column] = text[offset] === "\n" ? [line + 1, 0] : [line, column + 1];
  }
}

export function bindingsCoverage() {
  rmSync(counters, { recursive: true, force: true });
  mkdirSync(counters, { recursive: true });
  const tests = readdirSync(join(root, "tests/bindings")).filter((file) => file.endsWith(".test.mjs"));
  const { status, stdout } = spawnSync("node", ["--test", ...tests.map((file) => join("tests/bindings", file))], {
    cwd: root,
    env: { ...process.env, NODE_V8_COVERAGE: counters },
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (status !== 0) throw new Error(String(stdout));
  const processes = readdirSync(counters).map((file) => JSON.parse(readFileSync(join(counters, file), "utf8")).result);

  const places = new Map();
  for (const file of ["index.js", "inline.js", "workerd.js"]) addPlaces(places, join(dist, file), processes);
  const own = [...places]
    .map(([key, isRun]) => [...JSON.parse(key), isRun])
    .filter(([file]) => /^bindings\/src\//.test(file));
  if (own.length === 0) throw new Error("No map leads back to bindings/src.");

  explain(own);
}

/** Prints how much of each source is reached, and what is not where there is no reason for it. */
function explain(places) {
  const reasons = JSON.parse(readFileSync(join(root, reasonsFile), "utf8"));
  for (const file of [...new Set(places.map(([file]) => file))].sort()) {
    const source = readFileSync(join(root, file), "utf8").split("\n");
    const here = places.filter(([other]) => other === file);
    const lines = new Set(here.map(([, line]) => line));
    const missed = new Set(here.filter(([, , , isRun]) => !isRun).map(([, line]) => line));
    const bare = [...missed].filter(
      (line) => !reasons.some((each) => each.file === file && each.line === source[line].trim()),
    );
    console.log(
      `${file}: ${lines.size - missed.size} of ${lines.size} lines reached in full, ${bare.length} not for no known reason`,
    );
    for (const line of bare.sort((a, b) => a - b)) console.log(`  ${line + 1}: ${source[line].trim()}`);
  }
}

if (isMain(import.meta)) main(() => step("coverage of the bindings", bindingsCoverage));
