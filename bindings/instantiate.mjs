// The compiled module comes to life with the glue it was linked with: what CTest asks of the wasm preset.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const glue = process.argv[2];
const wasm = await WebAssembly.compile(await readFile(glue.replace(/\.mjs$/, ".wasm")));
const { default: createModule } = await import(pathToFileURL(glue));
await new Promise((resolve, reject) => {
  createModule({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports)
        .then((instance) => done(instance, wasm))
        .catch(reject);
      return {};
    },
  }).then(resolve, reject);
});
