// What stands in the documents holds: examples run and print what is said, snippets are those of the files they name,
// commands are those of the scripts, and no example escapes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import test from "node:test";
import { open, serve } from "../hosts/host.mjs";
import { blocksOf, documents, root } from "./documents.mjs";

const dist = join(root, "bindings/dist");

for (const [path, text] of documents) {
  const blocks = blocksOf(text);
  // Within the checkout, where the package is found by its name.
  const folder = join(root, "build/docs", path);
  const env = { ...process.env, PATH: `${join(root, "build/native/cli")}${delimiter}${process.env.PATH}` };

  for (const [index, { language, said, content }] of blocks.entries()) {
    const [, file] = /file=(\S+)/.exec(said) ?? [];
    if (file) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file), content);
    }

    const [, from] = /from (\S+)/.exec(said) ?? [];
    if (from) {
      test(`${path}, block ${index}: stands so in ${from}`, () => {
        const plain = (lines) => lines.replaceAll(/\s+/g, " ").trim();
        // What a test fills in for itself stands as <name> in a document.
        const text = readFileSync(join(root, from), "utf8").replaceAll(
          /"\$\{PRORATA_(\w+)\}"/g,
          (_, name) => `<${name.toLowerCase()}>`,
        );
        assert.ok(plain(text).includes(plain(content)), content);
      });
    }

    if (said !== "run") continue;
    const expected = blocks[index + 1]?.content.trim();
    test(`${path}, block ${index}: does what is said`, async (t) => {
      mkdirSync(folder, { recursive: true });
      if (language === "html") {
        const page = join(folder, "page");
        rmSync(page, { recursive: true, force: true });
        mkdirSync(page, { recursive: true });
        writeFileSync(join(page, "index.html"), `<!doctype html><link rel="icon" href="data:,">${content}`);
        const { page: shown, complaints } = await open(t, await serve(t, page, {}, { "/prorata/": dist }));
        await shown.getByText(expected).filter({ visible: true }).first().waitFor();
        assert.deepEqual(complaints, []);
        return;
      }
      const program = join(folder, `${index}.mjs`);
      if (language === "js") writeFileSync(program, content);
      const [command, ...args] = language === "js" ? [process.execPath, program] : ["bash", "-euc", content];
      const printed = execFileSync(command, args, { cwd: folder, env, encoding: "utf8" });
      assert.equal(printed.trim(), expected);
    });
  }
}

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const presets = JSON.parse(readFileSync(join(root, "CMakePresets.json"), "utf8")).workflowPresets;
const commands = [
  "npm start",
  "npm test",
  ...Object.keys(scripts).map((name) => `npm run ${name}`),
  ...presets.map(({ name }) => `cmake --workflow --preset ${name}`),
];
// Whatever else the scripts run, as a shell would have it.
const ran = readdirSync(join(root, "scripts"))
  .map((file) => readFileSync(join(root, "scripts", file), "utf8").replaceAll(/[",[\]]+/g, ""))
  .join("\n");
const isCommand = (line) => commands.includes(line) || ran.includes(`run(${line.replace(/ --project \w+$/, "")}`);

/** What no test here can do, with the reason. */
const untried = new Map([
  ["vcpkg install prorata --overlay-ports=<checkout>/packaging/vcpkg", "vcpkg downloads what it builds with"],
  ["python3 accounts.py 0 1000000 |", "npm run scale runs it, with its own paths"],
]);

const held = new Set([...documents.values()].flatMap(blocksOf).flatMap(({ said, content }) => (said ? [content] : [])));

for (const [path, text] of documents) {
  for (const [index, { language, said, content }] of blocksOf(text).entries()) {
    if (!language || held.has(content)) {
      const [, by] = /^run by (\S+)$/.exec(said) ?? [];
      if (!by) continue;
      test(`${path}, block ${index}: ${by} reads it`, () => {
        assert.ok(readFileSync(join(root, by), "utf8").includes(path));
      });
      continue;
    }
    test(`${path}, block ${index}: is commands of this repository, or runs`, () => {
      assert.equal(language, "sh", content);
      const lines = content.split("\n").map((line) => line.replace(/ +#.*/, "").trim());
      if (untried.has(lines[0])) return;
      for (const line of lines.filter((one) => one && !isCommand(one)))
        execFileSync("bash", ["-euc", line], { cwd: root, encoding: "utf8" });
    });
  }
}
