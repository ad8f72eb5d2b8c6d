import { isDeepStrictEqual } from "node:util";
import { Refusal } from "./refusal.js";

/**
 * Does the work of a request, or, if it came before under the same key, repeats the reply of then. What failed left
 * nothing behind and may be tried again.
 * @template Reply
 * @param {import("./database.js").Connection} db
 * @param {string} account
 * @param {{ idempotencyKey: string }} body
 * @param {() => Reply} work
 * @returns {{ reply: Reply, repeated: boolean }}
 */
export function once(db, account, body, work) {
  const { idempotencyKey: key } = body;
  const before = /** @type {any} */ (
    db.prepare("SELECT body, reply FROM replies WHERE account = ? AND key = ?").get(account, key)
  );
  if (before) {
    if (isDeepStrictEqual(JSON.parse(before.body), body)) return { reply: JSON.parse(before.reply), repeated: true };
    throw new Refusal(409, "key_reused", "This key belongs to another request.", { path: "/idempotencyKey" });
  }
  const reply = work();
  db.prepare("INSERT INTO replies (account, key, body, reply) VALUES (?, ?, ?, ?)").run(
    account,
    key,
    JSON.stringify(body),
    JSON.stringify(reply),
  );
  return { reply, repeated: false };
}
