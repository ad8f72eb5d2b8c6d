// The server, spoken to by the protocol's own client, over standard input and output.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { blocksOf, documents } from "../docs/documents.mjs";
import { readVectors } from "../vectors.mjs";

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const client = new Client({ name: "test", version: "0" });

before(() =>
  client.connect(new StdioClientTransport({ command: process.execPath, args: [path("mcp/src/server.js")] })),
);
after(() => client.close());

const call = (name, args) => client.callTool({ name, arguments: args });
async function answer(name, args) {
  const { content, structuredContent, isError } = await call(name, args);
  assert.deepEqual([isError, content.length], [undefined, 1], content[0].text);
  assert.deepEqual(JSON.parse(content[0].text), structuredContent);
  return structuredContent;
}

test("it offers its tools, each with a schema that stands by itself and takes the golden requests", async () => {
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map(({ name }) => name),
    ["catalog", "quote", "compare", "cover", "optimize", "lint"],
  );
  const vectors = readVectors();
  for (const { name, description, inputSchema } of tools) {
    assert.ok(description.length > 20);
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(inputSchema);
    assert.equal(validate({ nonsense: 1 }), false, name);
    const cases = (vectors[name] ?? []).filter(({ expect }) => expect);
    for (const { request, catalog, file } of cases)
      assert.ok(validate({ ...request, ...(catalog && { catalog }) }), `${file}: ${ajv.errorsText(validate.errors)}`);
  }
});

test("it is called as its README says, and is packed with the licences of what it holds", () => {
  const { bin, dependencies } = JSON.parse(readFileSync(path("mcp/package.json"), "utf8"));
  const [{ content }] = blocksOf(documents.get("mcp/README.md"));
  const { command, args } = JSON.parse(content).mcpServers.prorata;
  assert.deepEqual([command, args], ["npx", Object.keys(bin)]);
  const listed = execFileSync("npm", ["pack", "--workspace", "mcp", "--dry-run", "--json"], { cwd: path("") });
  const files = JSON.parse(listed)[0].files.map((file) => file.path);
  for (const file of ["LICENSE", "THIRD_PARTY_NOTICES.md", "dist/lint.wasm", "dist/lint.mjs", ...Object.values(bin)])
    assert.ok(files.includes(file), file);
  assert.equal(dependencies.prorata, JSON.parse(readFileSync(path("bindings/package.json"), "utf8")).version);
});

test("quote", async () => {
  const args = { on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" };
  assert.equal((await answer("quote", args)).amountDue, 395406);
  assert.equal((await answer("quote", { ...args, catalog: "shengwang-cn" })).amountDue, 766100);
  const document = JSON.parse(readFileSync(path("core/catalogs/shengwang-cn.json"), "utf8"));
  assert.equal((await answer("quote", { ...args, catalog: document })).amountDue, 766100);
});

test("compare, cover, optimize and catalog", async () => {
  const on = "2024-08-16";
  assert.equal((await answer("compare", { on, monthlyMinutes: 200_000 })).cheapest.month, "basic");
  const account = { plan: "basic" };
  assert.equal((await answer("cover", { on, account, monthMinutes: 130_000 })).overage.amount, 7000);
  // Free and four packs of 25 000 in the second month: 4 x 168.00, below the 738.00 of basic.
  assert.equal((await answer("optimize", { on, account, forecast: [100_000, 100_000] })).total, 67200);
  assert.equal((await answer("catalog", {})).id, "easemob-cn");
});

test("lint", async () => {
  const priceList = JSON.parse(readFileSync(path("core/catalogs/easemob-cn.json"), "utf8"));
  assert.deepEqual(await answer("lint", { priceList }), { faults: [], remarks: [], changes: null });
  priceList.plans[1].monthlyPrice = "700";
  const { faults, changes } = await answer("lint", { priceList, against: "easemob-cn" });
  assert.deepEqual([faults[0].code, faults[0].path], ["version_unchanged", "/version"]);
  assert.deepEqual(changes[0], { plan: "basic", figure: "monthlyPrice", before: 73800, after: 70000 });
  delete priceList.currency;
  assert.equal((await answer("lint", { priceList })).faults[0].path, "/currency");
  assert.deepEqual(await answer("lint", { priceList: "agora-global" }), { faults: [], remarks: [], changes: null });
});

test("a fault is a result that says what is wrong and where", async () => {
  const faults = [
    [await call("quote", { on: "2024-02-30" }), "invalid_date", "/on"],
    [await call("quote", { on: "2024-08-16", catalog: "acme" }), "unknown_catalog", ""],
    [await call("quote", {}), "missing_field", "/on"],
    [await call("lint", { priceList: "acme" }), "unknown_catalog", ""],
  ];
  for (const [{ isError, content }, code, path] of faults) {
    assert.equal(isError, true);
    const error = JSON.parse(content[0].text);
    assert.deepEqual([error.code, error.path], [code, path]);
  }
});

test("a tool that there is none of is the protocol's error", async () => {
  await assert.rejects(call("sell", {}), /There is no tool sell/);
});
