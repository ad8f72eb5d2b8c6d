// When it is certain that nothing came of an order or a recharge, so that another one may be begun.
import { expect, test } from "@playwright/test";
import { ServerError } from "../../web/src/server-client.ts";
import { isRefused } from "../../web/src/state/outbox.ts";

const answered = (status: number, reported: string) =>
  new ServerError(status, { code: "other", message: "", reported });

for (const { what, answer, first, again } of [
  { what: "no answer", answer: answered(0, "no_answer"), first: false, again: false },
  { what: "a failure", answer: answered(500, "internal_error"), first: false, again: false },
  { what: "a gateway without a server", answer: answered(503, "no_json"), first: false, again: false },
  { what: "a server too busy to look", answer: answered(503, "busy"), first: true, again: false },
  { what: "a server in doubt of its date", answer: answered(503, "clock_ahead"), first: true, again: false },
  { what: "a request that came too slowly", answer: answered(408, "too_slow"), first: true, again: false },
  { what: "a sign-in that is over", answer: answered(401, "signed_out"), first: true, again: false },
  { what: "a page of another site", answer: answered(403, "foreign_origin"), first: true, again: false },
  { what: "a limit before the server", answer: answered(429, "no_json"), first: true, again: false },
  { what: "a proxy that knows no such place", answer: answered(404, "no_json"), first: true, again: false },
  { what: "a balance that does not cover it", answer: answered(402, "shortfall"), first: true, again: true },
  { what: "another price", answer: answered(409, "quote_differs"), first: true, again: true },
  { what: "nothing to buy", answer: answered(400, "empty_cart"), first: true, again: true },
  { what: "an account there is not", answer: answered(404, "unknown_account"), first: true, again: true },
  { what: "a fault of the page's own", answer: new TypeError("no such thing"), first: false, again: false },
]) {
  test(`${what}: ${first ? "not taken" : "undecided"}; if it was sent before: ${again ? "not taken" : "undecided"}`, () => {
    expect(isRefused(answer, { wasSent: false })).toBe(first);
    expect(isRefused(answer, { wasSent: true })).toBe(again);
  });
}
