// Malformed input is refused with a code and a pointer, whatever kind of malformed it is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { loadCalculator, PricingError } from "prorata";
import { faultyCatalogs, faultyRequests, soundCatalog, unwritableRequests } from "./faults.mjs";

const calculator = await loadCalculator();
const sound = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };
const columns = { on: Int32Array.of(19_951), from: Uint8Array.of(1), to: Uint8Array.of(3) };
const held = (account) => ({ on: sound.on, account: { plan: "basic", ...account } });

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

test("what is far too large is refused before it is written out", async () => {
  class Cart {
    on = sound.on;
    packs = Array.from({ length: 600_000 }, () => ({}));
  }
  const many = Array.from({ length: 1_000_000 }, () => ({ pack: "pack-25k", quantity: 1 }));
  for (const packs of [many, new Array(2 ** 32 - 1), new Float64Array(10_000_000), [[many]], "x".repeat(2 ** 29 - 24)])
    assert.throws(() => calculator.quote({ ...sound, packs }), refusal("invalid_json", ""));
  assert.throws(() => calculator.quote(new Cart()), refusal("invalid_json", ""));
  assert.deepEqual(
    calculator.verify(sound, { packs: new Float64Array(10_000_000) }).differences.map(({ path }) => path),
    [""],
  );
  await assert.rejects(loadCalculator({ catalog: { plans: many } }), refusal("invalid_catalog", ""));
  assert.equal(calculator.quote(sound).amountDue, 395_406);
});

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

test("a number is taken for what it is, however it is spelled", () => {
  for (const balance of [-0, 1e3, 1.5e3]) assert.equal(calculator.quote(held({ balance })).balance.before, balance + 0);
  for (const balance of [2 ** 53, -(2 ** 53), Number.MAX_VALUE])
    assert.throws(() => calculator.quote(held({ balance })), refusal("out_of_range", "/account/balance"));
  for (const balance of [0.5, Number.MIN_VALUE])
    assert.throws(() => calculator.quote(held({ balance })), refusal("invalid_type", "/account/balance"));
});

test("a calculator that is freed while its request is read says so", async () => {
  for (const method of ["quote", "verify"]) {
    const freed = await loadCalculator();
    const request = {
      get on() {
        freed.free();
        return sound.on;
      },
    };
    assert.throws(() => freed[method](request, {}), refusal("calculator_freed", ""));
  }
  const whileRead = [
    (freed) => freed.verify(sound, Object.defineProperty({}, "catalog", { enumerable: true, get: freed.free })),
    (freed) => freed.quote({ toJSON: () => freed.free() ?? sound }),
    (freed) => freed.quote(new Proxy(sound, { ownKeys: (target) => freed.free() ?? Reflect.ownKeys(target) })),
    (freed) =>
      freed.quoteColumns(Object.defineProperty({ ...columns }, "to", { get: () => freed.free() ?? columns.to })),
  ];
  for (const ask of whileRead) {
    const freed = await loadCalculator();
    assert.throws(() => ask(freed), refusal("calculator_freed", ""));
  }
  assert.equal(calculator.quote(sound).amountDue, 395406);
});

test("a request is what JSON makes of it, whatever it is made of", () => {
  const quote = calculator.quote(sound);
  const elsewhere = (value) => runInNewContext(`(${JSON.stringify(value)})`);
  const made = {
    "a proxy": new Proxy(sound, {}),
    "proxies within": { ...sound, account: new Proxy(sound.account, {}) },
    "another realm's": elsewhere(sound),
    "without prototype": Object.assign(Object.create(null), sound),
    "of a class": Object.assign(new (class Order {})(), sound),
    "with symbols": { ...sound, [Symbol("on")]: 1, [Symbol.iterator]: null, [Symbol.toPrimitive]: () => 1 },
    "with members that are not enumerable": Object.defineProperty({ ...sound }, "coupon", { value: 1 }),
    "with toJSON": { toJSON: () => sound },
    "with toJSON within": { ...sound, account: { toJSON: () => sound.account } },
    boxed: { ...sound, plan: Object("flagship") },
  };
  for (const [name, request] of Object.entries(made)) assert.deepEqual(calculator.quote(request), quote, name);
  assert.deepEqual(calculator.verify(elsewhere(sound), elsewhere(quote)), { valid: true, differences: [] });
  assert.equal(calculator.today(runInNewContext('new Date("2024-08-16T12:00Z")')), sound.on);
  assert.throws(() => calculator.quote(Object.create(sound)), refusal("missing_field", "/on"));
  assert.throws(() => calculator.quote(new Map(Object.entries(sound))), refusal("missing_field", "/on"));
});

