import { newIdempotencyKey, ServerError } from "../server-client.ts";

/** Whether the server decided, so that asking again would be another purchase. Else nobody knows what became of it. */
export const isDecided = (reason: unknown): reason is ServerError =>
  reason instanceof ServerError && reason.status >= 400 && reason.status < 500;

/** Sends under one key for as long as the same thing is asked and not decided: what is repeated happens once. */
export class OnceOnly {
  #asked = "";
  #key = "";

  async send<Reply>(what: unknown, post: (key: string) => Promise<Reply>): Promise<Reply> {
    const asked = JSON.stringify(what);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#key = newIdempotencyKey();
    }
    try {
      const reply = await post(this.#key);
      this.#asked = "";
      return reply;
    } catch (reason) {
      if (isDecided(reason)) this.#asked = "";
      throw reason;
    }
  }
}
