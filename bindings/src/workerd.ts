// For Cloudflare's runtime, which compiles no WebAssembly by itself: the .wasm is imported as a compiled module.

import { wasmByDefault } from "./loader.js";
import wasm from "./prorata.wasm";

export * from "./api.js";

wasmByDefault(() => wasm);
