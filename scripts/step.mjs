import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** When a file of the project last changed, in ms; 0 when there is none. */
export const changedAt = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A command has failed and said why: no stack of ours adds to it. */
class CommandFailed extends Error {}

/** Runs a command in the project's root, its output shown as it comes or, if `quiet`, when it fails. */
export function run(command, args, { quiet = false } = {}) {
  const output = quiet ? "pipe" : "inherit";
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", output, output],
    maxBuffer: Infinity,
  });
  if (error) throw new CommandFailed(`${command}: ${error.message}`);
  if (status === 0) return;
  if (quiet) process.stderr.write(`${stdout}${stderr}`);
  const line = [command, ...args].join(" ");
  throw new CommandFailed(`${line.length > 120 ? `${line.slice(0, 120)}…` : line}: ${signal ?? `exit code ${status}`}`);
}

const done = [];

/** Does the work of a named step and prints how long it took. */
export async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  console.log(`── ${name}: ${seconds.trim()} s`);
  done.push(`${seconds} s  ${name}`);
}

/** The steps so far and their times. */
export const summary = () => done.join("\n");

/** Does a script's work; a failure ends it with exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof CommandFailed ? `\nFailed: ${error.message}` : error);
    process.exitCode = 1;
  }
}

/** Whether a module is the script that node was asked to run. */
export const isMain = (meta) => process.argv[1] === fileURLToPath(meta.url);
