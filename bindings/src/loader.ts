// From a place where the .wasm can be had to a running module.
import { Core } from "./core.js";

/** A WebAssembly.Module, by the types of the program's own host: not every one has those of a browser. */
export type CompiledWasm = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object;

/** Where the .wasm comes from: a URL, its bytes, or the compiled module. */
export type WasmSource = string | { readonly href: string } | ArrayBuffer | ArrayBufferView | CompiledWasm;

interface Instances {
  get(source: unknown): Promise<Core> | undefined;
  set(source: unknown, instance: Promise<Core>): unknown;
  delete(source: unknown): unknown;
}
const byUrl: Instances = new Map<string, Promise<Core>>();
const byObject: Instances = new WeakMap<object, Promise<Core>>();

let defaultSource: () => WasmSource;

/** Says where an entry of the package has its .wasm. @internal */
export function wasmByDefault(source: () => WasmSource): void {
  defaultSource = source;
}

/**
 * The running module of a source: started by the first call, shared by all later ones. A source that failed is tried
 * anew. A string is a URL, relative to the page if there is one.
 * @internal
 */
export function loadCore(wasm: WasmSource = defaultSource()): Promise<Core> {
  // By its member, not its class: under jsdom there are two of that name. Some bundlers' URLs have a relative href.
  if (typeof wasm === "string" || "href" in wasm) {
    const url = new URL(typeof wasm === "string" ? wasm : wasm.href, globalThis.location?.href);
    return once(byUrl, url.href, () => download(url));
  }
  return once(byObject, wasm, () => compile(wasm as BufferSource | WebAssembly.Module));
}

function once(instances: Instances, key: unknown, compiled: () => Promise<WebAssembly.Module>): Promise<Core> {
  const known = instances.get(key);
  if (known) return known;
  const loading = compiled().then(Core.start);
  loading.catch(() => instances.delete(key));
  instances.set(key, loading);
  return loading;
}

async function compile(source: BufferSource | WebAssembly.Module): Promise<WebAssembly.Module> {
  return source instanceof WebAssembly.Module ? source : WebAssembly.compile(source);
}

async function download(url: URL): Promise<WebAssembly.Module> {
  // Asked for at run time, not imported, so that bundlers for the browser have nothing to resolve.
  const files = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
  if (files) return WebAssembly.compile(await files.readFile(url));
  const response = await fetch(url);
  // Streaming insists on this type; a server that sends another one shall not stop the page.
  const type = response.headers.get("content-type");
  if (response.ok && type === "application/wasm") return WebAssembly.compileStreaming(response);
  const bytes = response.ok ? await response.arrayBuffer() : undefined;
  if (bytes && isWasm(bytes)) return WebAssembly.compile(bytes);
  const found = bytes ? `${type ?? "of no type"}, no WebAssembly module` : `${response.status} ${response.statusText}`;
  throw new Error(`${url} is ${found}. ${advice}`);
}

const isWasm = (bytes: ArrayBuffer) => String.fromCharCode(...new Uint8Array(bytes).subarray(0, 4)) === "\0asm";

/** A development server answers with its page where a bundler has moved the JavaScript alone. */
const advice =
  "A bundler has to bring prorata.wasm along with the JavaScript, or import prorata/inline: " +
  "https://prorata.example/docs/hosts.md#bundlers";
