// The module itself, asked in text: what the same request takes natively, without JavaScript's values before and after.
import { readFile } from "node:fs/promises";
import createModule from "../build/wasm/bindings/prorata.mjs";

const encoder = new TextEncoder();

/** A function that asks the module one request, and answers how long the reply is. */
export async function inText(catalog, verb, request) {
  const compiled = await WebAssembly.compile(
    await readFile(new URL("../build/wasm/bindings/prorata.wasm", import.meta.url)),
  );
  const module = await createModule({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
      return {};
    },
  });
  const put = (bytes) => module.HEAPU8.set(bytes, module.room(bytes.length));
  const catalogBytes = encoder.encode(JSON.stringify(catalog));
  put(catalogBytes);
  const calculator = new module.Calculator(catalogBytes.length);
  if (!calculator.opened()) throw new Error("The price list could not be opened.");
  const bytes = encoder.encode(JSON.stringify(request));
  return () => {
    put(bytes);
    if (!calculator[verb](bytes.length)) throw new Error("The request was refused.");
    return module.replySize();
  };
}
