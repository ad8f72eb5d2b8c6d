// The command's `prorata lint`, as WebAssembly.
import { readFile } from "node:fs/promises";
import createModule from "../dist/lint.mjs";

let loading;

function load() {
  loading ??= new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      readFile(new URL("../dist/lint.wasm", import.meta.url))
        .then((bytes) => WebAssembly.instantiate(bytes, imports))
        .then(({ instance, module }) => done(instance, module))
        .catch(reject);
      return {};
    };
    createModule({ locateFile: (name) => name, instantiateWasm }).then(resolve, reject);
  });
  return loading;
}

/**
 * What the author of a price list wants to know before publishing it: `{ faults, remarks, changes }`, or `{ error }`
 * for an id that names nothing. Both are a document or the id of a built-in list.
 */
export async function lint(list, against) {
  const module = await load();
  return JSON.parse(module.lint(JSON.stringify(list, null, 2), against === undefined ? "" : JSON.stringify(against)));
}
