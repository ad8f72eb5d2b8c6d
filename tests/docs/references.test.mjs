// Links lead somewhere, commands exist, the reference is current, and what is said of hosts is what was tried.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { api } from "../../scripts/api.mjs";
import { documents, root } from "./documents.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** As code hosts name a heading. */
const anchors = (text) =>
  new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(/\s/g, "-"),
    ),
  );

for (const [path, text] of documents) {
  test(`${path}: every link leads somewhere`, () => {
    for (const [, target] of text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)) {
      const [file, anchor] = target.split("#");
      const there = file ? join(dirname(path), file) : path;
      assert.ok(existsSync(join(root, there)), target);
      if (anchor) assert.ok(anchors(readFileSync(join(root, there), "utf8")).has(anchor), target);
    }
  });

  test(`${path}: every command is one`, () => {
    const { scripts } = json("package.json");
    for (const [, name] of text.matchAll(/\bnpm run ([\w:-]+)/g)) assert.ok(scripts[name], `npm run ${name}`);
    const presets = json("CMakePresets.json").workflowPresets.map(({ name }) => name);
    for (const [, name] of text.matchAll(/--workflow --preset (\w+)/g)) assert.ok(presets.includes(name), name);
  });
}

test("the API reference is what `npm run api` writes", () => {
  assert.equal(documents.get("docs/api.md"), api());
});

test("every address of the project's own is below its homepage, in each package alike", () => {
  const { homepage } = json("bindings/package.json");
  for (const [folder, { homepage: own, bugs, repository, author }] of ["bindings", "mcp"].map((name) => [
    name,
    json(`${name}/package.json`),
  ])) {
    assert.deepEqual([own, bugs], [homepage, `${homepage}issues`]);
    assert.deepEqual(repository, { type: "git", url: `git+${homepage}prorata.git`, directory: folder });
    assert.equal(author, "The Prorata contributors");
  }
});

test("the hosts are those tried, in the versions tried, by tests that are there", () => {
  const { dependencies, devDependencies } = json("tests/hosts/package.json");
  const versions = { ...dependencies, ...devDependencies };
  const { engines } = json("bindings/package.json");
  const rows = documents
    .get("docs/hosts.md")
    .split("\n")
    .filter((line) => line.includes("| ✓ |"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  assert.ok(rows.length > 15);
  for (const [, host, version, , , tests] of rows) {
    const [name, tried] = version.split(" ");
    if (host === "Node") assert.equal(version, engines.node.replace("||", "or"));
    else if (version) assert.equal(tried, versions[name].split("@").at(-1), host);
    for (const file of tests.split(", ")) {
      const folder = file.endsWith(".spec.ts") ? "tests/web" : "tests/hosts";
      const text = readFileSync(join(root, folder, file), "utf8").toLowerCase();
      assert.ok(!version || [host, name].some((word) => text.includes(word.toLowerCase())), `${host} in ${file}`);
    }
  }
});

test("the README says the same in both languages: the same headings, examples and commands", () => {
  const [english, chinese] = ["README.md", "README.zh-CN.md"].map((path) => documents.get(path));
  const shape = (text) => ({
    headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
    links: [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target.split("#")[0]).sort(),
    examples: [...text.matchAll(/^```(js|html)[\s\S]*?^```$/gm)].map(([block]) => block),
    figures: [...text.matchAll(/^\|.*\|$/gm)].map(([row]) => row.match(/\d[\d.,]*\d|\d/g)),
    commands: [...text.matchAll(/`(npm [^`]+)`/g)].map(([, command]) => command).sort(),
  });
  const without = ({ links, ...rest }) => ({ ...rest, links: links.filter((link) => !link.startsWith("README")) });
  assert.deepEqual(without(shape(chinese)), without(shape(english)));
});
