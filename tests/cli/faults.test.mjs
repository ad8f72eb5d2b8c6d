// What goes wrong around a request: said as JSON with the file it lies in, and by the exit status.
import assert from "node:assert/strict";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { test } from "node:test";
import { command, file, prorata, prorataIn, run, start, temporary, upgrade } from "./prorata.mjs";

function assertFault({ status, stdout, stderr }, expected) {
  assert.deepEqual([status, stdout], [1, ""], stderr);
  const { message, ...fault } = JSON.parse(stderr);
  assert.match(message, /^[A-Z].*\.$/);
  assert.deepEqual(fault, { path: "", ...expected });
}

test("a fault in a request names its place and its file", () => {
  const request = file("wrong.json", '{"on":"2024-08-16","packs":[{"pack":"pack-25k","quantity":0}]}');
  assertFault(prorata(["quote", request]), { code: "out_of_range", path: "/packs/0/quantity", file: request });
  assertFault(prorata(["quote"], { input: "nonsense" }), { code: "invalid_json", file: "-" });
});

test("a fault in a price list names its place and its file", () => {
  const list = file("list.json", "{}");
  const { code, path, file: at } = JSON.parse(prorata(["quote", "-c", list], { input: upgrade }).stderr);
  assert.deepEqual([code, path, at], ["invalid_catalog", "/id", list]);
});

test("a file that cannot be read is named", () => {
  for (const path of [temporary("missing.json"), temporary(".")])
    for (const args of [
      ["quote", path],
      ["catalog", "-c", path],
      ["lint", path],
    ])
      assertFault(prorata(args), { code: "unreadable_file", file: path });
});

test("a file without permission is named", () => {
  const locked = file("locked.json", upgrade);
  chmodSync(locked, 0);
  chmodSync(temporary("."), 0o755);
  // The superuser may read anything, so somebody else has to ask; a copy stands where anybody reaches it.
  const asNobody = process.getuid() === 0 ? ["setpriv", "--reuid", "65534", "--clear-groups"] : ["env"];
  const copy = temporary("prorata");
  run("cp", [command, copy]);
  assertFault(run(asNobody[0], [...asNobody.slice(1), copy, "quote", locked]), {
    code: "unreadable_file",
    file: locked,
  });
});

test("an unknown price list is answered with those there are", () => {
  const result = prorata(["quote", "-c", "acme"], { input: upgrade });
  assertFault(result, { code: "unknown_catalog" });
  assert.match(result.stderr, /'acme'.*easemob-cn.*\.json/);
});

test("a name that is no text at all is still JSON", () => {
  const { stderr } = prorataIn(`"$0" quote $'/\\xff"\\n'`);
  assert.equal(JSON.parse(stderr).file, '/\ufffd"\n');
});

test("too little memory is said with the file", () => {
  const request = file("large.json", " ".repeat(1_000_000) + upgrade);
  const answers = Array.from({ length: 40 }, (_, i) =>
    prorataIn(`ulimit -v ${4000 + i * 250}; "$0" quote '${request}'`),
  );
  // Below some size the program does not even start, above another it answers.
  const faults = answers.filter(({ stderr }) => stderr.startsWith("{"));
  assert.ok(faults.length > 0, "no limit was tight");
  for (const { status, stderr } of faults) {
    const { code, file } = JSON.parse(stderr);
    assert.deepEqual([status, file], [1, request]);
    // The command itself, or the library while it answers.
    assert.match(code, /^out_of_(memory|range)$/);
  }
});

test("an endless input is refused after 1 MiB", () => {
  assertFault(prorataIn('"$0" quote /dev/zero'), { code: "invalid_json", file: "/dev/zero" });
  assertFault(prorataIn('yes | "$0" quote'), { code: "invalid_json", file: "-" });
  assertFault(prorataIn('"$0" catalog -c /dev/zero'), { code: "invalid_catalog", file: "/dev/zero" });
  assert.match(prorataIn('"$0" lint /dev/zero').stdout, /larger than 1 MiB/);
});

test("an output that fails is a fault", () => {
  for (const args of ["quote", "quote --lines", "catalog", "--help"]) {
    const { status, stderr } = prorataIn(`"$0" ${args} >/dev/full`, { input: upgrade });
    assert.equal(status, 1);
    assert.deepEqual([JSON.parse(stderr).code, JSON.parse(stderr).file], ["unwritable_output", "standard output"]);
    assert.equal(prorataIn(`"$0" ${args} >&-`, { input: upgrade }).status, 1);
  }
});

for (const args of [["quote"], ["quote", "--lines"], ["quote", "--lines", "-j", "4"]])
  test(`a reader that goes away ends ${args.join(" ")} quietly, although its input may go on`, {
    timeout: 20_000,
  }, async () => {
    const child = start(args);
    const said = child.stderr.setEncoding("utf8").toArray();
    child.stdout.destroy();
    await once(child.stdout, "close");
    child.stdin[args.includes("--lines") ? "write" : "end"](`${upgrade}\n`);
    assert.deepEqual(await once(child, "exit"), [1, null]);
    assert.deepEqual(await said, []);
    child.stdin.destroy();
  });

test("arguments that make no sense end with status 2 and a sentence", () => {
  for (const args of [
    [],
    ["sell"],
    ["quote", "--nonsense"],
    ["quote", "-x"],
    ["quote", "-Vx"],
    ["quote", "a", "b"],
    ["catalog", "a"],
    ["quote", "--catalog"],
    ["quote", "--lines=1"],
    ["quote", "--json"],
    ["catalog", "--lines"],
    ["quote", "--strict"],
    ["quote", "--lines", "--jobs", "0"],
    ["quote", "--lines", "--jobs", "2x"],
    ["quote", "--lines", "--jobs", "99999999999"],
    ["lint"],
    ["--completion", "tcsh"],
  ]) {
    const { status, stdout, stderr } = prorata(args, { input: upgrade });
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.match(stderr, /^prorata: .*; try 'prorata --help'\n$/);
  }
});

test("it says that it waits where its input is a terminal", () => {
  const { stdout } = run("script", ["-qec", `${command} quote`, "/dev/null"], { input: `${upgrade}\n\x04` });
  assert.match(stdout, /Reading a request from the terminal/);
  assert.match(stdout, /"amountDue":395406/);
  assert.equal(prorata(["quote"], { input: upgrade }).stderr, "");
});
