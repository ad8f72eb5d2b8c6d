// The example server under load: two processes on one file, killed again and again, then a disk without room. Whatever
// was answered is there, once, and the sums hold. `npm run load -- 60` for a minute instead of 20 seconds.
import { statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { newFolder, start } from "../server/program.mjs";
import { Buyers } from "./buyers.mjs";
import { faultsIn } from "./faults.mjs";

const milliseconds = Number(process.argv[2] ?? 20) * 1_000;

const cleanUps = [];
const scope = { after: (work) => cleanUps.unshift(work) };
const data = newFolder(scope);

/** Those that run, in two places. */
const servers = new Map();
const running = () => [...servers.values()];

async function launch(place, options) {
  servers.set(place, await start(scope, { PRORATA_DATA: data }, options));
}

async function end(place, signal) {
  const { server, ended } = servers.get(place);
  servers.delete(place);
  server.kill(signal);
  await ended;
}

/** In KiB, what a process may write to a file that soon runs out of room: the database as it is, and some pages. */
function littleMore() {
  const db = new Database(join(data, "prorata.sqlite"));
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  return Math.ceil(statSync(join(data, "prorata.sqlite")).size / 1024) + 64;
}

async function load() {
  const began = performance.now();
  await Promise.all([launch(0), launch(1)]);
  const buyers = new Buyers(running, 8);
  let kills = 0;
  while (performance.now() - began < 0.7 * milliseconds) {
    await sleep(300 + Math.random() * 1_200);
    const place = kills++ % 2;
    await end(place, "SIGKILL");
    await launch(place);
  }
  await Promise.all([end(0, "SIGKILL"), end(1, "SIGKILL")]);

  const failedBefore = buyers.answersOf(500);
  await launch(0, { limit: littleMore() });
  await sleep(0.2 * milliseconds);
  const failed = buyers.answersOf(500) - failedBefore;
  await end(0, "SIGKILL");

  await launch(0);
  await buyers.finish();
  const faults = await faultsIn(servers.get(0).client, buyers.done);
  await end(0, "SIGTERM");
  if (failed === 0) faults.push("The disk never ran out of room.");
  const db = new Database(join(data, "prorata.sqlite"));
  const { integrity_check: integrity } = db.prepare("PRAGMA integrity_check").get();
  db.close();
  if (integrity !== "ok") faults.push(integrity);

  console.log(`${buyers.report((performance.now() - began) / 1_000)}
${kills + 3} times a process was killed; ${failed} answers told of the full disk`);
  return faults;
}

try {
  const faults = await load();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log("Nothing was lost, nothing done twice, and every balance is the sum of what happened.");
} finally {
  for (const work of cleanUps) work();
}
