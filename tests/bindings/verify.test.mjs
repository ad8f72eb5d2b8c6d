// The quote to verify may be anything: what is wrong with it is an answer, never an error.
import assert from "node:assert/strict";
import test from "node:test";
import { loadCalculator } from "prorata";

const calculator = await loadCalculator();
const request = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };
const quote = calculator.quote(request);
const differences = (actual) => {
  const { valid, differences } = calculator.verify(request, actual);
  assert.equal(valid, differences.length === 0);
  return differences;
};

test("a quote that went through JSON is valid, its members in any order", () => {
  const reversed = Object.fromEntries(Object.entries(quote).reverse());
  assert.deepEqual(differences(JSON.parse(JSON.stringify(reversed))), []);
});

test("what is no object differs once, as a whole", () => {
  const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
  const cyclic = { ...quote };
  cyclic.lines = cyclic;
  const throwing = {
    get catalog() {
      throw new Error("no");
    },
  };
  const long = { ...quote, note: "x".repeat(2 ** 20) };
  const malformed = [undefined, null, 1, NaN, 1n, "x", "\ud800", true, [], [quote], () => quote, Symbol("q")];
  for (const actual of [...malformed, deep, cyclic, throwing, long])
    assert.deepEqual(
      differences(actual).map(({ path }) => path),
      [""],
    );
});

test("every changed, missing or added member is a difference of its own, by ascending path", () => {
  const { renewal, ...rest } = quote;
  const actual = { ...rest, amountDue: 1, coupon: "x", packs: [null] };
  assert.deepEqual(differences(actual), [
    { path: "/amountDue", expected: 395406, actual: 1 },
    { path: "/coupon", actual: "x" },
    { path: "/packs/0", actual: null },
    { path: "/renewal", expected: renewal },
  ]);
});

test("a value that JSON has no word for is a difference where it stands, also in place of null", () => {
  for (const unwritable of [NaN, Infinity, 395406n, Symbol("null"), () => null]) {
    const actual = String(unwritable);
    assert.deepEqual(differences({ ...quote, amountDue: unwritable }), [
      { path: "/amountDue", expected: 395406, actual },
    ]);
    assert.deepEqual(differences({ ...quote, balance: unwritable }), [{ path: "/balance", expected: null, actual }]);
  }
  assert.deepEqual(differences({ ...quote, balance: undefined }), [{ path: "/balance", expected: null }]);
});

test("half a character is a difference like any other text", () => {
  assert.deepEqual(differences({ ...quote, currency: "\ud83d" }), [
    { path: "/currency", expected: "CNY", actual: "\ufffd" },
  ]);
  assert.deepEqual(differences({ ...quote, "\udc00": "\\ud800" }), [{ path: "/\ufffd", actual: "\\ud800" }]);
});

test("a quote of another catalog or version differs there only", async () => {
  const other = await loadCalculator({ catalog: "shengwang-cn" });
  assert.deepEqual(differences(other.quote(request)), [
    { path: "/catalog/id", expected: "easemob-cn", actual: "shengwang-cn" },
  ]);
  assert.deepEqual(differences({ ...quote, catalog: undefined, amountDue: 0 }), [
    { path: "/catalog", expected: quote.catalog },
  ]);
  other.free();
});

test("a thousand differences are listed, and the others counted", () => {
  const { valid, differences, more } = calculator.verify(request, {
    ...quote,
    lines: [...quote.lines, ...Array(2500).fill(0)],
  });
  assert.deepEqual([valid, differences.length, more], [false, 1000, 1500]);
  const paths = differences.map(({ path }) => path);
  assert.deepEqual(paths, paths.toSorted());
  assert.ok(!("more" in calculator.verify(request, { ...quote, lines: [...quote.lines, ...Array(1000).fill(0)] })));
});

test("a quote is never answered with more than twice what was given and 64 kB", () => {
  const names = Array.from({ length: 900 }, (_, i) => "~".repeat(500) + i);
  const given = { ...quote, ...Object.fromEntries(names.map((name) => [name, '"'.repeat(200)])) };
  const reply = calculator.verify(request, given);
  assert.ok(JSON.stringify(reply).length <= 2 * JSON.stringify([request, given]).length + 64 * 1024);
});