test("a request that fails or never ends while it is read is refused, and disturbs no other", () => {
  const fails = () => {
    throw new Error("no");
  };
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const itself = new Proxy(
    { account: 1 },
    { get: (_target, name, receiver) => (name === "account" ? receiver : undefined) },
  );
  const long = new Proxy([], { get: (_target, name) => (name === "length" ? 1e6 : name === "toJSON" ? undefined : 1) });
  for (const request of [
    ...["ownKeys", "has", "get", "getPrototypeOf"].map((trap) => new Proxy(sound, { [trap]: fails })),
    revoked,
    { ...sound, account: revoked },
    itself,
    { on: sound.on, packs: long },
  ]) {
    assert.throws(() => calculator.quote(request), refusal("invalid_json", ""));
    assert.equal(calculator.verify(sound, request).valid, false);
  }
  assert.equal(calculator.quote(sound).amountDue, 395406);
});

test("what others put on Array.prototype is no part of a request or of an answer", async () => {
  const request = { ...sound, packs: [{ pack: "pack-25k", quantity: 1 }] };
  const quote = JSON.stringify(calculator.quote(request));
  const added = { 0: "x", 7: "y", value: 1, first: () => 1 };
  let answers;
  Object.assign(Array.prototype, added);
  try {
    const loaded = await loadCalculator();
    answers = [calculator, loaded].map((each) => [
      JSON.stringify(each.quote(request)),
      each.verify(request, JSON.parse(quote)).valid,
    ]);
  } finally {
    for (const name of Object.keys(added)) delete Array.prototype[name];
  }
  assert.deepEqual(answers, [
    [quote, true],
    [quote, true],
  ]);
});

test("where JSON has been spoilt for everyone, or arrays, a request is refused, and answered once they are mended", () => {
  const request = { ...sound, packs: [{ pack: "pack-25k", quantity: 1 }] };
  const quote = calculator.quote(request);
  const spoilt = [
    [Array.prototype, "toJSON", () => "[]"],
    [Object.prototype, "toJSON", () => "{}"],
    [Array.prototype, "map", () => assert.fail()],
    [Array.prototype, "push", () => assert.fail()],
    [Array.prototype, Symbol.iterator, () => assert.fail()],
  ];
  for (const [holder, name, value] of spoilt) {
    const before = Object.getOwnPropertyDescriptor(holder, name);
    Object.defineProperty(holder, name, { value, configurable: true, writable: true });
    let refused;
    try {
      calculator.quote(request);
    } catch (error) {
      refused = error;
    } finally {
      if (before) Object.defineProperty(holder, name, before);
      else delete holder[name];
    }
    assert.ok(refused instanceof PricingError, String(name));
    assert.deepEqual(calculator.quote(request), quote);
  }
});

test("a request that asks for another quote while it is read disturbs neither", () => {
  const request = {
    ...sound,
    get plan() {
      assert.equal(calculator.quote({ ...sound, plan: "premium" }).planChange.to, "premium");
      return "flagship";
    },
  };
  assert.equal(calculator.quote(request).planChange.to, "flagship");
});

test("what others put on Object.prototype is no part of a request or of an answer", async () => {
  const quote = calculator.quote(sound);
  const wasm = await WebAssembly.compile(await readFile(new URL(import.meta.resolve("prorata/prorata.wasm"))));
  const names = ["value", "error", "code", "path", "message", "packs", "plan", "history", "valid", "written", "more"];
  for (const name of names) Object.prototype[name] = 1;
  let answers;
  let refused;
  try {
    const loaded = await loadCalculator({ wasm });
    answers = [calculator, loaded].map((each) => JSON.stringify(each.quote({ on: sound.on, ...sound })));
    refused = await loadCalculator({ catalog: "value" }).catch((error) => error);
    assert.throws(() => loaded.quote({ on: "2023-02-29" }), refusal("invalid_date", "/on"));
  } finally {
    for (const name of names) delete Object.prototype[name];
  }
  assert.deepEqual(
    answers.map((answer) => JSON.parse(answer)),
    [quote, quote],
  );
  refusal("unknown_catalog", "")(refused);
});

