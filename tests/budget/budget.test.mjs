// What is no timing and shall not grow unseen: bytes that a page loads, and instructions of a quote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("../..", import.meta.url));

const brotliBytes = (file) => brotliCompressSync(readFileSync(join(root, "bindings/dist", file))).length;

/** The most bytes of each part as sent with Brotli: what it has now and a few in a hundred more. */
const most = {
  "prorata.wasm": 74_000,
  "web/page.wasm": 60_000,
  "index.js": 10_500,
  "web/elements.js": 52_000,
};

for (const [file, bytes] of Object.entries(most))
  test(`${file} stays within ${bytes} bytes with Brotli`, () => {
    assert.ok(brotliBytes(file) <= bytes, `${file} has ${brotliBytes(file)} bytes`);
  });

test("the module a page loads first stays within 68 000 bytes with its JavaScript", () => {
  const bytes = brotliBytes("web/page.wasm") + brotliBytes("index.js");
  assert.ok(bytes <= 68_000, `it has ${bytes} bytes`);
});

/** How many instructions the command takes for so many quotes, counted by valgrind: the same at every run. */
function instructions(quotes) {
  const request =
    '{"on":"2024-08-16","account":{"plan":"basic"},"plan":"flagship","packs":[{"pack":"pack-25k","quantity":2}]}\n';
  const options = ["--tool=callgrind", `--callgrind-out-file=${join(tmpdir(), "prorata-callgrind")}`];
  const command = [join(root, "build/native/cli/prorata"), "quote", "--lines", "--jobs", "1"];
  const log = join(tmpdir(), "prorata-callgrind.log");
  const input = request.repeat(quotes);
  execFileSync("valgrind", [`--log-file=${log}`, ...options, ...command], {
    input,
    stdio: ["pipe", "ignore", "inherit"],
  });
  return Number(readFileSync(log, "utf8").match(/Collected : (\d+)/)[1]);
}

test("a quote in text stays within 45 000 instructions", () => {
  // What starting takes is in both.
  const each = (instructions(1500) - instructions(500)) / 1000;
  console.log(`${Math.round(each)} instructions a quote`);
  assert.ok(each <= 45_000, `a quote takes ${Math.round(each)} instructions`);
});
