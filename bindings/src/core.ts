// The only file that knows Emscripten: the module at work, text in and out of its memory, and a fresh instance where
// one broke.
import type { QuoteColumns } from "./columns.js";
import { PricingError } from "./error.js";
import type { ErrorReply } from "./generated/types.js";
import createModule, { type RawCalculator, type RawModule, type RawModuleOptions, type Verb } from "./prorata.mjs";

/** A compiled module at work. */
export class Core {
  readonly #module: WebAssembly.Module;
  #instance: RawModule | undefined;

  private constructor(module: WebAssembly.Module, instance: RawModule) {
    this.#module = module;
    this.#instance = instance;
  }

  static async start(module: WebAssembly.Module): Promise<Core> {
    return new Core(module, await started(module));
  }

  /**
   * What `work` answers with a sound instance. Where the stack overflows or the machine refuses memory midway, an
   * instance is of no more use: it is dropped, PricingError out_of_range says so, and the next call has a fresh one.
   */
  run<T>(work: (instance: RawModule) => T): T {
    try {
      this.#instance ??= restarted(this.#module);
      return work(this.#instance);
    } catch (cause) {
      if (cause instanceof PricingError) throw cause;
      this.#instance = undefined;
      throw new PricingError("out_of_range", "", "There was not enough memory or stack to answer this.", { cause });
    }
  }

  /** Whether this is the instance at work, and not one that broke. */
  runs(instance: RawModule | undefined): boolean {
    return instance !== undefined && instance === this.#instance;
  }

  builtInCatalogs(): string[] {
    return JSON.parse(this.run((instance) => replyTo(instance, () => instance.builtInCatalogs())));
  }
}

/** A price list, open in a core: opened again by itself in a fresh instance. */
export class OpenCatalog {
  /** As the core gives it back: normalised, as JSON. */
  readonly normalised: string;
  readonly #core: Core;
  readonly #text: string;
  #instance: RawModule | undefined;
  #calculator: RawCalculator | undefined;
  #isClosed = false;

  /** Throws PricingError for a text that is no price list. */
  constructor(core: Core, text: string) {
    this.#core = core;
    this.#text = text;
    this.normalised = core.run((instance) => this.#openIn(instance));
  }

  /** The reply to a verb, as JSON. */
  ask(verb: Verb, ...texts: string[]): string {
    this.expectOpen();
    if (this.#calculator && !(verb in this.#calculator))
      throw new Error(`page.wasm is without ${verb}: load the calculator from prorata.wasm.`);
    return this.#core.run((instance) => {
      const calculator = this.#calculatorIn(instance);
      return replyTo(instance, (...sizes) => calculator[verb](...sizes), ...texts);
    });
  }

  /** The amount due in each row; NaN where there is none. */
  quoteColumns(columns: QuoteColumns): Float64Array {
    this.expectOpen();
    return this.#core.run((instance) => {
      const calculator = this.#calculatorIn(instance);
      const rows = Math.max(columns.on.length, columns.from.length, columns.to.length);
      const amounts = new Float64Array(rows);
      const at = instance.room(rowSize * Math.min(rows, rowsAtOnce));
      for (let first = 0; first < rows; first += rowsAtOnce) {
        const part = <Column extends Int32Array | Uint8Array>(column: Column) =>
          column.subarray(first, first + rowsAtOnce) as Column;
        const [on, from, to] = [part(columns.on), part(columns.from), part(columns.to)];
        const onAt = at + 8 * on.length;
        const fromAt = onAt + 4 * on.length;
        // The memory may have grown since.
        new Int32Array(instance.HEAPU8.buffer, onAt, on.length).set(on);
        instance.HEAPU8.set(from, fromAt);
        instance.HEAPU8.set(to, fromAt + from.length);
        replyOf(instance, calculator.quoteColumns(first, on.length, from.length, to.length));
        amounts.set(new Float64Array(instance.HEAPU8.buffer, at, on.length), first);
      }
      instance.room(0);
      return amounts;
    });
  }

  expectOpen(): void {
    if (this.#isClosed) throw new PricingError("calculator_freed", "", "The calculator was used after free().");
  }

  /** Gives the memory back. */
  close(): void {
    if (!this.#isClosed && this.#core.runs(this.#instance)) this.#calculator?.delete();
    this.#isClosed = true;
  }

  #calculatorIn(instance: RawModule): RawCalculator {
    if (instance !== this.#instance) this.#openIn(instance);
    return this.#calculator as RawCalculator;
  }

  #openIn(instance: RawModule): string {
    let calculator: RawCalculator | undefined;
    const open = (size: number) => {
      calculator = new instance.Calculator(size);
      return calculator.opened();
    };
    try {
      const reply = replyTo(instance, open, this.#text);
      this.#instance = instance;
      this.#calculator = calculator;
      return reply;
    } catch (error) {
      if (error instanceof PricingError) calculator?.delete();
      throw error;
    }
  }
}

/** An amount, a day and two plans. */
const rowSize = 8 + 4 + 1 + 1;
/** Of many rows so many at once, so that neither memory nor a processor's cache overflows. */
const rowsAtOnce = 262_144;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Calls with the sizes of texts that it puts in the room; answers the reply, or throws the error that it is. */
function replyTo(instance: RawModule, call: (...sizes: number[]) => boolean, ...texts: string[]): string {
  // A UTF-16 unit takes three bytes at most.
  let at = instance.room(3 * texts.reduce((length, text) => length + text.length, 0));
  const sizes = texts.map((text) => {
    const { written } = encoder.encodeInto(text, instance.HEAPU8.subarray(at));
    at += written;
    return written;
  });
  return replyOf(instance, call(...sizes));
}

/** The reply that stands in memory, or thrown the error that it is. */
function replyOf(instance: RawModule, isAnswer: boolean): string {
  const replyAt = instance.replyAt();
  const reply = decoder.decode(instance.HEAPU8.subarray(replyAt, replyAt + instance.replySize()));
  if (isAnswer) return reply;
  const { code, path, message }: ErrorReply = JSON.parse(reply);
  throw new PricingError(code, path, message);
}

/** Without it the glue looks for the file itself, which fails where import.meta.url is not set. */
const locateFile = (path: string) => path;

function started(module: WebAssembly.Module): Promise<RawModule> {
  return new Promise((resolve, reject) => {
    createModule({
      locateFile,
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

/** The same at once: whoever calls now is waiting for an answer. */
function restarted(module: WebAssembly.Module): RawModule {
  const options: RawModuleOptions & Partial<RawModule> = {
    locateFile,
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance, module);
      return instance.exports;
    },
  };
  createModule(options);
  if (!options.Calculator) throw new Error("No fresh instance could be started.");
  return options as RawModule;
}
