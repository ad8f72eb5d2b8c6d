// Every schedule adds up when each of its months is bought by `quote` and used up by `cover`.
import assert from "node:assert/strict";
import test from "node:test";
import { loadCalculator } from "prorata";
import { readVectors } from "../vectors.mjs";

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** What a schedule costs when its months are lived through one after the other. */
function priced(calculator, { on, account }, { months }) {
  const { defaultPlan, plans } = calculator.catalog;
  // The balance has no part in a schedule. A change in the first month takes back what was scheduled.
  let { plan, packs = [], usedMinutes = 0, balance: _, ...held } = account ?? { plan: defaultPlan };
  if (months[0].plan !== plan) delete held.pendingChange;
  let total = 0;
  for (const [i, month] of months.entries()) {
    const first = i === 0;
    const date = first ? on : `${month.month}-01`;
    const change = first && month.plan !== plan ? { plan: month.plan } : {};
    const monthPlan = first ? plan : month.plan;
    const request = {
      on: date,
      account: first ? { ...held, plan: monthPlan, packs, usedMinutes } : { plan: monthPlan, packs },
      ...change,
      packs: month.packs.map(({ pack, quantity }) => ({ pack, quantity })),
    };
    const coverage = calculator.cover({ ...request, monthMinutes: month.minutes.forecast });
    const { amountDue } = calculator.quote(request);
    const price = first ? 0 : plans.find(({ id }) => id === month.plan).monthlyPrice;
    assert.equal(amountDue + price, month.planAmount + month.packAmount, `what ${month.month} is bought for`);
    assert.equal(coverage.unservedMinutes, 0);
    const [quota, ...sources] = coverage.sources;
    assert.equal(quota.used, month.minutes.fromPlan);
    assert.equal(sum(sources.map(({ used }) => used)), month.minutes.fromPacks);
    assert.deepEqual(coverage.overage, { minutes: month.minutes.overage, amount: month.overageAmount });
    total += amountDue + price + coverage.overage.amount;
    packs = sources.map(({ pack, purchasedOn, left }) => ({
      pack,
      purchasedOn,
      remainingMinutes: left,
    }));
    plan = month.plan;
  }
  return total;
}

test("every golden schedule adds up to its total, month by month", async () => {
  for (const { file, catalog, request, error } of readVectors().optimize) {
    if (error) continue;
    const calculator = await loadCalculator({ catalog });
    const schedule = calculator.optimize(request);
    assert.equal(priced(calculator, request, schedule), schedule.total, file);
    calculator.free();
  }
});

test("schedules of random forecasts add up to their totals, month by month", async () => {
  let state = 1;
  const below = (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  for (const catalog of ["easemob-cn", "shengwang-cn", "agora-global"]) {
    const calculator = await loadCalculator({ catalog });
    const plans = calculator.catalog.plans.filter(({ contactSales }) => !contactSales);
    for (let i = 0; i < 100; i++) {
      const request = {
        on: `2024-08-${10 + below(22)}`,
        account: {
          plan: plans[below(plans.length)].id,
          packs: [{ pack: "pack-25k", purchasedOn: `2024-0${1 + below(8)}-01`, remainingMinutes: below(25_001) }],
        },
        forecast: Array.from({ length: 1 + below(36) }, () => below(below(4) === 0 ? 3_000_000 : 200_000)),
      };
      const schedule = calculator.optimize(request);
      assert.equal(priced(calculator, request, schedule), schedule.total, JSON.stringify(request));
    }
    calculator.free();
  }
});
