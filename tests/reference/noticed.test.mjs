// Whether the comparison would notice: faults seeded in the rules, one at a time, each of which has to be reported.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";

const build = fileURLToPath(new URL("../../build/", import.meta.url));
const sound = `${build}reference`;
const numRuns = 150;

const faults = [
  {
    what: "halves rounded to even",
    file: "ratio.js",
    was: "numerator < 0n ? -magnitude : magnitude",
    is: "(magnitude - (numerator * 2n % denominator === 0n && numerator % denominator !== 0n ? magnitude % 2n : 0n)) * (numerator < 0n ? -1n : 1n)",
    noticedBy: "quote",
  },
  {
    what: "quotas rounded up",
    file: "ratio.js",
    was: "=> numerator / denominator;",
    is: "=> (numerator + denominator - 1n) / denominator;",
    noticedBy: "quote",
  },
  {
    what: "today not among the days that remain",
    file: "calendar.js",
    was: "- dayOf(date) + 1",
    is: "- dayOf(date)",
    noticedBy: "quote",
  },
  {
    what: "of several changes on one day the first",
    file: "quota.js",
    was: "const spells = spellsOf(account, month);",
    is: "const spells = spellsOf(account, month).filter(({ from }, i, all) => all[i - 1]?.from !== from);",
    noticedBy: "quote",
  },
  {
    what: "free minutes in a month that is paid for",
    file: "quota.js",
    was: "isPaid(plan) || !anythingIsPaidFor",
    is: "true",
    noticedBy: "quote",
  },
  {
    what: "packs that end a month early",
    file: "account.js",
    was: "Number(list.packValidityMonths)",
    is: "Number(list.packValidityMonths) - 1",
    noticedBy: "settle",
  },
  {
    what: "a shortfall without the debt",
    file: "quote.js",
    was: "larger(0n, amount - balance)",
    is: "larger(0n, amount - larger(0n, balance))",
    noticedBy: "quote",
  },
  {
    what: "a change withdrawn on the day it is charged for",
    file: "plan-change.js",
    was: "on < chargeDate(",
    is: "on <= chargeDate(",
    noticedBy: "quote",
  },
  {
    what: "a month paid on request charged again",
    file: "renewal.js",
    was: "pendingChange !== undefined &&",
    is: "false &&",
    noticedBy: "settle",
  },
  {
    what: "overage charged though the plan is suspended",
    file: "overage.js",
    was: 'plan.overage === "suspend"',
    is: "false",
    noticedBy: "cover",
  },
  {
    what: "of equal mixes the one of more packs",
    file: "mix.js",
    was: "return count(a) < count(b)",
    is: "return count(a) > count(b)",
    noticedBy: "compare",
  },
  {
    what: "of equal plans the higher tier",
    file: "breakpoint.js",
    was: "cheapest.cost <= cost",
    is: "cheapest.cost < cost",
    noticedBy: "compare",
  },
  {
    what: "emptied packs told of when they expire",
    file: "settlement.js",
    was: "isOver(purchasedOn) && minutes > 0n",
    is: "isOver(purchasedOn)",
    noticedBy: "settle",
  },
  {
    what: "standard minutes rounded down",
    file: "conversion.js",
    was: "standardMinutes: roundedUp(",
    is: "standardMinutes: roundedDown(",
    noticedBy: "convert",
  },
  {
    what: "a schedule that pays for the month it starts in",
    file: "optimization.js",
    was: "plan: account.plan, amount: 0n",
    is: "plan: account.plan, amount: priceOf(list, account.plan)",
    noticedBy: "optimize",
  },
  {
    what: "members too many expected to be null",
    file: "verification.js",
    was: "[{ path, actual }]",
    is: "[{ path, expected: null, actual }]",
    noticedBy: "verify",
  },
  {
    what: "rows of days before the span",
    file: "bulk.js",
    was: "on < days.first ||",
    is: "",
    noticedBy: "quoteColumns",
  },
  {
    what: "members that nothing reads",
    file: "shape.js",
    was: '?? fault("unknown_field", at)',
    is: "?? fine",
    noticedBy: "settle, with a fault",
  },
  {
    what: "a price list's names in one language alone",
    file: "catalog-form.js",
    was: 'code !== "unknown_field"',
    is: 'code !== "missing_field"',
    noticedBy: "load, with a fault",
  },
];

const randomOf = async (folder) => (await import(`${folder}/random.js`)).properties;

/** What a comparison of random price lists says first; of the same ones `npm test` has compared without a fault. */
async function reported(properties, name) {
  const { property } = properties.find((each) => each.name === name);
  const { failed, errorInstance } = await fc.check(property, { numRuns, seed: 1, endOnFailure: true });
  return failed ? errorInstance.message : null;
}

function seed(folder, { file, was, is }) {
  cpSync(sound, folder, { recursive: true });
  const source = readFileSync(`${sound}/${file}`, "utf8");
  assert.equal(source.split(was).length, 2, `${was} stands once in ${file}`);
  writeFileSync(
    `${folder}/${file}`,
    source.replace(was, () => is),
  );
}

for (const [i, fault] of faults.entries()) {
  test(`${fault.what}: reported`, async (t) => {
    const folder = `${build}reference-with-fault-${i}`;
    t.after(() => rmSync(folder, { recursive: true }));
    seed(folder, fault);
    assert.match(String(await reported(await randomOf(folder), fault.noticedBy)), /^differs at {3}/m);
  });
}

test("a fault in the days of a built-in list is reported, and the command fails", (t) => {
  const folder = `${build}reference-with-a-fault`;
  t.after(() => rmSync(folder, { recursive: true }));
  seed(folder, { file: "calendar.js", was: "- dayOf(date) + 1", is: "- dayOf(date)" });
  const { status, stdout } = spawnSync(process.execPath, [`${folder}/main.js`, "150", "1", "easemob-cn"]);
  assert.equal(status, 1);
  assert.match(String(stdout), /^ {2}differs at {3}/m);
});
