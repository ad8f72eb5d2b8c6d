// The JSON Schema, which the published types come from, against what the core takes, refuses and answers.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { builtInCatalogs, loadCalculator, PricingError } from "prorata";
import { readVectors } from "../vectors.mjs";
import { faultyCatalogs, faultyRequests, soundCatalog } from "./faults.mjs";

const folder = new URL("../../core/schema/", import.meta.url);
const { homepage } = JSON.parse(readFileSync(new URL(import.meta.resolve("prorata/package.json")), "utf8"));
// Bounds may stand beside a reference, whose type is then theirs: strictTypes does not follow it.
const ajv = addFormats(new Ajv.default({ strict: true, strictTypes: false, strictRequired: false }));
for (const file of readdirSync(folder)) ajv.addSchema(JSON.parse(readFileSync(new URL(file, folder), "utf8")), file);

const schemaOf = (definition) => ajv.getSchema(definition) ?? assert.fail(`${definition} is not defined`);
const accepts = (definition, value) => {
  const validate = schemaOf(definition);
  assert.ok(validate(value), `${definition}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
};
const refuses = (definition, value) => assert.ok(!schemaOf(definition)(value), `${definition} accepts a faulty value`);

const request = {
  quote: "quote.json#/$defs/QuoteRequest",
  verify: "quote.json#/$defs/QuoteRequest",
  purchase: "quote.json#/$defs/QuoteRequest",
  settle: "settle.json#/$defs/SettleRequest",
  convert: "convert.json#/$defs/ConvertRequest",
  equivalents: "convert.json#/$defs/EquivalentsRequest",
  cover: "cover.json#/$defs/CoverRequest",
  compare: "compare.json#/$defs/CompareRequest",
  optimize: "optimize.json#/$defs/OptimizeRequest",
};
const reply = {
  quote: "quote.json#/$defs/Quote",
  verify: "verify.json#/$defs/Verification",
  purchase: "purchase.json#/$defs/Purchase",
  settle: "settle.json#/$defs/Settlement",
  convert: "convert.json#/$defs/Conversion",
  equivalents: "convert.json#/$defs/Equivalents",
  cover: "cover.json#/$defs/Coverage",
  compare: "compare.json#/$defs/Comparison",
  optimize: "optimize.json#/$defs/PurchasePlan",
};
const document = "catalog.json#/$defs/CatalogDocument";

test("every schema is valid, and every definition stands on its own", () => {
  for (const file of readdirSync(folder)) {
    const schema = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    assert.ok(ajv.validateSchema(schema), `${file}: ${ajv.errorsText()}`);
    assert.equal(schema.$id, new URL(`schema/${file}`, homepage).href);
    assert.ok(ajv.getSchema(file), `${file} has a root type`);
    for (const name of Object.keys(schema.$defs)) schemaOf(`${file}#/$defs/${name}`);
  }
});

// The codes for faults of shape, all of which a schema can see.
const ofShape = ["missing_field", "unknown_field", "invalid_type", "invalid_date"];
// But one: whether a month ends, whose usage is then missing, takes the calendar.
const isOfShape = (verb, { code, path }) => ofShape.includes(code) && !(verb === "settle" && path === "/usage");

for (const [verb, vectors] of Object.entries(readVectors()).filter(([verb]) => verb in request)) {
  test(`every golden ${verb} agrees with the schema, request and answer`, async () => {
    for (const { catalog, request: asked, quote, error } of vectors) {
      if (error && isOfShape(verb, error)) refuses(request[verb], asked);
      if (error) continue;
      accepts(request[verb], asked);
      const calculator = await loadCalculator({ catalog });
      accepts(reply[verb], calculator[verb](asked, quote));
      calculator.free();
    }
  });
}

test("every golden catalog that loads validates, as written and as loaded", async () => {
  for (const { request: catalog } of readVectors().load.filter(({ expect }) => expect)) {
    if (typeof catalog === "object") accepts(document, catalog);
    accepts("catalog.json#/$defs/Catalog", (await loadCalculator({ catalog })).catalog);
  }
});

