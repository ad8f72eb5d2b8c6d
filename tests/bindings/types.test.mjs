// The published types are complete and say what the package does, under the strictest settings a customer may have.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const tsc = path("../../node_modules/typescript/bin/tsc");
const settings = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--types", ""];

const programs = [
  { program: "consumer.ts", lib: "es2022" },
  { program: "consumer.ts", lib: "es2022,dom" },
  { program: "page.ts", lib: "es2022,dom" },
];

for (const resolution of [
  ["--module", "nodenext"],
  ["--module", "esnext", "--moduleResolution", "bundler"],
]) {
  for (const { program, lib } of programs) {
    test(`${program} compiles against the types with ${resolution.at(-1)} resolution and the library ${lib}`, () => {
      const { status, stdout } = spawnSync(
        process.execPath,
        [tsc, ...settings, "--resolveJsonModule", "--target", "es2022", "--lib", lib, ...resolution, path(program)],
        { encoding: "utf8" },
      );
      assert.equal(status, 0, stdout);
    });
  }
}
