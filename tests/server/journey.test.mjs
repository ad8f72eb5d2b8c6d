// A year of purchases, through restarts and kills, settled every day or when something is bought: the same in every member.
import assert from "node:assert/strict";
import { once } from "node:events";
import test from "node:test";
import { builtInCatalogs, loadCalculator } from "prorata";
import { listAccounts } from "../../web/server/accounts.js";
import { openDatabase } from "../../web/server/database.js";
import { Ledger } from "../../web/server/ledger.js";
import { openServer } from "../own-server.mjs";
import { newFolder, start } from "./program.mjs";
import { clientOf, newKey } from "./server.mjs";

const calculators = new Map();
for (const catalog of await builtInCatalogs()) calculators.set(catalog, await loadCalculator({ catalog }));

const begin = "2026-11-22";
const end = "2027-11-22";

const journey = [
  { on: "2026-11-25", id: "newcomer", recharge: 3_000_000 },
  { on: "2026-11-25", id: "newcomer", cart: { plan: "basic" } },
  { on: "2026-11-26", id: "full-month", recharge: 5_000_000 },
  // After December was charged for.
  { on: "2026-11-26", id: "full-month", cart: { plan: "premium" } },
  { on: "2026-12-05", id: "full-month", cart: { packs: [{ pack: "pack-25k", quantity: 2 }] } },
  { on: "2026-12-31", id: "newcomer", cart: { plan: "flagship", packs: [{ pack: "pack-250k", quantity: 1 }] } },
  { on: "2027-01-10", id: "full-month", cart: { plan: "basic" } },
  // Taken back.
  { on: "2027-01-20", id: "full-month", cart: { plan: "premium" } },
  { on: "2027-02-28", id: "newcomer", cart: { packs: [{ pack: "pack-25k", quantity: 1 }] } },
  // After April was charged for: from May on.
  { on: "2027-03-27", id: "full-month", cart: { plan: "basic" } },
  { on: "2027-03-31", id: "newcomer", cart: { plan: "premium" } },
  { on: "2027-07-01", id: "newcomer", cart: { plan: "free" } },
  { on: "2027-08-26", id: "full-month", cart: { plan: "free" } },
];

const nextDay = (date) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** What is sent for a step: made once, so that sent again it is the same. */
const bodyOf = async (client, { id, recharge, cart }) =>
  recharge
    ? { idempotencyKey: newKey(), amount: recharge }
    : { idempotencyKey: newKey(), request: cart, quote: await client.quoteFor(id, cart) };

const pathOf = ({ id, recharge }) => `/${id}/${recharge ? "recharges" : "orders"}`;

/** What a job every night would do, beside the server: each account written as of a day. */
async function settleAll(data, today) {
  const accounts = await openDatabase(data);
  await accounts.write((db) => {
    const priceList = (catalog) => ({ calculator: calculators.get(catalog), today });
    for (const { id } of listAccounts(db)) Ledger.open(db, id, priceList).save();
  });
  accounts.close();
}

async function everything({ get }) {
  const { body: accounts } = await get("");
  const lists = ["", "/orders", "/bills", "/recharges"];
  const asked = accounts.flatMap(({ id }) => lists.map((list) => `/${id}${list}`));
  return Object.fromEntries(await Promise.all(asked.map(async (path) => [path, (await get(path)).body])));
}

test("settled day by day through kills, or seldom: the same balances, orders and bills", {
  timeout: 300_000,
}, async (t) => {
  const folders = { daily: newFolder(t), seldom: newFolder(t) };

  // Only the steps themselves, in one process.
  const seldom = await openServer({ today: begin, data: folders.seldom });
  t.after(() => seldom.close());
  const client = clientOf(() => seldom.address);
  for (const step of journey) {
    seldom.today = step.on;
    const { status, body } = await client.post(pathOf(step), await bodyOf(client, step));
    assert.equal(status, 201, `${JSON.stringify(step)}: ${JSON.stringify(body)}`);
  }
  seldom.today = end;
  const expected = await everything(client);

  // Each step in a process of its own, killed while it may be at it; each day asked about and written.
  for (let today = begin; today <= end; ) {
    const steps = journey.filter(({ on }) => on === today);
    for (const step of steps) {
      const variables = { PRORATA_DATA: folders.daily, PRORATA_TODAY: today };
      const first = await start(t, variables);
      const body = await bodyOf(first.client, step);
      const lost = first.client.post(pathOf(step), body).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 1 + (Number(today.slice(8)) % 5)));
      first.server.kill("SIGKILL");
      await Promise.all([once(first.server, "exit"), lost]);
      const second = await openServer({ today, data: folders.daily, skipAhead: false });
      const again = await clientOf(() => second.address).post(pathOf(step), body);
      assert.ok([200, 201].includes(again.status), JSON.stringify(again.body));
      await second.close();
    }
    const daily = await openServer({ today, data: folders.daily, skipAhead: false });
    const { get } = clientOf(() => daily.address);
    for (let day = 0; day < 7 && today <= end; day++) {
      if (day > 0 && journey.some(({ on }) => on === today)) break;
      daily.today = today;
      for (const path of ["/full-month", "/newcomer/orders", "/downgrading/bills"]) {
        assert.equal((await get(path)).status, 200);
      }
      await settleAll(folders.daily, today);
      today = nextDay(today);
    }
    await daily.close();
  }
  const last = await openServer({ today: end, data: folders.daily });
  t.after(() => last.close());
  const actual = await everything(clientOf(() => last.address));

  const orders = expected["/full-month/orders"];
  const changes = orders.flatMap(({ quote, charge }) => quote?.planChange?.kind ?? charge?.reason ?? []);
  const happened = ["cancel", "difference", "downgrade", "renewal", "subscribe", "upgrade", "withdraw"];
  assert.deepEqual([...new Set(changes)].sort(), happened);
  assert.deepEqual(actual, expected);
});
