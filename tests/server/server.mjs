// The real server, and a client that asks it as the page does.
import { loadCalculator } from "prorata";
import { openServer } from "../own-server.mjs";

let keys = 0;
export const newKey = () => `test-key-${++keys}`;

/** Runs until the test `t` ends. `server.today` may be set to a later date; `restart` begins anew on the same data. */
export async function startServer(t, today = "2026-11-22", options = {}) {
  const server = await openServer({ today, page: import.meta.dirname, ...options });
  t.after(server.close);
  return Object.assign(
    server,
    clientOf(() => server.address),
  );
}

/** Each answers { status, body }. */
export function clientOf(address) {
  const call = async (path, options) => {
    const response = await fetch(`${address()}/api/v1/accounts${path}`, options);
    return { status: response.status, body: await response.json() };
  };
  const get = (path) => call(path);
  const post = (path, body) =>
    call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

  /** What the page shows for a cart: `change` is what happens to it on the way. */
  async function quoteFor(id, request, change = {}) {
    const { on, account, catalog } = (await get(`/${id}`)).body;
    const calculator = await loadCalculator({ catalog });
    return { ...calculator.quote({ ...request, on, account }), ...change };
  }
  async function checkOut(id, request, change) {
    return post(`/${id}/orders`, { idempotencyKey: newKey(), request, quote: await quoteFor(id, request, change) });
  }
  const recharge = (id, amount, idempotencyKey = newKey()) => post(`/${id}/recharges`, { idempotencyKey, amount });
  return { call, get, post, quoteFor, checkOut, recharge };
}
