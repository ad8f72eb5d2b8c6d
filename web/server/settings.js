import { fileURLToPath } from "node:url";
import { isDate } from "./dates.js";

/** Why the server does not start: one sentence, which names the variable or the path. */
export class StartError extends Error {}

/**
 * The environment, checked.
 * @param {NodeJS.ProcessEnv} environment
 */
export function readSettings(environment) {
  const {
    PORT: port = "4173",
    HOST: host = "127.0.0.1",
    PRORATA_DATA: data = fileURLToPath(new URL("../data", import.meta.url)),
    PRORATA_TODAY: today,
    PRORATA_HOSTS: hosts,
    PRORATA_AGREEMENT: agreement,
  } = environment;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    fail(`PORT is ${quoted(port)}, not a whole number from 0 to 65535.`);
  if (host === "") fail("HOST is empty.");
  if (data === "") fail("PRORATA_DATA is empty.");
  if (today !== undefined && !isDate(today)) fail(`PRORATA_TODAY is ${quoted(today)}, which is no date.`);
  return {
    port: Number(port),
    host,
    data,
    ...(today !== undefined && { today: () => today }),
    skipAhead: flag(environment, "PRORATA_SKIP_AHEAD"),
    // Where it is told to listen it may be asked as well; an IPv6 address has brackets there.
    hosts: [host.includes(":") ? `[${host}]` : host, ...(hosts === undefined ? [] : hostsIn(hosts))],
    ...(agreement !== undefined && { agreement: agreementIn(agreement) }),
    log: { level: flag(environment, "PRORATA_ACCESS_LOG") ? "info" : "warn" },
  };
}

/** @param {string} text names with commas between */
function hostsIn(text) {
  const names = text.split(",").map((name) => name.trim());
  const isName = (/** @type {string} */ name) => /^([\w.-]+|\[[\da-f:.]+\])$/i.test(name);
  if (!names.every(isName)) fail(`PRORATA_HOSTS is ${quoted(text)}, not names without a port, with commas between.`);
  return names;
}

/** @param {string} text name and version, as in "Purchase agreement@2026-11" */
function agreementIn(text) {
  const [, name, version] = /^(.+)@([^@]+)$/.exec(text) ?? [];
  if (name === undefined || version === undefined) {
    return fail(`PRORATA_AGREEMENT is ${quoted(text)}, not a name and a version with an @ between.`);
  }
  return { name, version };
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} name
 */
function flag(environment, name) {
  const value = environment[name] ?? "0";
  if (value !== "0" && value !== "1") fail(`${name} is ${quoted(value)}, not 0 or 1.`);
  return value === "1";
}

/** @param {string} value */
const quoted = (value) => JSON.stringify(value);

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  throw new StartError(sentence);
}
