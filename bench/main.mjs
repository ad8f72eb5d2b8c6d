// `npm run bench [-- SECTION ...]`: how fast, how small, beside what. Equal results are checked before anything is timed.
// Writes bench/results.json, from which the README's table comes. Never part of the tests: figures are for people.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { bytes } from "./bytes.mjs";
import { coldStart } from "./cold-start.mjs";
import { growth } from "./growth.mjs";
import { optimum } from "./optimum.mjs";
import { quotes } from "./quotes.mjs";
import { rows } from "./rows.mjs";

const sections = { bytes, quotes, rows, optimum, growth, coldStart };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in sections));
if (unknown) throw new Error(`There is no section ${unknown}; there are ${Object.keys(sections).join(", ")}.`);

const file = new URL("results.json", import.meta.url);
const results = asked.length > 0 && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
results.machine = { node: process.version, cores: cpus().length };
for (const name of asked.length > 0 ? asked : Object.keys(sections)) {
  results[name] = await sections[name]();
  console.log(`\n── ${name}`);
  console.dir(results[name], { depth: null });
}
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
