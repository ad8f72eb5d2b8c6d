// Requests and their answers: every golden case as a line, files, standard input, price lists.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mismatchesOf, readVectors } from "../vectors.mjs";
import { file, linesOf, prorata, temporary, upgrade } from "./prorata.mjs";

const { load, ...byVerb } = readVectors();

// verify reads one document, so its faults lie a step deeper.
const requestOf = (verb, { request, quote }) => (verb === "verify" ? { request, quote } : request);
function errorOf(verb, { error }) {
  if (!error || verb !== "verify" || error.path === "") return error;
  return { ...error, path: `/request${error.path}` };
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const withId = (id, request) => (isObject(request) ? { id, ...request } : request);

for (const [verb, vectors] of Object.entries(byVerb)) {
  test(`${verb} answers every golden case as a line`, () => {
    const byCatalog = groupBy(vectors, catalogKey);
    for (const [catalog, cases] of byCatalog) {
      const list = catalog.startsWith("{") ? file(`${verb}.json`, catalog) : JSON.parse(catalog);
      const input = cases.map((vector) => `${JSON.stringify(withId(vector.file, requestOf(verb, vector)))}\n`);
      const { status, stdout, stderr } = prorata([verb, "--lines", "--catalog", list], { input: input.join("") });
      assert.equal(status, 0, stderr);
      const answers = linesOf(stdout);
      assert.equal(answers.length, cases.length);
      for (const [i, { id, error, ...answer }] of answers.entries()) {
        const vector = { ...cases[i], error: errorOf(verb, cases[i]) };
        if (isObject(requestOf(verb, vector))) assert.equal(id, vector.file);
        assert.deepEqual(mismatchesOf(vector, error ? { error } : { expect: answer }), [], vector.file);
      }
    }
  });
}

const catalogKey = ({ catalog = "easemob-cn" }) => JSON.stringify(catalog);
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

test("a request comes from a file or from standard input", () => {
  const answer = prorata(["quote"], { input: upgrade });
  assert.equal(JSON.parse(answer.stdout).amountDue, 395406);
  assert.deepEqual(prorata(["quote", file("upgrade.json", upgrade)]), answer);
  assert.deepEqual(prorata(["quote", "-"], { input: upgrade }), answer);
  assert.deepEqual(prorata(["quote", "--", temporary("upgrade.json")]), answer);
});

test("options stand anywhere, long or short", () => {
  const answer = prorata(["quote", "--catalog", "shengwang-cn"], { input: upgrade });
  assert.equal(JSON.parse(answer.stdout).amountDue, 766100);
  for (const args of [
    ["--catalog=shengwang-cn", "quote"],
    ["quote", "-c", "shengwang-cn"],
    ["-cshengwang-cn", "quote", "-"],
  ])
    assert.deepEqual(prorata(args, { input: upgrade }), answer);
});

test("a price list is a file by its slash or .json, and no file shadows a built-in list", () => {
  const list = readFileSync(new URL("../../core/catalogs/agora-global.json", import.meta.url), "utf8");
  const path = file("easemob-cn", list);
  const ids = (catalog) => JSON.parse(prorata(["catalog", "-c", catalog], { cwd: temporary(".") }).stdout).id;
  assert.equal(ids("easemob-cn"), "easemob-cn");
  assert.equal(ids("./easemob-cn"), "agora-global");
  assert.equal(ids(path), "agora-global");
  file("list.json", list);
  assert.equal(ids("list.json"), "agora-global");
});

test("catalog prints the normalised list", () => {
  const { stdout } = prorata(["catalog"]);
  assert.equal(JSON.parse(stdout).plans[1].monthlyPrice, 73800);
});

test("verify reads a request and a quote", () => {
  const quote = prorata(["quote"], { input: upgrade }).stdout;
  const verified = (text) =>
    JSON.parse(prorata(["verify"], { input: `{"request":${upgrade},"quote":${text}}` }).stdout);
  assert.deepEqual(verified(quote), { valid: true, differences: [] });
  assert.deepEqual(verified(quote.replace('"amountDue":395406', '"amountDue":1')).differences, [
    { path: "/amountDue", expected: 395406, actual: 1 },
  ]);
});

test("verify says what is wrong with its document", () => {
  for (const [input, code, path] of [
    ["{}", "missing_field", "/request"],
    [`{"request":${upgrade}}`, "missing_field", "/quote"],
    [`{"request":${upgrade},"quote":{},"a/b":1}`, "unknown_field", "/a~1b"],
    ['{"request":{"on":"2024-02-30"},"quote":{}}', "invalid_date", "/request/on"],
    ['{"request":7,"quote":{}}', "invalid_type", "/request"],
    ["[]", "invalid_type", ""],
    [`{"request":${upgrade},"quote":{]}`, "invalid_json", ""],
    [`{"request":${upgrade},"quote":{}} x`, "invalid_json", ""],
    [`{"request":${upgrade},"quote":1,"quote":2}`, "invalid_json", ""],
    [`{"request":${upgrade},"quote":"${"x".repeat(1 << 20)}"}`, "invalid_json", ""],
  ]) {
    const { status, stdout, stderr } = prorata(["verify"], { input });
    assert.deepEqual([status, stdout], [1, ""], input.slice(0, 80));
    const error = JSON.parse(stderr);
    assert.deepEqual([error.code, error.path, error.file], [code, path, "-"], input.slice(0, 80));
  }
});
