// The civil date of an instant: the one place where a clock and a time zone are looked at.
import assert from "node:assert/strict";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { loadCalculator, PricingError } from "prorata";
import { soundCatalog } from "./faults.mjs";

const inZone = (timeZone) => loadCalculator({ catalog: { ...soundCatalog(), timeZone } });

const cases = [
  { zone: "Asia/Shanghai", instant: "2024-08-15T15:59:59.999Z", date: "2024-08-15" },
  { zone: "Asia/Shanghai", instant: "2024-08-15T16:00:00Z", date: "2024-08-16" },
  { zone: "UTC", instant: "2024-12-31T23:59:59.999Z", date: "2024-12-31" },
  // Los Angeles is 7 hours behind in summer, 8 in winter; the clock changes on 10 March and 3 November 2024.
  { zone: "America/Los_Angeles", instant: "2024-03-10T07:59:59Z", date: "2024-03-09" },
  { zone: "America/Los_Angeles", instant: "2024-03-10T08:00:00Z", date: "2024-03-10" },
  { zone: "America/Los_Angeles", instant: "2024-03-11T06:59:59Z", date: "2024-03-10" },
  { zone: "America/Los_Angeles", instant: "2024-03-11T07:00:00Z", date: "2024-03-11" },
  { zone: "America/Los_Angeles", instant: "2024-11-04T07:59:59Z", date: "2024-11-03" },
  { zone: "America/Los_Angeles", instant: "2024-11-04T08:00:00Z", date: "2024-11-04" },
  // Both sides of the date line, and the day that Samoa left out.
  { zone: "Pacific/Kiritimati", instant: "2024-02-28T10:00:00Z", date: "2024-02-29" },
  { zone: "Pacific/Pago_Pago", instant: "2024-03-01T10:59:59Z", date: "2024-02-29" },
  { zone: "Pacific/Apia", instant: "2011-12-30T09:59:59Z", date: "2011-12-29" },
  { zone: "Pacific/Apia", instant: "2011-12-30T10:00:00Z", date: "2011-12-31" },
  // The first and the last day.
  { zone: "Asia/Shanghai", instant: "1999-12-31T16:00:00Z", date: "2000-01-01" },
  { zone: "America/Los_Angeles", instant: "3000-01-01T07:59:59Z", date: "2999-12-31" },
];

for (const { zone, instant, date } of cases) {
  test(`${instant} falls on ${date} in ${zone}`, async () => {
    const calculator = await inZone(zone);
    assert.equal(calculator.today(new Date(instant)), date);
    calculator.free();
  });
}

test("without an instant it is now", async () => {
  const calculator = await inZone("UTC");
  const before = new Date().toISOString().slice(0, 10);
  const today = calculator.today();
  assert.ok(before <= today && today <= new Date().toISOString().slice(0, 10));
  assert.equal(typeof calculator.today(undefined), "string");
});

const refused = (calculator, instant, code) =>
  assert.throws(
    () => calculator.today(instant),
    (error) => error instanceof PricingError && error.code === code && error.path === "",
  );

test("what is no Date is invalid_type; a Date of another realm is one", async () => {
  const calculator = await inZone("UTC");
  for (const instant of [null, 0, 1e12, "2024-08-16", {}, [], Object.create(Date.prototype)])
    refused(calculator, instant, "invalid_type");
  assert.equal(calculator.today(runInNewContext("new Date('2024-08-16')")), "2024-08-16");
});

test("an instant without a day, or with one outside 2000 to 2999 in that zone, is invalid_date", async () => {
  const calculator = await loadCalculator();
  const outside = ["1999-12-31T15:59:59.999Z", "2999-12-31T16:00:00Z", "-002500-06-01T00:00:00Z", "+275760-09-13"];
  for (const instant of ["none", ...outside]) refused(calculator, new Date(instant), "invalid_date");
});
