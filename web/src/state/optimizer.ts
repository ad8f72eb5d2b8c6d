import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Calculator, type OptimizeRequest, PricingError, type PurchasePlan } from "prorata";
import type { Answer } from "./answer.ts";
import { documentOf } from "./catalog-document.ts";

/** What is put to the worker: the price list as text, and a copy of the request. */
export interface Question {
  id: number;
  catalog: string;
  request: OptimizeRequest;
}

/** An error comes from the worker as its parts, for its class does not survive the way. */
export type Reply = { id: number } & (
  | { value: PurchasePlan }
  | { fault: Pick<PricingError, "code" | "path" | "message"> }
  | { failure: string }
);

/** A failure is no answer: the worker could not be started. */
type Outcome = Answer<PurchasePlan> | { failure: Error; value?: never; fault?: never };

function outcomeOf(reply: Reply): Outcome {
  if ("value" in reply) return { value: reply.value };
  if ("failure" in reply) return { failure: new Error(reply.failure) };
  const { code, path, message } = reply.fault;
  return { fault: new PricingError(code, path, message) };
}

/**
 * The account is its owner's, who may change it while the question waits; and not all that a request may be made of,
 * such as a proxy, can be sent to a worker as it is. NaN becomes null, which the core refuses in its stead.
 */
function copyOf(request: OptimizeRequest): OptimizeRequest {
  try {
    return JSON.parse(JSON.stringify(request));
  } catch (cause) {
    throw new PricingError("invalid_json", "", "It cannot be written as JSON.", { cause });
  }
}

/**
 * The cheapest purchases for the question put last, found by a worker. One question is worked on at a time; of those
 * that come meanwhile only the last one is kept.
 */
export class Optimizer implements ReactiveController {
  /** The latest known, but for an earlier question while `isUpdating`. */
  outcome: Outcome | undefined;
  isUpdating = false;

  #worker: Worker | undefined;
  #lastId = 0;
  #current: Question | undefined;
  #asked: Question | undefined;
  #waiting: Question | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#current) this.#put(this.#current);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** The outcome of another price list is not kept: its plans and its currency are other ones. */
  ask({ catalog }: Calculator, request: OptimizeRequest): void {
    const text = JSON.stringify(documentOf(catalog));
    if (this.#current?.catalog !== text) this.outcome = undefined;
    this.#put({ id: ++this.#lastId, catalog: text, request: copyOf(request) });
  }

  /** There is nothing to be asked, for a reason or for want of figures. */
  show(outcome: Outcome | undefined): void {
    this.#current = undefined;
    this.#waiting = undefined;
    this.isUpdating = false;
    this.outcome = outcome;
  }

  retry(): void {
    if (!this.#current) return;
    this.#put(this.#current);
    this.host.requestUpdate();
  }

  #put(question: Question): void {
    this.#current = question;
    this.isUpdating = true;
    if (this.#asked) this.#waiting = question;
    else this.#post(question);
  }

  #post(question: Question): void {
    this.#asked = question;
    this.#worker ??= this.#start();
    this.#worker.postMessage(question);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./optimizer-worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#receive(data));
    worker.addEventListener("error", ({ message }) => {
      const { id } = this.#asked ?? { id: this.#lastId };
      this.#worker?.terminate();
      this.#worker = undefined;
      this.#receive({ id, failure: message || "worker" });
    });
    return worker;
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#asked = undefined;
    this.#waiting = undefined;
  }

  #receive(reply: Reply): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (this.#current && asked?.catalog === this.#current.catalog) {
      this.isUpdating = reply.id !== this.#current.id;
      this.outcome = outcomeOf(reply);
      this.host.requestUpdate();
    }
    const next = this.#waiting;
    this.#waiting = undefined;
    if (next) this.#post(next);
  }
}
