// The amounts due for many plan changes at once.
import assert from "node:assert/strict";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { builtInCatalogs, loadCalculator, PricingError } from "prorata";

const dayOf = (date) => Date.parse(date) / 86_400_000;
const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const columnsOf = (rows) => ({
  on: Int32Array.from(rows, ([on]) => dayOf(on)),
  from: Uint8Array.from(rows, ([, from]) => from),
  to: Uint8Array.from(rows, ([, , to]) => to),
});

function assertRefused(act, code, path) {
  assert.throws(act, (error) => {
    assert.ok(error instanceof PricingError, error);
    assert.deepEqual([error.code, error.path], [code, path]);
    return true;
  });
}

test("a row is what quote says is due, NaN where it does not allow the change", async () => {
  for (const catalog of await builtInCatalogs()) {
    const calculator = await loadCalculator({ catalog });
    const { plans } = calculator.catalog;
    const rows = [];
    for (let day = dayOf("2023-12-20"); day < dayOf("2024-04-02"); day++)
      for (const from of plans.keys())
        for (const to of plans.keys()) if (!plans[from].contactSales) rows.push([dateOf(day), from, to]);
    const due = calculator.quoteColumns(columnsOf(rows));
    assert.ok(due instanceof Float64Array);
    const expected = rows.map(([on, from, to]) => {
      const quote = calculator.quote({ on, account: { plan: plans[from].id }, plan: plans[to].id });
      return quote.planChange.allowed ? quote.amountDue : Number.NaN;
    });
    assert.deepEqual([...due], expected);
    calculator.free();
  }
});

test("no rows are no amounts, and columns keep what they hold", async () => {
  const { quoteColumns, free } = await loadCalculator();
  assert.equal(quoteColumns(columnsOf([])).length, 0);
  const columns = columnsOf([["2024-08-16", 1, 3]]);
  assert.deepEqual([...quoteColumns(columns)], [395_406]);
  assert.deepEqual(columns, columnsOf([["2024-08-16", 1, 3]]));
  free();
});

test("columns that were never filled in are refused", async () => {
  const calculator = await loadCalculator();
  const empty = { on: new Int32Array(2), from: new Uint8Array(2), to: new Uint8Array(2) };
  assertRefused(() => calculator.quoteColumns(empty), "invalid_date", "/on/0");
  assertRefused(() => calculator.quoteColumns({ ...empty, to: Uint8Array.of(1, 1) }), "invalid_date", "/on/0");
  calculator.free();
});

test("a fault far down is told with its row, and parts of columns are parts of the answer", async () => {
  const calculator = await loadCalculator();
  const rows = 600_000;
  const columns = {
    on: Int32Array.from({ length: rows }, (_, row) => dayOf("2024-01-01") + (row % 1000)),
    from: new Uint8Array(rows),
    to: Uint8Array.from({ length: rows }, (_, row) => row % 4),
  };
  const due = calculator.quoteColumns(columns);
  for (const row of [0, 262_143, 262_144, 262_145, 524_287, 524_288, rows - 1]) {
    const part = (column) => column.subarray(row, row + 1);
    const [alone] = calculator.quoteColumns({ on: part(columns.on), from: part(columns.from), to: part(columns.to) });
    assert.equal(due[row], alone);
  }
  const refused = (faulty, code, path) =>
    assertRefused(() => calculator.quoteColumns({ ...columns, ...faulty }), code, path);
  const on = columns.on.slice();
  on[555_555] = dayOf("1999-12-31");
  refused({ on }, "invalid_date", "/on/555555");
  const from = columns.from.slice();
  from[300_000] = 5;
  refused({ from }, "unknown_plan", "/from/300000");
  refused({ to: columns.to.subarray(0, 524_288) }, "invalid_value", "/to/524288");
  refused({ from: columns.from.subarray(0, 400_000) }, "invalid_value", "/from/400000");
  refused({ on: new Int32Array() }, "invalid_value", "/on/0");
  calculator.free();
});

