// `npm run mutants [-- --seed N] [--count N | --all] [--jobs N] [FILE…]`: seeds faults in the core, one at a time, and
// says which of them no native test notices. A fault is chosen by its own text and the seed, so that an edit elsewhere
// does not choose others.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { faultsOf } from "../tests/mutants/faults.mjs";
import { cmakeBuild } from "./cmake.mjs";
import { setup } from "./setup.mjs";
import { isMain, main, root, step } from "./step.mjs";

const native = join(root, "build/native");
const testObjects = join(native, "tests/CMakeFiles/core_tests.dir/core");
const explanations = "tests/mutants/equivalent.json";

/** The sources whose every fault is a wrong answer; one in a search may only make it slower. */
export const rules = ["account", "calendar", "coverage", "money", "quote", "settlement", "usage"].map(
  (name) => `${name}.cpp`,
);

/** The whole suite takes 4 s of a processor's time: what has not ended by now never will. */
const patience = 20;
const kilobytes = 4_000_000;
const flags = ["-std=c++20", "-O1", "-w", "-fvisibility=hidden"];

/** Runs a command; answers how it ended and what it said. */
const done = (command, args, options = {}) =>
  new Promise((resolve) => {
    execFile(command, args, { maxBuffer: 1e9, ...options }, (error, stdout, stderr) =>
      resolve({ succeeded: error === null, signal: error?.signal, output: `${stdout}${stderr}` }),
    );
  });

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => /\.[ch]pp$/.test(file))
    .map((file) => `${folder}/${file}`)
    .sort();

