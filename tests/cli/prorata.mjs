// The command under test, as built by the native preset.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const command = fileURLToPath(new URL("../../build/native/cli/prorata", import.meta.url));

/** Runs it to its end. `input` is its standard input; empty when absent. */
export function prorata(args, { input = "", ...options } = {}) {
  return run(command, args, { input, ...options });
}

/** The same by a shell, with the command as $0: for limits and closed files. */
export const prorataIn = (script, options) => run("bash", ["-c", script, command], options);

/** Runs any command to its end. */
export function run(file, args, options = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(file, args, {
    encoding: "utf8",
    maxBuffer: Infinity,
    timeout: 60_000,
    ...options,
  });
  if (error && status === null) throw error; // else it ended without reading all of its input
  return { status, signal, stdout, stderr };
}

/** Starts it and leaves it running. */
export const start = (args) => spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });

/** The lines of an output, each read as JSON. */
export function linesOf(output) {
  const lines = output.split("\n");
  if (lines.pop() !== "") throw new Error("the output does not end with a line");
  return lines.map((line) => JSON.parse(line));
}

const folder = mkdtempSync(join(tmpdir(), "prorata-"));
after(() => rmSync(folder, { recursive: true }));

/** A path in a folder that is removed when the tests are done. */
export const temporary = (name) => join(folder, name);

/** A file of that text in it. */
export function file(name, text) {
  writeFileSync(temporary(name), text);
  return temporary(name);
}

export const upgrade = '{"on":"2024-08-16","account":{"plan":"basic"},"plan":"flagship"}';
