// The golden cases, as the Node and browser runners read and judge them.
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("vectors/", import.meta.url);

/** Every case by verb, a folder each. */
export function readVectors() {
  const verbs = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (verbs.length === 0) throw new Error("tests/vectors holds no folder");
  return Object.fromEntries(
    verbs.map(({ name: verb }) => {
      const files = readdirSync(new URL(`${verb}/`, root)).sort();
      if (files.length === 0) throw new Error(`tests/vectors/${verb} is empty`);
      return [verb, files.map((file) => readVector(`${verb}/${file}`))];
    }),
  );
}

function readVector(file) {
  const vector = { file, ...JSON.parse(readFileSync(new URL(file, root), "utf8")) };
  if (!vector.name || !vector.why || "expect" in vector === "error" in vector)
    throw new Error(`tests/vectors/${file} needs a name, a why, and either expect or error`);
  return vector;
}

/**
 * Where an answer (answer.mjs) is not what its case asks for.
 *
 * @returns {string[]}
 */
export function mismatchesOf({ expect, error }, answer) {
  return mismatches(error ? { error } : { expect }, answer);
}

// Members that `expect` does not name are not looked at.
function mismatches(expect, actual, at = "") {
  if (Array.isArray(expect) && Array.isArray(actual) && expect.length === actual.length)
    return expect.flatMap((item, i) => mismatches(item, actual[i], `${at}/${i}`));
  if (isObject(expect) && isObject(actual))
    return Object.keys(expect).flatMap((key) =>
      key in actual ? mismatches(expect[key], actual[key], `${at}/${key}`) : `${at}/${key} is missing`,
    );
  return Object.is(expect, actual) ? [] : `${at} is ${JSON.stringify(actual)}, not ${JSON.stringify(expect)}`;
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
