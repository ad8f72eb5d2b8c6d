// WebAssembly memory: faulty input leaves none behind, and neither does a calculator that is freed or forgotten.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadCalculator, PricingError } from "prorata";
import { faultyCatalogs, faultyRequests, soundCatalog, unwritableRequests } from "./faults.mjs";

/** A source of its own, and how far up in its memory anything was ever written: what leaks pushes it up. */
async function observedWasm() {
  const wasm = await WebAssembly.compile(await readFile(new URL(import.meta.resolve("prorata/prorata.wasm"))));
  const { instantiate } = WebAssembly;
  let memory;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return instance;
  };
  const calculator = await loadCalculator({ wasm });
  WebAssembly.instantiate = instantiate;
  const used = () => {
    const words = new Uint32Array(memory.buffer);
    let last = words.length;
    while (words[--last] === 0);
    return last * 4;
  };
  /** Leaves nothing in its memory that an instance could work with. */
  const spoil = () => new Uint8Array(memory.buffer).fill(0xff);
  const size = () => memory.buffer.byteLength;
  return { wasm, calculator, used, spoil, size };
}

const request = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };

function refuse(call) {
  try {
    call();
  } catch (error) {
    if (error instanceof PricingError) return;
    throw error;
  }
  assert.fail("nothing was refused");
}

test("20 000 faulty requests in a row leave memory as it was, and the next good one is right", async () => {
  const { calculator, used } = await observedWasm();
  const quote = calculator.quote(request);
  // Two of them are a megabyte long: the rest is what there is time for.
  const faulty = [...unwritableRequests, ...faultyRequests].filter(({ path, code }) => path || code !== "invalid_json");
  const round = (count) => {
    for (let i = 0; i < count; i++) refuse(() => calculator.quote(faulty[i % faulty.length].request));
  };
  round(faulty.length * 10);
  const before = used();
  round(20_000);
  assert.equal(used(), before);
  assert.deepEqual(calculator.quote(request), quote);
});

test("the largest and the deepest documents leave memory as it was", async () => {
  const { calculator, used } = await observedWasm();
  const documents = [...unwritableRequests, ...faultyRequests].filter(({ code }) => code === "invalid_json");
  const round = (count) => {
    for (let i = 0; i < count; i++) {
      for (const { request: document } of documents) {
        refuse(() => calculator.quote(document));
        calculator.verify(request, document);
      }
    }
  };
  round(2);
  const before = used();
  round(8);
  assert.equal(used(), before);
});

test("refused catalogs and freed calculators leave memory as it was", async () => {
  const { wasm, used } = await observedWasm();
  const round = async (count) => {
    for (let i = 0; i < count; i++) {
      for (const { catalog } of faultyCatalogs) await loadCalculator({ wasm, catalog }).catch(() => {});
      (await loadCalculator({ wasm, catalog: soundCatalog("agora-global") })).free();
    }
  };
  await round(2);
  const before = used();
  await round(8);
  assert.equal(used(), before);
});

test("a forgotten calculator is cleaned up", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc");
  const { wasm, used } = await observedWasm();
  const forget = async () => {
    for (let i = 0; i < 100; i++) await loadCalculator({ wasm });
    for (let i = 0; i < 3; i++) {
      await setImmediate();
      collectGarbage();
      await setImmediate();
    }
  };
  await forget();
  await forget();
  const before = used();
  for (let i = 0; i < 5; i++) await forget();
  const perCalculator = 1000; // Far less than one takes.
  assert.ok(used() - before < 500 * perCalculator, `${used() - before} bytes more`);
});

