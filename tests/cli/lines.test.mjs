// --lines: a request a line in, exactly one line out.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { linesOf, prorata, start, upgrade } from "./prorata.mjs";

const filter = (input, ...args) => prorata(["quote", "--lines", ...args], { input });

test("every line gives one line, refused ones too, and on it goes", () => {
  const { status, stdout } = filter(`${upgrade}\n\nnonsense\n  \n[]\n${upgrade}\r\n{"on":"x"}\n${upgrade}`);
  assert.equal(status, 0);
  const [first, empty, nonsense, blank, array, last, date, unended] = linesOf(stdout);
  for (const answer of [first, last, unended]) assert.equal(answer.amountDue, 395406);
  for (const { error } of [empty, nonsense, blank]) assert.deepEqual([error.code, error.path], ["invalid_json", ""]);
  assert.equal(array.error.code, "invalid_type");
  assert.deepEqual([date.error.code, date.error.path], ["invalid_date", "/on"]);
});

test("no input gives no line, and one line break gives one", () => {
  assert.deepEqual(filter(""), { status: 0, signal: null, stdout: "", stderr: "" });
  assert.equal(linesOf(filter("\n").stdout).length, 1);
});

test("id is given back unread, whatever it is and wherever it stands", () => {
  const ids = [
    "7",
    '"a"',
    "null",
    "1.50",
    "-0e+2",
    "12345678901234567890123",
    '{"id": [1,  {"id":1,"id":2}]}',
    "[ ]",
    '"\\u00e9\\ud834\\udd1e \u{1f600} , } ]"',
    "[".repeat(500) + "]".repeat(500),
  ];
  const rest = upgrade.slice(1, -1);
  for (const id of ids) {
    const requests = [
      `{"id":${id},${rest}}`,
      `{${rest},"id":${id}}`,
      `{"on":"2024-08-16" , "id" : ${id} , ${rest.slice(18)}}`,
    ];
    requests.push(`{"\\u0069d":${id},${rest}}`);
    const { stdout } = filter(`${requests.join("\n")}\n`);
    const lines = stdout.trimEnd().split("\n");
    assert.equal(lines.length, requests.length);
    for (const line of lines) {
      assert.ok(line.startsWith(`{"id":${id},"catalog":`), line.slice(0, 200));
      assert.equal(JSON.parse(line).amountDue, 395406);
    }
  }
});

test("id comes with the error where it can be read", () => {
  for (const [line, id, code] of [
    ['{"id":7}', "7", "missing_field"],
    ['{"id":7,"on":', "7", "invalid_json"],
    ['{"id":7,}', "7", "invalid_json"],
    ['{"id":7} x', "7", "invalid_json"],
    ['{"id":7,"id":8}', "7", "invalid_json"],
    ['{"on":nonsense,"id":7}', undefined, "invalid_json"],
    ['{"id":nonsense,"on":"2024-08-16"}', undefined, "invalid_json"],
    ['{"id":"\xff"}', undefined, "invalid_json"],
    ['{"account":{"id":7},"on":"2024-08-16"}', undefined, "unknown_field"],
    [`{"id":7,"on":"${"x".repeat(1 << 20)}"}`, "7", "invalid_json"],
  ]) {
    const { stdout } = filter(Buffer.from(`${line}\n${upgrade}\n`, "latin1"));
    const [refused, next] = linesOf(stdout);
    assert.equal(refused.error.code, code, line.slice(0, 60));
    assert.equal(refused.id === undefined ? undefined : JSON.stringify(refused.id), id, line.slice(0, 60));
    assert.equal(next.amountDue, 395406);
  }
});

test("removing id makes no request out of what is none", () => {
  for (const line of [
    '{"id":7 "on":"2024-08-16"}',
    '{"id":7,,"on":"2024-08-16"}',
    '{,"id":7}',
    '{"on":"2024-08-16","id":7,}',
  ])
    assert.equal(linesOf(filter(line).stdout)[0].error.code, "invalid_json", line);
});