test("each schema and price list ships in the package, and names what it is an instance of", async () => {
  for (const file of readdirSync(folder)) {
    const shipped = new URL(import.meta.resolve(`prorata/schema/${file}`));
    assert.deepEqual(readFileSync(shipped), readFileSync(new URL(file, folder)));
  }
  for (const id of await builtInCatalogs()) {
    const shipped = new URL(import.meta.resolve(`prorata/catalogs/${id}.json`));
    const list = JSON.parse(readFileSync(shipped, "utf8"));
    assert.deepEqual(list, soundCatalog(id));
    assert.equal(new URL(list.$schema, shipped).href, import.meta.resolve("prorata/schema/catalog.json"));
    accepts("catalog.json", list);
  }
});

test("every built-in catalog validates, as written and as loaded", async () => {
  for (const id of await builtInCatalogs()) {
    accepts(document, soundCatalog(id));
    accepts("catalog.json#/$defs/Catalog", (await loadCalculator({ catalog: id })).catalog);
  }
});

// As JSON carries it: without members that are undefined.
const carried = (value) => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

for (const { name, request: faulty, schema } of faultyRequests) {
  test(`a request with ${name}: the schema ${schema}`, () => {
    (schema === "refuses" ? refuses : accepts)(request.quote, carried(faulty));
  });
}

for (const { name, catalog, schema } of faultyCatalogs) {
  test(`a catalog with ${name}: the schema ${schema}`, () => {
    (schema === "refuses" ? refuses : accepts)(document, carried(catalog));
  });
}

test("an error validates, and a code that is none does not", async () => {
  const calculator = await loadCalculator();
  for (const { request: faulty } of faultyRequests) {
    assert.throws(
      () => calculator.quote(faulty),
      ({ code, path, message }) => {
        accepts("error.json#/$defs/ErrorReply", { code, path, message });
        return true;
      },
    );
  }
  const { code, path, message } = new PricingError("missing_field", "/on", "No.");
  refuses("error.json#/$defs/ErrorReply", { code: "no_idea", path, message });
  refuses("error.json#/$defs/ErrorReply", { code, path: "on", message });
  refuses("error.json#/$defs/ErrorReply", { code, path });
});

test("a reply with a figure out of place does not validate", async () => {
  const quote = (await loadCalculator()).quote({
    on: "2024-08-16",
    account: { plan: "basic", balance: 0 },
    plan: "flagship",
    packs: [{ pack: "pack-25k", quantity: 1 }],
  });
  accepts(reply.quote, quote);
  const altered = (change) => {
    const copy = structuredClone(quote);
    change(copy);
    return copy;
  };
  const changes = [
    (q) => delete q.renewal,
    (q) => Object.assign(q, { note: "" }),
    (q) => Object.assign(q, { amountDue: 0.5 }),
    (q) => Object.assign(q.period, { days: 32 }),
    (q) => Object.assign(q.quota, { after: -1 }),
    (q) => Object.assign(q.planChange, { reason: "downgrade_limit" }),
    (q) => Object.assign(q.planChange, { effectiveOn: null }),
    (q) => Object.assign(q.planChange, { allowed: false }),
    (q) => Object.assign(q.lines[0], { amount: -1 }),
    (q) => Object.assign(q.lines[1], { amount: 1 }),
    (q) => Object.assign(q.lines[1], { kind: "plan_refund" }),
    (q) => delete q.lines[0].days,
    (q) => Object.assign(q.lines[2], { month: "2024-08" }),
    (q) => Object.assign(q.balance, { shortfall: -1 }),
    (q) => Object.assign(q.renewal, { month: "2024-13" }),
  ];
  for (const change of changes) refuses(reply.quote, altered(change));
  refuses(reply.verify, { valid: true, differences: [{ path: "", expected: 1 }] });
  refuses(reply.verify, { valid: false, differences: [] });
  refuses(reply.verify, { valid: false, differences: [{ path: "/amountDue" }] });
});
