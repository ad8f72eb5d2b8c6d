// Malformed input is refused with a code and a pointer, whatever kind of malformed it is.
import assert from "node:assert/strict";
import test from "node:test";
import { loadCalculator, PricingError } from "prorata";
import { faultyCatalogs, faultyRequests, soundCatalog, unwritableRequests } from "./faults.mjs";

const calculator = await loadCalculator();
const sound = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };

/** What assert.throws and assert.rejects compare a refusal with. */
const refusal = (code, path) => (error) => {
  assert.ok(error instanceof PricingError, String(error?.stack ?? error));
  assert.deepEqual({ code: error.code, path: error.path }, { code, path });
  assert.ok(error.message.length > 0);
  return true;
};

for (const { name, request, code, path } of [...unwritableRequests, ...faultyRequests]) {
  test(`a request with ${name} is ${code} at "${path}"`, () => {
    assert.throws(() => calculator.quote(request), refusal(code, path));
    assert.throws(() => calculator.verify(request, {}), refusal(code, path));
  });
}

for (const { name, catalog, path } of faultyCatalogs) {
  test(`a catalog with ${name} is invalid_catalog at "${path}"`, async () => {
    await assert.rejects(loadCalculator({ catalog }), refusal("invalid_catalog", path));
  });
}

test("a catalog that has no JSON text is invalid_catalog at the whole", async () => {
  const cyclic = soundCatalog();
  cyclic.plans.push(cyclic);
  await assert.rejects(loadCalculator({ catalog: cyclic }), refusal("invalid_catalog", ""));
  await assert.rejects(loadCalculator({ catalog: () => "easemob-cn" }), refusal("invalid_catalog", ""));
});

test("an unknown id of a catalog is unknown_catalog", async () => {
  for (const catalog of ["", "easemob", "EASEMOB-CN", "constructor"])
    await assert.rejects(loadCalculator({ catalog }), refusal("unknown_catalog", ""));
});

test("members that are undefined are absent", () => {
  const request = { ...sound, packs: undefined, account: { plan: "basic", balance: undefined, history: undefined } };
  assert.deepEqual(calculator.quote(request), calculator.quote(sound));
});

test("the largest number that is exact is taken, and answered as it is", () => {
  const balance = Number.MAX_SAFE_INTEGER;
  assert.equal(calculator.quote({ on: sound.on, account: { plan: "basic", balance } }).balance.after, balance);
});

test("arguments are never changed", () => {
  const freeze = (value) => {
    if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
    return value;
  };
  const request = freeze(structuredClone({ ...sound, packs: [{ pack: "pack-25k", quantity: 2 }] }));
  const quote = freeze(calculator.quote(request));
  assert.deepEqual(calculator.verify(request, quote), { valid: true, differences: [] });
});