test("a getter that gives another column's memory away changes nothing that is answered wrongly", async () => {
  const calculator = await loadCalculator();
  const { on, from, to } = columnsOf([["2024-08-16", 1, 3]]);
  const columns = {
    on,
    from,
    get to() {
      structuredClone(from, { transfer: [from.buffer] });
      return to;
    },
  };
  assertRefused(() => calculator.quoteColumns(columns), "invalid_type", "/from");
  assert.equal(calculator.quote({ on: "2024-08-16", plan: "basic" }).amountDue, 38_090);
  calculator.free();
});

test("a million rows are answered, and quotes go on", async () => {
  const calculator = await loadCalculator();
  const rows = 1_000_000;
  const columns = {
    on: new Int32Array(rows).fill(dayOf("2024-08-16")),
    from: new Uint8Array(rows),
    to: new Uint8Array(rows),
  };
  columns.to.fill(1);
  const due = calculator.quoteColumns(columns);
  assert.ok(due.every((amount) => amount === 38_090));
  assert.equal(calculator.quote({ on: "2024-08-16", plan: "basic" }).amountDue, 38_090);
  calculator.free();
});

test("a column is what it holds, whatever it says of itself and wherever its memory is", async () => {
  const calculator = await loadCalculator();
  const changes = Array.from({ length: 2000 }, () => ["2024-08-16", 1, 3]);
  const saying = (column, length) => Object.defineProperty(column, "length", { value: length });
  for (const length of [0, 1, -1, 0.5, 1e9, "all"]) {
    for (const name of ["on", "from", "to"]) {
      const columns = columnsOf(changes);
      saying(columns[name], length);
      assert.deepEqual(
        [...calculator.quoteColumns(columns)],
        changes.map(() => 395_406),
      );
    }
  }
  const columns = columnsOf(changes.slice(0, 1));
  const shared = new Uint8Array(new SharedArrayBuffer(1)).fill(1);
  assert.deepEqual([...calculator.quoteColumns({ ...columns, from: shared })], [395_406]);
  const on = runInNewContext("Int32Array.of(day)", { day: columns.on[0] });
  assert.deepEqual([...calculator.quoteColumns({ ...columns, on })], [395_406]);
  const sent = Uint8Array.of(3);
  structuredClone(sent, { transfer: [sent.buffer] });
  assertRefused(() => calculator.quoteColumns({ ...columns, to: sent }), "invalid_type", "/to");
  const proxy = new Proxy(columns.to, {});
  assertRefused(() => calculator.quoteColumns({ ...columns, to: proxy }), "invalid_type", "/to");
  assert.equal(calculator.quote({ on: "2024-08-16", plan: "basic" }).amountDue, 38_090);
  calculator.free();
});

test("a fault is told with its row", async () => {
  const calculator = await loadCalculator();
  const { on, from, to } = columnsOf([
    ["2024-08-16", 0, 1],
    ["2024-08-17", 1, 2],
    ["2024-08-18", 2, 3],
  ]);
  const refused = (columns, code, path) => assertRefused(() => calculator.quoteColumns(columns), code, path);
  refused({ on, from, to: to.subarray(0, 2) }, "invalid_value", "/to/2");
  refused({ on: on.subarray(0, 1), from, to }, "invalid_value", "/on/1");
  refused({ on, from: Uint8Array.of(0, 5, 0), to }, "unknown_plan", "/from/1");
  refused({ on, from, to: Uint8Array.of(1, 2, 255) }, "unknown_plan", "/to/2");
  refused({ on, from: Uint8Array.of(0, 0, 4), to }, "managed_account", "/from/2");
  refused({ on: Int32Array.of(dayOf("1999-12-31"), 0, 0), from, to }, "invalid_date", "/on/0");
  refused({ on: Int32Array.of(dayOf("2999-12-31") + 1, 0, 0), from, to }, "invalid_date", "/on/0");
  refused({ on: [...on], from, to }, "invalid_type", "/on");
  refused({ on, from: Uint16Array.from(from), to }, "invalid_type", "/from");
  refused({ on, from }, "missing_field", "/to");
  refused({ on, from, to, "a/b": 1 }, "unknown_field", "/a~1b");
  refused(null, "invalid_type", "");
  assert.deepEqual([...calculator.quoteColumns({ on, from, to })].length, 3);
  calculator.free();
  refused({ on, from, to }, "calculator_freed", "");
});
