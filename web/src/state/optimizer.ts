import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Calculator, type OptimizeRequest, PricingError, type PurchasePlan } from "prorata";
import type { Answer } from "./answer.ts";
import { documentOf } from "./catalog-document.ts";
import { optimized, type Question, type Reply, replyTo } from "./schedule-reply.ts";
import { type Way, waysToStart } from "./worker.ts";

/** A failure is no answer: neither the worker nor the page itself could give one. */
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
 * The cheapest purchases for the question put last, found by a worker or, where none can be started, by the page
 * itself. One question is worked on at a time; of those that come meanwhile only the last one is kept.
 */
export class Optimizer implements ReactiveController {
  /** The latest known, but for an earlier question while `isUpdating`. */
  outcome: Outcome | undefined;
  isUpdating = false;

  #worker: Worker | undefined;
  #ways: Way[] | undefined;
  #calculator: Calculator | undefined;
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

  /**
   * The outcome of another price list is not kept: its plans and its currency are other ones.
   * `worker` is the worker's address, where the page knows it better.
   */
  ask(calculator: Calculator, request: OptimizeRequest, worker: string | undefined): void {
    this.#calculator = calculator;
    this.#ways ??= waysToStart(worker);
    const text = JSON.stringify(documentOf(calculator.catalog));
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
    if (this.#worker) this.#worker.postMessage(question);
    else setTimeout(() => this.#answer(question));
  }

  /** None once no way is left. */
  #start(): Worker | undefined {
    for (let way = this.#ways?.[0]; way; way = this.#ways?.[0]) {
      try {
        return this.#listen(way());
      } catch {
        this.#ways?.shift();
      }
    }
    return undefined;
  }

  #listen(worker: Worker): Worker {
    let hasAnswered = false;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      // It found no calculator, which the page has.
      if ("failure" in data) return this.#fallBack([]);
      hasAnswered = true;
      this.#receive(data);
    });
    worker.addEventListener("error", ({ message }) => {
      // One that has answered before did start: this question is too much for it.
      if (!hasAnswered) return this.#fallBack(this.#ways?.slice(1));
      this.#dismiss();
      this.#receive({ id: this.#asked?.id ?? this.#lastId, failure: message || "worker" });
    });
    return worker;
  }

  #fallBack(ways: Way[] | undefined): void {
    this.#dismiss();
    this.#ways = ways;
    if (this.#asked) this.#post(this.#asked);
  }

  /** On the page's own thread: by the calculator at hand, or one of its own where that was loaded without `optimize`. */
  async #answer(question: Question): Promise<void> {
    const { id, request } = question;
    const calculator = this.#calculator;
    if (this.#asked !== question || !calculator) return;
    let reply: Reply;
    try {
      reply = { id, ...optimized(calculator, request) };
    } catch {
      reply = await replyTo(question);
    }
    if (this.#asked === question) this.#receive(reply);
  }

  #dismiss(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #stop(): void {
    this.#dismiss();
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
