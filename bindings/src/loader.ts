// The only file that knows Emscripten: from a place where the .wasm can be had to a running module.
import createModule, { type RawModule } from "./prorata.mjs";

/** Where the .wasm comes from: a URL, its bytes, or the compiled module. */
export type WasmSource = URL | string | BufferSource | WebAssembly.Module;

interface Instances {
  get(source: unknown): Promise<RawModule> | undefined;
  set(source: unknown, instance: Promise<RawModule>): unknown;
  delete(source: unknown): unknown;
}
const byUrl: Instances = new Map<string, Promise<RawModule>>();
const byObject: Instances = new WeakMap<object, Promise<RawModule>>();

/**
 * The running module of a source, by default the file beside this one: started by the first call, shared by all later
 * ones. A source that failed is tried anew. A string is a URL, relative to the page if there is one, else to this file.
 */
export function loadModule(wasm: WasmSource = fileBeside()): Promise<RawModule> {
  if (typeof wasm === "string") return loadModule(new URL(wasm, globalThis.location?.href ?? import.meta.url));
  if (wasm instanceof URL) return once(byUrl, wasm.href, () => download(wasm));
  return once(byObject, wasm, () => compile(wasm));
}

// The literal is what a bundler looks for to emit the file and put its new address here.
const fileBeside = () => new URL("./prorata.wasm", import.meta.url);

function once(instances: Instances, key: unknown, compiled: () => Promise<WebAssembly.Module>): Promise<RawModule> {
  const known = instances.get(key);
  if (known) return known;
  const loading = compiled().then(instantiate);
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
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  // Streaming insists on this type; a server that sends another one shall not stop the page.
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

function instantiate(module: WebAssembly.Module): Promise<RawModule> {
  return new Promise((resolve, reject) => {
    createModule({
      // Without it the glue looks for the file itself, which fails where import.meta.url is not set.
      locateFile: (path) => path,
      instantiateWasm(imports, done) {
        // The glue does not wait for this, so a failure, also one inside `done`, has to be handed on from here.
        WebAssembly.instantiate(module, imports)
          .then((instance) => done(instance, module))
          .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
