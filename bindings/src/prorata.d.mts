/** The raw WebAssembly module as Emscripten's glue hands it over. */
export interface RawModule {
  /** Where the text of the next call goes: so many bytes of UTF-8, or less. It is gone with the next call of this. */
  room(bytes: number): number;
  /** Where the text of the last reply is: JSON, an answer or an error {"code", "path", "message"}. */
  replyAt(): number;
  replySize(): number;
  /** The memory; another view once it has grown. */
  readonly HEAPU8: Uint8Array;
  /** Replies with the ids of the price lists compiled in. */
  builtInCatalogs(): boolean;
  Calculator: new (catalogSize: number) => RawCalculator;
}

/** What can be asked of an open price list. */
export type Verb =
  | "quote"
  | "verify"
  | "purchase"
  | "settle"
  | "convert"
  | "equivalents"
  | "cover"
  | "compare"
  | "optimize";

/**
 * An open price list. A verb takes the size of each text that it is given, one after the other in the room, and says
 * whether the reply is an answer. Nothing here throws, but anything may break: see `Core`.
 */
export interface RawCalculator extends Record<Verb, (...textSizes: number[]) => boolean> {
  /**
   * Takes the lengths of the columns that stand in the room, one after the other, behind a place of 8 bytes a row, and
   * says whether amounts were put there, as doubles.
   */
  quoteColumns(first: number, on: number, from: number, to: number): boolean;
  /** Whether the price list could be opened. It is the reply then; else nothing but `delete` may be called. */
  opened(): boolean;
  /** Gives the memory back; the object is dead afterwards. */
  delete(): void;
}

/** Those of Emscripten's settings that we use. */
export interface RawModuleOptions {
  locateFile(path: string): string;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

/** Makes the module of its options: that is the object it answers. */
export default function createModule(options: RawModuleOptions): Promise<RawModule>;
