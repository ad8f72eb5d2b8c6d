/** The raw WebAssembly module as Emscripten's glue hands it over: JSON text goes in, JSON text comes out. */
export interface RawModule {
  /** JSON array of the ids of the catalogs compiled in. */
  builtInCatalogs(): string;
  Calculator: new (catalog: string) => RawCalculator;
}

/**
 * A loaded catalog, or the error that loading it ended in, with which every method then answers.
 * Nothing here throws: each answer is {"value": …} or {"error": {"code", "path", "message"}}.
 */
export interface RawCalculator {
  catalog(): string;
  quote(request: string): string;
  verify(request: string, quote: string): string;
  purchase(request: string): string;
  settle(request: string): string;
  convert(request: string): string;
  equivalents(request: string): string;
  cover(request: string): string;
  compare(request: string): string;
  optimize(request: string): string;
  /** Gives the memory back; the object is dead afterwards. */
  delete(): void;
}

/** Those of Emscripten's settings that the loader uses. */
export interface RawModuleOptions {
  locateFile(path: string): string;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export default function createModule(options: RawModuleOptions): Promise<RawModule>;
