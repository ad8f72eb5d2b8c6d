// For browsers and their bundlers: the .wasm is a file of its own, beside this one.
import { wasmByDefault } from "./loader.js";

export * from "./api.js";

// The literal is what a bundler looks for to emit the file and put its new address here.
wasmByDefault(() => new URL("./prorata.wasm", import.meta.url));
