// What stands in the documents holds: examples run and print what is said, snippets are those of the files they name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
        assert.ok(plain(readFileSync(join(root, from), "utf8")).includes(plain(content)), content);
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