/** Every fault of the core, each with its file, in an order that the seed decides. */
function faultsBySeed(seed) {
  const files = [...filesIn("core/include"), ...filesIn("core/src")];
  const place = ({ file, was, is, nth }) =>
    createHash("sha256").update(`${seed}|${file}|${was}|${is}|${nth}`).digest("hex");
  return files
    .flatMap((file) => {
      const seen = new Map();
      return faultsOf(readFileSync(join(root, file), "utf8")).map((fault) => {
        const text = `${fault.was}|${fault.is}`;
        seen.set(text, (seen.get(text) ?? 0) + 1);
        return { file, nth: seen.get(text), ...fault };
      });
    })
    .map((fault) => ({ ...fault, place: place(fault) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** The sources of the core that include each header, from what the compiler told Ninja. */
async function includersOf() {
  const { output } = await done("ninja", ["-C", native, "-t", "deps"]);
  const includers = new Map();
  for (const block of output.split("\n\n")) {
    const [source, ...others] = [...block.matchAll(/^ {4}(.*)$/gm)].map(([, file]) =>
      relative(root, resolve(native, file)),
    );
    if (!source?.startsWith("core/src/")) continue;
    for (const header of others) includers.set(header, [...(includers.get(header) ?? []), source]);
  }
  return includers;
}

/** A folder to build in, with a copy of the core. */
class Bench {
  constructor(number, includers) {
    this.folder = join(root, "build/mutants", String(number));
    this.includers = includers;
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(join(root, "core/include"), join(this.folder, "core/include"), { recursive: true });
    cpSync(join(root, "core/src"), join(this.folder, "core/src"), { recursive: true });
  }

  /** What has to be compiled anew for a file: itself, or who includes it and the test of its name. */
  sourcesFor(file) {
    if (file.endsWith(".cpp")) return [join(this.folder, file)];
    const tests = file.startsWith("core/include/") ? filesIn("tests/core") : [];
    return [
      ...(this.includers.get(file) ?? []).map((source) => join(this.folder, source)),
      ...tests
        .filter((test) => basename(test) === basename(file).replace(".hpp", "_test.cpp"))
        .map((test) => join(root, test)),
    ];
  }

  /** What every source includes of the standard library, once. */
  async prepare() {
    const header = join(this.folder, "standard.hpp");
    const names = "algorithm array chrono cstdint map optional string string_view variant vector".split(" ");
    writeFileSync(header, names.map((name) => `#include <${name}>\n`).join(""));
    await done("c++", [...flags, "-x", "c++-header", header, "-o", `${header}.gch`]);
  }

  compile(source, object) {
    const isTest = !source.startsWith(this.folder);
    const more = isTest
      ? [`-DVECTORS_DIR="${join(root, "tests/vectors")}"`, "-include", join(root, "tests/core/catch.hpp")]
      : ["-include", join(this.folder, "standard.hpp")];
    const folders = ["core/include", "core/src"].flatMap((folder) => ["-I", join(this.folder, folder)]);
    return done("c++", [...flags, ...more, ...folders, "-c", source, "-o", object]);
  }

  /** What becomes of the tests with the fault in the core: "killed", "hung", "survived", or "invalid" C++. */
  async outcomeOf({ file, source }) {
    writeFileSync(join(this.folder, file), source);
    try {
      const sources = this.sourcesFor(file);
      const core = sources.filter((name) => name.startsWith(this.folder));
      const tests = sources.filter((name) => !name.startsWith(this.folder));
      const unity = join(this.folder, "unity.cpp");
      writeFileSync(unity, core.map((name) => `#include "${name}"\n`).join(""));
      const objects = [];
      for (const name of [core.length === 1 ? core[0] : unity, ...tests]) {
        objects.push(join(this.folder, `${basename(name)}.o`));
        if (!(await this.compile(name, objects.at(-1))).succeeded) return "invalid";
      }
      return await this.test(objects, tests);
    } finally {
      cpSync(join(root, file), join(this.folder, file));
    }
  }

  /** Tests run in the order of their objects: golden cases first, the long searches last. */
  async test(objects, recompiled) {
    const replaced = recompiled.map((name) => `${basename(name)}.o`);
    const rank = (name) => (name.startsWith("vectors_") ? 0 : name.startsWith("optimizer_") ? 2 : 1);
    const others = readdirSync(testObjects)
      .filter((name) => name.endsWith("_test.cpp.o") && !replaced.includes(name))
      .sort((a, b) => rank(a) - rank(b))
      .map((name) => join(testObjects, name));
    const program = join(this.folder, "core_tests");
    const libraries = [join(native, "core/libprorata.a"), "-lCatch2WithMain", "-lrapidcheck"];
    const linked = await done("c++", ["-o", program, ...objects, ...others, ...libraries]);
    if (!linked.succeeded) throw new Error(linked.output);
    const limits = `ulimit -t ${patience}; ulimit -v ${kilobytes}`;
    const { succeeded, signal } = await done("sh", ["-c", `${limits}; exec "$0" --abort`, program], {
      env: { ...process.env, RC_PARAMS: "seed=1" },
    });
    if (succeeded) return "survived";
    return signal === "SIGXCPU" || signal === "SIGKILL" ? "hung" : "killed";
  }
}

/** Which faults change nothing, and are listed with the reason. */
function explainedAmong(faults) {
  const key = ({ file, was, is }) => JSON.stringify([file, was, is]);
  const known = new Set(JSON.parse(readFileSync(join(root, explanations), "utf8")).map(key));
  const there = new Set(faults.map(key));
  const gone = [...known].filter((fault) => !there.has(fault));
  if (gone.length > 0) console.log(`${explanations} explains what the core no longer has:\n${gone.join("\n")}`);
  return new Set(faults.filter((fault) => known.has(key(fault))));
}

/** Tries so many faults that compile, prints the survivors and answers how many there are. */
export async function seedFaults({ seed = 1, count = 60, names = [], jobs = availableParallelism() } = {}) {
  cmakeBuild("native", "core_tests");
  const includers = await includersOf();
  const faults = faultsBySeed(seed);
  const explained = explainedAmong(faults);
  const chosen = faults.filter(({ file }) => names.length === 0 || names.includes(basename(file)));
  const tally = { killed: 0, hung: 0, explained: 0, survived: 0, invalid: 0 };
  // Ctrl-C: what has been found so far, and no more.
  const stop = () => chosen.splice(0);
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const work = async (bench) => {
    await bench.prepare();
    for (;;) {
      // One that turns out not to compile is made up for by a later one.
      const { invalid, ...tried } = tally;
      const started = Object.values(tried).reduce((sum, each) => sum + each) + running;
      const fault = started < count ? chosen.shift() : undefined;
      if (fault === undefined) return;
      running++;
      const outcome = explained.has(fault) ? "explained" : await bench.outcomeOf(fault);
      running--;
      tally[outcome]++;
      if (started % 100 === 99) console.log(`… ${JSON.stringify(tally)}`);
      if (outcome === "survived") console.log(`${fault.file}:${fault.line}\n  - ${fault.was}\n  + ${fault.is}`);
    }
  };
  let running = 0;
  await Promise.all(Array.from({ length: jobs }, (_, i) => work(new Bench(i, includers))));
  const { killed, hung, survived, invalid } = tally;
  console.log(
    `\n${killed + hung} faults killed, ${hung} of them by hanging; ${survived} survived; ` +
      `${tally.explained} explained; ${invalid} did not compile.`,
  );
  if (survived > 0) throw new Error("There are faults that no test notices.");
}

if (isMain(import.meta))
  main(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: "string", default: "1" },
        count: { type: "string", default: "60" },
        all: { type: "boolean" },
        jobs: { type: "string", default: String(availableParallelism()) },
      },
    });
    setup("test");
    const { seed, count, all, jobs } = values;
    const most = all ? Number.POSITIVE_INFINITY : Number(count);
    await step("faults", () => seedFaults({ seed, count: most, names: positionals, jobs: Number(jobs) }));
  });
