// The same sums in ClickHouse, by chDB, which is the engine itself within this process; on a server the SQL is the same.
//   node rerate.mjs COMMAND ACCOUNTS     the command prorata, and a file of accounts, a request a line
// Prints the sums as JSON.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Session } from "chdb";

const [command, accounts] = process.argv.slice(2).map((path) => resolve(path));
const here = (name) => join(import.meta.dirname, name);
const sql = (name) => readFileSync(here(name), "utf8");

// A server has these folders already.
const work = mkdtempSync(join(tmpdir(), "prorata-clickhouse-"));
const scripts = join(work, "user_scripts");
mkdirSync(scripts);
symlinkSync(command, join(scripts, "prorata"));
copyFileSync(here("../tomorrow.json"), join(scripts, "tomorrow.json"));
const definitions = sql("prorata_function.xml").replaceAll("/var/lib/clickhouse/user_scripts", scripts);
writeFileSync(join(work, "prorata_function.xml"), definitions);
writeFileSync(
  join(work, "config.xml"),
  `<clickhouse>
    <user_scripts_path>${scripts}</user_scripts_path>
    <user_defined_executable_functions_config>${work}/*_function.xml</user_defined_executable_functions_config>
  </clickhouse>`,
);

const session = new Session(join(work, "data"), { connectionArgs: [`--config-file=${work}/config.xml`] });
try {
  const request = '{"on":"2024-08-16","account":{"plan":"basic"},"plan":"flagship"}';
  const due = session.query(`SELECT JSONExtractInt(prorata_quote('${request}'), 'amountDue')`, "TSV").trim();
  if (due !== "395406") throw new Error(`prorata_quote says ${due}`);

  session.query("CREATE TABLE accounts (line String) ENGINE = MergeTree ORDER BY tuple()");
  session.query(`INSERT INTO accounts SELECT line FROM file('${accounts}', LineAsString)`);
  session.query(sql("due.sql"));
  const start = performance.now();
  const rows = session.query(sql("rerate.sql"), "JSONCompactEachRow").trim().split("\n");
  const seconds = (performance.now() - start) / 1000;
  const plans = Object.fromEntries(rows.map(JSON.parse).map(([plan, ...sums]) => [plan, sums.map(Number)]));
  console.log(JSON.stringify({ plans, seconds }));
} finally {
  session.close();
  rmSync(work, { recursive: true });
}
