// For servers, whose bundlers lose files, and for whoever wants a single one: the .wasm is in here.
import { wasmByDefault } from "./loader.js";

export * from "./api.js";

/** The .wasm in base64: the build puts it at the end of the file. */
declare const wasmText: string;

let bytes: Uint8Array<ArrayBuffer> | undefined;

// Made once: calculators share the instance of one and the same object.
wasmByDefault(() => {
  bytes ??= Uint8Array.from(atob(wasmText), (character) => character.charCodeAt(0));
  return bytes;
});
