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
  return { wasm, calculator, used, spoil };
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
