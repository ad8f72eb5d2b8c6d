// The server as a process of its own, as it is started outside of tests.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clientOf } from "./server.mjs";

const main = fileURLToPath(new URL("../../web/server/main.js", import.meta.url));

/** A folder that goes when the test ends. */
export function newFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), "prorata-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/**
 * Runs main.js; `limit`: the largest file it may write, in KiB; `plain`: what a folder forbids is forbidden to root, too.
 * Killed when the test ends, at the latest.
 */
export function run(t, variables, { limit, plain = false } = {}) {
  const env = { ...process.env, PORT: "0", PRORATA_TODAY: "2026-11-22", ...variables };
  // A write past the limit fails only where its signal is not the end.
  const bounded = ["bash", "-c", `trap '' XFSZ; ulimit -f ${limit}; exec "$0" "$@"`];
  const asAnyone = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"];
  const [command, ...args] = [
    ...(limit === undefined ? [] : bounded),
    ...(plain && process.getuid() === 0 ? asAnyone : []),
    process.execPath,
    main,
  ];
  const server = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  t.after(() => server.kill("SIGKILL"));
  const said = { out: "", error: "" };
  server.stdout.on("data", (text) => {
    said.out += text;
  });
  server.stderr.on("data", (text) => {
    said.error += text;
  });
  return { server, said, ended: once(server, "close") };
}

/** Runs main.js until it listens. */
export async function start(t, variables, options) {
  const { server, said, ended } = run(t, variables, options);
  const address = () => /Prorata is at (\S+)/.exec(said.out)?.[1];
  while (address() === undefined) {
    if (server.exitCode !== null) throw new Error(said.error);
    await Promise.race([once(server.stdout, "data"), ended]);
  }
  return { server, said, ended, address: address(), client: clientOf(address) };
}
