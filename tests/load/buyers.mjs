import { setTimeout as sleep } from "node:timers/promises";
import { builtInCatalogs, loadCalculator } from "prorata";
import { newKey } from "../server/server.mjs";

const accounts = ["subscriber", "newcomer", "downgrading", "full-month", "global"];
const lists = ["", "/orders", "/recharges", "/bills"];

const calculators = new Map();
for (const catalog of await builtInCatalogs()) calculators.set(catalog, await loadCalculator({ catalog }));

const random = (below) => Math.floor(Math.random() * below);
const oneOf = (all) => all[random(all.length)];

/** So many at once, each asking, recharging and buying without a pause, on whichever server runs. */
export class Buyers {
  /** What was answered as done: { path, body, reply }. */
  done = [];

  /** Status -> how many; 0 where there was no answer. */
  #answers = new Map();
  #durations = [];
  #isOver = false;
  #lives;

  constructor(running, howMany) {
    this.running = running;
    this.#lives = Array.from({ length: howMany }, () => this.#live());
  }

  /** Until everything begun has been decided. */
  async finish() {
    this.#isOver = true;
    await Promise.all(this.#lives);
  }

  answersOf = (status) => this.#answers.get(status) ?? 0;

  report(seconds) {
    const sorted = this.#durations.sort((a, b) => a - b);
    const at = (share) => `${sorted[Math.floor((sorted.length - 1) * share)].toFixed(1)} ms`;
    const statuses = [...this.#answers]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status || "none"}: ${count}`);
    return `${sorted.length} answers in ${seconds.toFixed(1)} s; half within ${at(0.5)}, 99 of 100 within ${at(0.99)}, the last after ${at(1)}
${statuses.join(", ")}; ${this.done.length} orders and recharges`;
  }

  async #live() {
    while (!this.#isOver) {
      const id = oneOf(accounts);
      const dice = random(10);
      if (dice < 4) await this.#send("get", `/${id}${oneOf(lists)}`);
      else if (dice < 7) await this.#have(`/${id}/recharges`, { amount: 1 + random(10_000) });
      else await this.#buy(id);
    }
  }

  async #buy(id) {
    const { status, body: state } = await this.#send("get", `/${id}`);
    if (status !== 200) return;
    const { catalog, on, account } = state;
    const calculator = calculators.get(catalog);
    const { packs, plans } = calculator.catalog;
    const request = random(3) > 0 ? { packs: [{ pack: oneOf(packs).id, quantity: 1 }] } : { plan: oneOf(plans).id };
    await this.#have(`/${id}/orders`, { request, quote: calculator.quote({ ...request, on, account }) });
  }

  /** Sent until it is decided, now and then twice at once: it is done once, or not at all. */
  async #have(path, what) {
    const body = { idempotencyKey: newKey(), ...what };
    for (;;) {
      const copies = random(10) === 0 ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: copies }, () => this.#send("post", path, body)));
      const done = answers.find(({ status }) => status === 200 || status === 201);
      if (done) this.done.push({ path, body, reply: done.body });
      if (answers.some(({ status }) => status >= 200 && status < 500)) return;
      await sleep(20);
    }
  }

  async #send(method, path, body) {
    const server = oneOf(this.running());
    const began = performance.now();
    const none = { status: 0 };
    const answer = server ? await server.client[method](path, body).catch(() => none) : none;
    if (answer.status === 0) await sleep(10);
    else this.#durations.push(performance.now() - began);
    this.#answers.set(answer.status, this.answersOf(answer.status) + 1);
    return answer;
  }
}