test("packs that can be combined in too many ways are refused within 100 MB, and the next call is answered", async () => {
  const { wasm, calculator, size } = await observedWasm();
  const quote = calculator.quote(request);
  const name = { en: "Pack", "zh-CN": "加油包" };
  /** Kinds of pack by minutes and price in minor units, beside overage at 0.07 a minute. */
  const selling = (...kinds) => {
    const packs = kinds.map(([minutes, price], i) => {
      const digits = String(price).padStart(3, "0");
      return { id: `pack-${i}`, name, minutes, price: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
    });
    return loadCalculator({ wasm, catalog: { ...soundCatalog(), packs, overage: { price: "0.07", perMinutes: 1 } } });
  };
  const flat = (...sizes) => sizes.map((minutes) => [minutes, minutes * 6]);
  const refused = {
    name: "PricingError",
    code: "out_of_range",
    path: "",
    message: "The packs can be combined in too many ways to compare them all.",
  };
  const { on } = request;

  const many = await selling(...flat(987_653, 987_659, 987_697, 987_703, 987_713, 987_719, 987_739));
  assert.throws(() => many.compare({ on, monthlyMinutes: 1_234_567_891, months: 1 }), refused);
  const close = await selling([10_007, 6_004], [10_009, 6_005], [10_037, 6_022], [10_039, 6_023]);
  const forecast = Array.from({ length: 36 }, (_, month) => (month % 5 === 0 ? 6_000_001 : 20_000 + 613 * month));
  assert.throws(() => close.optimize({ on, forecast }), refused);
  // One remainder more than are kept for each, and as many as are, with 350 000 small packs to find.
  const filled = async (large) => {
    const two = await selling([large, large], [2, 4]);
    return two.compare({ on, monthlyMinutes: 10_000 + 3 * large + 700_000, months: 1 }).rows[0].long.packs;
  };
  await assert.rejects(filled(2_097_153), refused);
  assert.deepEqual(await filled(2_097_151), [
    { pack: "pack-0", quantity: 3 },
    { pack: "pack-1", quantity: 350_000 },
  ]);
  // 400 000 minutes beyond three large packs: 0.02 for each is less than a large pack more.
  const filling = await selling([999_999, 1_000_000], [1, 2]);
  const { packs } = filling.compare({ on, monthlyMinutes: 10_000 + 3 * 999_999 + 400_000, months: 1 }).rows[0].long;
  assert.deepEqual(packs, [
    { pack: "pack-0", quantity: 3 },
    { pack: "pack-1", quantity: 400_000 },
  ]);

  assert.deepEqual(calculator.quote(request), quote);
  assert.ok(size() < 100_000_000, `${size()} bytes`);
});

test("an instance that traps is one clear error; the next call of each of its calculators is answered", async () => {
  const { wasm, calculator, spoil } = await observedWasm();
  const other = await loadCalculator({ wasm, catalog: soundCatalog("agora-global") });
  const freed = await loadCalculator({ wasm });
  freed.free();
  const quote = calculator.quote(request);
  const otherRequest = { on: request.on, plan: "pro" };
  const otherQuote = other.quote(otherRequest);

  spoil();
  assert.throws(
    () => calculator.quote(request),
    (error) => {
      assert.ok(error.cause instanceof WebAssembly.RuntimeError, error.stack);
      assert.deepEqual([error.name, error.code, error.path], ["PricingError", "out_of_range", ""]);
      return true;
    },
  );
  assert.deepEqual(other.quote(otherRequest), otherQuote);
  assert.deepEqual(calculator.quote(request), quote);
  assert.deepEqual((await loadCalculator({ wasm })).quote(request), quote);
  assert.throws(() => freed.quote(request), { code: "calculator_freed" });
  calculator.free();
  assert.throws(() => calculator.quote(request), { code: "calculator_freed" });
  other.free();
});

test("where the machine gives no more memory, that is the answer, and the next call is answered", async () => {
  const { wasm, calculator } = await observedWasm();
  const large = { on: request.on, packs: new Array(500_000).fill(0) };
  const quote = calculator.quote(request);
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError("no");
  };
  try {
    assert.throws(() => calculator.quote(large), { name: "PricingError", code: "out_of_range", path: "" });
    assert.deepEqual(calculator.quote(request), quote);
    // The price list itself is too much.
    const source = "x".repeat(900_000);
    const calculators = [];
    await assert.rejects(
      async () => {
        for (let i = 0; i < 40; i++)
          calculators.push(await loadCalculator({ wasm, catalog: { ...soundCatalog(), source } }));
      },
      { name: "PricingError", path: "" },
    );
    for (const each of calculators) each.free();
    assert.deepEqual(calculator.quote(request), quote);
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
  assert.throws(() => calculator.quote(large), { code: "invalid_type", path: "/packs/0" });
});