test("names of Object.prototype are ids like any others", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  const text = JSON.stringify(soundCatalog(), (_key, value) => {
    if (value === "basic" || value === "pack-25k") return names[0];
    if (value === "premium" || value === "pack-250k") return names[1];
    return value;
  }).replaceAll('"zh-CN":', '"__proto__":"x","constructor":"y","zh-CN":');
  const strange = await loadCalculator({ catalog: JSON.parse(text) });
  assert.deepEqual(Object.keys(strange.catalog.name).slice(-3), ["__proto__", "constructor", "zh-CN"]);
  const quote = strange.quote({
    on: sound.on,
    account: { plan: "__proto__" },
    plan: "constructor",
    packs: [
      { pack: "__proto__", quantity: 1 },
      { pack: "constructor", quantity: 1 },
    ],
  });
  assert.deepEqual(
    [quote.planChange.from, quote.planChange.to, ...quote.packs.map(({ pack }) => pack)],
    ["__proto__", "constructor", "__proto__", "constructor"],
  );
  for (const name of names) {
    assert.throws(() => calculator.quote({ ...sound, plan: name }), refusal("unknown_plan", "/plan"));
    assert.throws(
      () => calculator.quote({ ...sound, packs: [{ pack: name, quantity: 1 }] }),
      refusal("unknown_pack", "/packs/0/pack"),
    );
    assert.throws(
      () => calculator.quote(JSON.parse(`{"on":"2024-08-16","${name}":1}`)),
      refusal("unknown_field", `/${name}`),
    );
    await assert.rejects(loadCalculator({ catalog: name }), refusal("unknown_catalog", ""));
  }
});

test("where the built-ins are frozen it loads, answers and refuses as anywhere", () => {
  const script = `
    import { builtInCatalogs, loadCalculator } from "prorata";
    const all = [Object, Function, Array, String, Number, Boolean, Symbol, BigInt, Date, RegExp, Error, TypeError, RangeError,
      Promise, Map, Set, WeakMap, WeakSet, FinalizationRegistry, ArrayBuffer, Uint8Array, Float64Array, Int32Array,
      TextEncoder, TextDecoder, URL, Proxy, JSON, Math, Reflect, Intl, Intl.DateTimeFormat, WebAssembly,
      WebAssembly.Module, WebAssembly.Instance, WebAssembly.Memory];
    for (const each of all) {
      Object.freeze(each);
      if (each.prototype) Object.freeze(each.prototype);
    }
    const calculator = await loadCalculator();
    const quote = calculator.quote(${JSON.stringify(sound)});
    let refused;
    try { calculator.quote({}); } catch (error) { refused = String(error); }
    const { valid } = calculator.verify(${JSON.stringify(sound)}, quote);
    console.log(JSON.stringify([quote.amountDue, valid, refused, calculator.today(new Date("2024-08-16T12:00Z")), (await builtInCatalogs()).length]));
  `;
  const answer = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: new URL(".", import.meta.url),
    encoding: "utf8",
  });
  const [amountDue, valid, refused, today, catalogs] = JSON.parse(answer);
  assert.deepEqual([amountDue, valid, today, catalogs], [395406, true, "2024-08-16", 3]);
  assert.match(refused, /^PricingError: ./);
});

test("a method works when it is taken off its calculator, which nobody can change", async () => {
  const { quote, verify, today } = calculator;
  assert.deepEqual(verify(sound, quote(sound)), { valid: true, differences: [] });
  assert.match(today(), /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(Object.isFrozen(calculator));
  const { free, quote: ofFreed } = await loadCalculator();
  free();
  free();
  assert.throws(() => ofFreed(sound), refusal("calculator_freed", ""));
});