test("a line of 1 MiB is read, a longer one is refused and not kept", () => {
  const padded = (length) => upgrade + " ".repeat(length - upgrade.length);
  const [fits, long, longest, next] = linesOf(
    filter(`${padded(1 << 20)}\n${padded((1 << 20) + 1)}\n${padded(5 << 20)}\n${upgrade}\n`).stdout,
  );
  assert.equal(fits.amountDue, 395406);
  assert.equal(long.error.code, "invalid_json");
  assert.equal(longest.error.code, "invalid_json");
  assert.equal(next.amountDue, 395406);
});

test("the order is kept on any number of cores, whatever a line takes", () => {
  // Every 40th forecast is of 24 months, the others of one.
  const lines = Array.from({ length: 1_000 }, (_, id) => {
    const forecast = Array.from({ length: id % 40 === 0 ? 24 : 1 }, (_, month) => 50_000 + ((id + month) % 7) * 90_000);
    return `${JSON.stringify({ id, on: "2024-08-16", forecast })}\n`;
  });
  const [one, ...others] = [1, 2, 7].map((jobs) =>
    prorata(["optimize", "--lines", "--jobs", String(jobs)], { input: lines.join("") }),
  );
  assert.deepEqual(
    linesOf(one.stdout).map(({ id }) => id),
    lines.map((_, id) => id),
  );
  for (const other of others) assert.deepEqual(other, one);
});

test("--strict ends with status 1 where a line was refused", () => {
  assert.equal(filter(`${upgrade}\n`, "--strict").status, 0);
  const { status, stdout } = filter(`${upgrade}\n\n${upgrade}\n`, "--strict");
  assert.equal(status, 1);
  assert.equal(linesOf(stdout).length, 3);
});

test("verify answers line by line", () => {
  const quote = JSON.parse(filter(upgrade).stdout);
  const line = (id, due) =>
    `${JSON.stringify({ id, request: JSON.parse(upgrade), quote: { ...quote, amountDue: due } })}\n`;
  const { stdout } = prorata(["verify", "--lines"], { input: line("a", 395406) + line("b", 1) });
  assert.deepEqual(
    linesOf(stdout).map(({ id, valid }) => [id, valid]),
    [
      ["a", true],
      ["b", false],
    ],
  );
});

test("what has been answered is written whenever the input pauses", { timeout: 20_000 }, async () => {
  const child = start(["quote", "--lines"]);
  const arrived = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
  const answered = async () => {
    let text = "";
    while (!text.endsWith("\n")) text += (await arrived.next()).value;
    return linesOf(text).length;
  };
  for (const piece of [`${upgrade}\n`, `${upgrade.slice(0, 20)}`, `${upgrade.slice(20)}\n`]) {
    child.stdin.write(piece);
    if (piece.endsWith("\n")) assert.equal(await answered(), 1);
  }
  child.stdin.end(upgrade);
  assert.equal(await answered(), 1);
  assert.equal((await once(child, "exit"))[0], 0);
});

test("memory does not grow with the input", { timeout: 120_000 }, async () => {
  const child = start(["convert", "--lines"]);
  child.stdout.resume();
  const line = '{"usage":[{"role":"host","media":"hd","seconds":3600}]}';
  const piece = Buffer.from(`${`${line}\n`.repeat(1_000)}{"id":1,"usage":"${"x".repeat(2 << 20)}"}\n`);
  const peaks = [];
  for (let i = 0; i < 60; ++i) {
    if (!child.stdin.write(piece)) await once(child.stdin, "drain");
    if (i === 20 || i === 59) peaks.push(peakOf(child.pid));
  }
  child.stdin.end();
  await once(child, "exit");
  const [early, late] = peaks;
  assert.ok(late < early * 1.2 + 4096, `${early} kB after a third, ${late} kB at the end`);
  assert.ok(late < 64 << 10, `${late} kB`);
});

/** The most memory a process has had, in kB. */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);

test("reading that fails comes after the answers to what was read", () => {
  const { status, stdout, stderr } = prorata(["quote", "--lines", "/"]);
  assert.deepEqual([status, stdout, JSON.parse(stderr).file], [1, "", "/"]);
});
