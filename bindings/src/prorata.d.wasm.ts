import type { CompiledWasm } from "./loader.js";

/** The module compiled, where a host or a bundler imports it so. */
declare const module: CompiledWasm;
export default module;
