// A million rows at once.
import { Decimal } from "decimal.js";
import { loadCalculator } from "prorata";
import { native } from "./native.mjs";
import { peers } from "./peers.mjs";
import { nsPerCall, rounded } from "./timing.mjs";

const count = 1_000_000;

export async function rows() {
  const calculator = await loadCalculator();
  const columns = { on: new Int32Array(count), from: new Uint8Array(count), to: new Uint8Array(count) };
  for (let i = 0; i < count; i++) {
    columns.on[i] = 19_723 + ((i * 7) % 1461);
    columns.from[i] = i % 3;
    columns.to[i] = (i % 3) + 1;
  }
  const due = calculator.quoteColumns(columns);
  const plans = calculator.catalog.plans.map((plan) => ({ price: plan.monthlyPrice, minutes: plan.monthlyMinutes }));
  const caseOf = (i) => ({
    on: new Date(columns.on[i] * 86_400_000).toISOString().slice(0, 10),
    from: plans[columns.from[i]],
    to: plans[columns.to[i]],
  });
  for (let i = 0; i < count; i += 997) {
    const [expected] = peers["decimal.js"](caseOf(i));
    if (due[i] !== expected) throw new Error(`row ${i} is ${due[i]}, not ${expected}`);
  }

  const wasmNs = nsPerCall(() => calculator.quoteColumns(columns), { rounds: 51, roundMs: 5, warmUpMs: 1500 }) / count;
  // The amount alone, days already counted.
  const [price, days, left] = [plans[3].price - plans[1].price, 31, 16];
  const decimalNs = nsPerCall(() =>
    new Decimal(price).times(left).div(days).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
  );
  calculator.free();
  const nativeNs = native("rows") / count;
  return {
    rows: count,
    "wasm ns a row": rounded(wasmNs),
    "native ns a row": rounded(nativeNs),
    "decimal.js ns a row": rounded(decimalNs),
    "wasm ÷ native": rounded(wasmNs / nativeNs),
    "decimal.js ÷ wasm": rounded(decimalNs / wasmNs),
  };
}
