// Malformed input of every kind, with the code and the pointer it is refused with. `schema` says whether the JSON
// Schema can see the fault as well: it knows shapes and ranges, but neither ids nor the order of dates.
import { readFileSync } from "node:fs";

const seen = { schema: "refuses" };
const unseen = { schema: "accepts" };

const nested = (depth) => (depth === 0 ? 1 : [nested(depth - 1)]);
const throwing = {
  get on() {
    throw new Error("no");
  },
};
const cyclic = { on: "2024-08-16" };
cyclic.account = cyclic;

const on = "2024-08-16";
const held = (account) => ({ on, account: { plan: "basic", ...account } });

/** Requests that JSON itself cannot carry: the package has to refuse them. */
export const unwritableRequests = [
  { name: "nothing", request: undefined, code: "invalid_type", path: "" },
  { name: "a function", request: () => 1, code: "invalid_type", path: "" },
  { name: "a symbol", request: Symbol("on"), code: "invalid_type", path: "" },
  { name: "a bigint", request: 1n, code: "invalid_type", path: "" },
  { name: "a bigint inside", request: held({ balance: 1n }), code: "invalid_type", path: "/account/balance" },
  { name: "NaN inside", request: held({ usedMinutes: NaN }), code: "invalid_type", path: "/account/usedMinutes" },
  { name: "Infinity inside", request: held({ balance: -Infinity }), code: "invalid_type", path: "/account/balance" },
  { name: "a symbol inside", request: { on: Symbol("on") }, code: "invalid_type", path: "/on" },
  { name: "a function inside", request: { on, plan: () => "basic" }, code: "invalid_type", path: "/plan" },
  { name: "a hole in an array", request: { on, packs: new Array(1) }, code: "invalid_type", path: "/packs/0" },
  { name: "an invalid Date", request: { on: new Date(NaN) }, code: "invalid_type", path: "/on" },
  { name: "a cycle", request: cyclic, code: "invalid_json", path: "" },
  { name: "a getter that throws", request: throwing, code: "invalid_json", path: "" },
  {
    name: "a toJSON that throws",
    request: {
      toJSON() {
        throw null;
      },
    },
    code: "invalid_json",
    path: "",
  },
  { name: "a toJSON without result", request: { toJSON() {} }, code: "invalid_type", path: "" },
  { name: "a boxed bigint", request: { on: Object(1n) }, code: "invalid_json", path: "" },
  { name: "nesting past the call stack", request: nested(5000), code: "invalid_json", path: "" },
  { name: "half a character", request: { on, plan: "\ud83d" }, code: "invalid_json", path: "" },
  { name: "half a character in a name", request: { on, "\udc00": 1 }, code: "invalid_json", path: "" },
];

/** Requests that are JSON, but none that can be priced with the default catalog. */
export const faultyRequests = [
  { name: "null", request: null, code: "invalid_type", path: "", ...seen },
  { name: "a string", request: "2024-08-16", code: "invalid_type", path: "", ...seen },
  { name: "an array", request: [], code: "invalid_type", path: "", ...seen },
  { name: "nesting deeper than 64", request: nested(65), code: "invalid_json", path: "", ...seen },
  { name: "more than 1 MiB", request: { on, plan: "x".repeat(2 ** 20) }, code: "invalid_json", path: "", ...unseen },
  {
    name: "more than 1 MiB once its quotation marks are escaped",
    request: { on, plan: '"'.repeat(600_000) },
    code: "invalid_json",
    path: "",
    ...unseen,
  },
  {
    name: "more than 1 MiB of UTF-8 in fewer characters",
    request: { on, plan: "免".repeat(400_000) },
    code: "invalid_json",
    path: "",
    ...unseen,
  },

  { name: "no date", request: {}, code: "missing_field", path: "/on", ...seen },
  { name: "an undefined date", request: { on: undefined }, code: "missing_field", path: "/on", ...seen },
  {
    name: "an account without plan",
    request: { on, account: {} },
    code: "missing_field",
    path: "/account/plan",
    ...seen,
  },
  {
    name: "a pack without quantity",
    request: { on, packs: [{ pack: "pack-25k" }] },
    code: "missing_field",
    path: "/packs/0/quantity",
    ...seen,
  },
  { name: "an unknown member", request: { on, coupon: "x" }, code: "unknown_field", path: "/coupon", ...seen },
  {
    name: "an unknown member of the account",
    request: held({ vip: true }),
    code: "unknown_field",
    path: "/account/vip",
    ...seen,
  },
  {
    name: "an unknown member to be escaped",
    request: { on, "a/b~c": 1 },
    code: "unknown_field",
    path: "/a~1b~0c",
    ...seen,
  },
  {
    name: "a member named __proto__",
    request: JSON.parse('{"on":"2024-08-16","__proto__":{}}'),
    code: "unknown_field",
    path: "/__proto__",
    ...seen,
  },

  { name: "a number as date", request: { on: 20240816 }, code: "invalid_type", path: "/on", ...seen },
  { name: "a list as account", request: { on, account: [] }, code: "invalid_type", path: "/account", ...seen },
  { name: "null as plan", request: { on, plan: null }, code: "invalid_type", path: "/plan", ...seen },
  { name: "an object as packs", request: { on, packs: {} }, code: "invalid_type", path: "/packs", ...seen },
  {
    name: "half a pack",
    request: { on, packs: [{ pack: "pack-25k", quantity: 1.5 }] },
    code: "invalid_type",
    path: "/packs/0/quantity",
    ...seen,
  },
  {
    name: "a quantity in words",
    request: { on, packs: [{ pack: "pack-25k", quantity: "1" }] },
    code: "invalid_type",
    path: "/packs/0/quantity",
    ...seen,
  },

  {
    name: "no packs of a kind",
    request: { on, packs: [{ pack: "pack-25k", quantity: 0 }] },
    code: "out_of_range",
    path: "/packs/0/quantity",
    ...seen,
  },
  {
    name: "too many packs",
    request: { on, packs: [{ pack: "pack-25k", quantity: 10_001 }] },
    code: "out_of_range",
    path: "/packs/0/quantity",
    ...seen,
  },
  {
    name: "negative usage",
    request: held({ usedMinutes: -1 }),
    code: "out_of_range",
    path: "/account/usedMinutes",
    ...seen,
  },
  {
    name: "usage past 2^53 - 1",
    request: held({ usedMinutes: 2 ** 53 }),
    code: "out_of_range",
    path: "/account/usedMinutes",
    ...seen,
  },
  {
    name: "a balance past 64 bits",
    request: held({ balance: -1e300 }),
    code: "out_of_range",
    path: "/account/balance",
    ...seen,
  },
  {
    name: "pack minutes whose sum is past 2^53 - 1",
    request: held({
      packs: [1, 2].map(() => ({ purchasedOn: "2024-08-01", remainingMinutes: Number.MAX_SAFE_INTEGER })),
    }),
    code: "out_of_range",
    path: "",
    ...unseen,
  },

  { name: "a day that is none", request: { on: "2023-02-29" }, code: "invalid_date", path: "/on", ...seen },
  { name: "a day written otherwise", request: { on: "2024-8-16" }, code: "invalid_date", path: "/on", ...seen },
  { name: "an instant", request: { on: new Date(0) }, code: "invalid_date", path: "/on", ...seen },
  { name: "a day before 2000", request: { on: "1999-12-31" }, code: "invalid_date", path: "/on", ...seen },
  { name: "a day after 2999", request: { on: "3000-01-01" }, code: "invalid_date", path: "/on", ...seen },
  {
    name: "a day of purchase after 2999",
    request: held({ packs: [{ purchasedOn: "3000-01-01", remainingMinutes: 1 }] }),
    code: "invalid_date",
    path: "/account/packs/0/purchasedOn",
    ...seen,
  },

  {
    name: "a kind of pack twice",
    request: { on, packs: [1, 2].map(() => ({ pack: "pack-25k", quantity: 1 })) },
    code: "invalid_value",
    path: "/packs/1/pack",
    ...unseen,
  },

  { name: "an unknown plan", request: { on, plan: "gold" }, code: "unknown_plan", path: "/plan", ...unseen },
  {
    name: "an unknown plan held",
    request: { on, account: { plan: "" } },
    code: "unknown_plan",
    path: "/account/plan",
    ...unseen,
  },
  {
    name: "an unknown plan in the history",
    request: held({ history: [{ plan: "gold", from: "2024-08-01" }] }),
    code: "unknown_plan",
    path: "/account/history/0/plan",
    ...unseen,
  },
  {
    name: "an unknown plan to come",
    request: held({ pendingChange: { plan: "gold", effectiveOn: "2024-09-01" } }),
    code: "unknown_plan",
    path: "/account/pendingChange/plan",
    ...unseen,
  },
  {
    name: "an unknown pack",
    request: { on, packs: [{ pack: "pack-1", quantity: 1 }] },
    code: "unknown_pack",
    path: "/packs/0/pack",
    ...unseen,
  },
  {
    name: "an unknown pack owned",
    request: held({ packs: [{ pack: "pack-1", purchasedOn: on, remainingMinutes: 1 }] }),
    code: "unknown_pack",
    path: "/account/packs/0/pack",
    ...unseen,
  },

  {
    name: "a plan sold through sales",
    request: { on, account: { plan: "enterprise" } },
    code: "managed_account",
    path: "/account/plan",
    ...unseen,
  },
  {
    name: "an empty history",
    request: held({ history: [] }),
    code: "inconsistent_account",
    path: "/account/history",
    ...seen,
  },
  {
    name: "a history of last month",
    request: held({ history: [{ plan: "basic", from: "2024-07-31" }] }),
    code: "inconsistent_account",
    path: "/account/history/0/from",
    ...unseen,
  },
  {
    name: "a history past the request",
    request: held({ history: [{ plan: "basic", from: "2024-08-17" }] }),
    code: "inconsistent_account",
    path: "/account/history/0/from",
    ...unseen,
  },
  {
    name: "a history that descends",
    request: held({
      history: [
        { plan: "free", from: "2024-08-09" },
        { plan: "basic", from: "2024-08-08" },
      ],
    }),
    code: "inconsistent_account",
    path: "/account/history/1/from",
    ...unseen,
  },
  {
    name: "a history that ends on another plan",
    request: held({ history: [{ plan: "free", from: "2024-08-01" }] }),
    code: "inconsistent_account",
    path: "/account/history/0/plan",
    ...unseen,
  },
  {
    name: "a history of a plan sold through sales",
    request: held({
      history: [
        { plan: "enterprise", from: "2024-08-01" },
        { plan: "basic", from: "2024-08-02" },
      ],
    }),
    code: "inconsistent_account",
    path: "/account/history/0/plan",
    ...unseen,
  },
  {
    name: "a change to the plan held",
    request: held({ pendingChange: { plan: "basic", effectiveOn: "2024-09-01" } }),
    code: "inconsistent_account",
    path: "/account/pendingChange/plan",
    ...unseen,
  },
  {
    name: "a change in mid-month",
    request: held({ pendingChange: { plan: "free", effectiveOn: "2024-09-02" } }),
    code: "inconsistent_account",
    path: "/account/pendingChange/effectiveOn",
    ...seen,
  },
  {
    name: "a change that is past",
    request: held({ pendingChange: { plan: "free", effectiveOn: "2024-08-01" } }),
    code: "inconsistent_account",
    path: "/account/pendingChange/effectiveOn",
    ...unseen,
  },
  {
    name: "a downgrade to come",
    request: held({ lastDowngradeOn: "2024-08-17" }),
    code: "inconsistent_account",
    path: "/account/lastDowngradeOn",
    ...unseen,
  },
  {
    name: "a difference for a month that is not charged",
    request: held({ nextMonthDifference: 100 }),
    code: "inconsistent_account",
    path: "/account/nextMonthDifference",
    ...unseen,
  },
  {
    name: "a difference of 0",
    request: held({ nextMonthDifference: 0 }),
    code: "inconsistent_account",
    path: "/account/nextMonthDifference",
    ...seen,
  },
  {
    name: "a difference with a fraction",
    request: held({ nextMonthDifference: 0.5 }),
    code: "invalid_type",
    path: "/account/nextMonthDifference",
    ...seen,
  },
  {
    name: "a purchase to come",
    request: held({ packs: [{ purchasedOn: "2024-08-17", remainingMinutes: 1 }] }),
    code: "inconsistent_account",
    path: "/account/packs/0/purchasedOn",
    ...unseen,
  },
];

/** A sound catalog document, a new copy on every call. */
export const soundCatalog = (id = "easemob-cn") =>
  JSON.parse(readFileSync(new URL(`../../core/catalogs/${id}.json`, import.meta.url), "utf8"));

/** The document with the value at a JSON Pointer replaced, or removed when `value` is undefined. */
function altered(path, value) {
  const document = soundCatalog();
  const names = path.split("/").slice(1);
  const last = names.pop();
  const holder = names.reduce((object, name) => object[name], document);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return document;
}

const fault = (name, path, value, schema = seen) => ({ name, catalog: altered(path, value), path, ...schema });

/** Catalog documents with one fault each, all of them invalid_catalog at `path`. */
export const faultyCatalogs = [
  { name: "null", catalog: null, path: "", ...seen },
  { name: "a number", catalog: 7, path: "", ...seen },
  { name: "a list", catalog: [], path: "", ...seen },
  { name: "nesting deeper than 64", catalog: nested(65), path: "", ...seen },
  { name: "more than 1 MiB", catalog: altered("/source", "x".repeat(2 ** 20)), path: "", ...unseen },

  ...[
    "id",
    "version",
    "name",
    "currency",
    "timeZone",
    "plans",
    "defaultPlan",
    "packs",
    "packValidityMonths",
    "overage",
    "conversion",
    "policy",
  ].map((member) => fault(`no ${member}`, `/${member}`, undefined)),
  fault("an unknown member", "/discount", "10"),
  fault("an empty id", "/id", ""),
  fault("a number as version", "/version", 1),
  fault("no English name", "/name/en", undefined),
  fault("no Chinese plan name", "/plans/1/name/zh-CN", undefined),
  fault("a name that is no text", "/name/fr", 1),
  fault("a currency in small letters", "/currency/code", "cny"),
  fault("a currency of four letters", "/currency/code", "CNYX"),
  fault("too precise a currency", "/currency/minorDigits", 5),
  fault("no time zone name", "/timeZone", ""),
  fault("a time zone that is none", "/timeZone", "Asia/Atlantis", unseen),

  fault("no plan", "/plans", []),
  fault(
    "too many plans",
    "/plans",
    Array.from({ length: 257 }, (_, i) => ({ ...soundCatalog().plans[0], id: `p${i}` })),
  ),
  fault(
    "no plan that bills overage",
    "/plans",
    soundCatalog().plans.map((plan) => ("overage" in plan ? { ...plan, overage: "suspend" } : plan)),
  ),
  fault("a plan id used twice", "/plans/1/id", "free", unseen),
  fault("a default plan that is none", "/defaultPlan", "gold", unseen),
  fault("a default plan sold through sales", "/defaultPlan", "enterprise", unseen),
  fault("a price as number", "/plans/1/monthlyPrice", 738),
  fault("a price with sign", "/plans/1/monthlyPrice", "-738"),
  fault("a price with exponent", "/plans/1/monthlyPrice", "7e2"),
  fault("a price with a bare point", "/plans/1/listPrice", "738."),
  fault("a price more precise than the currency", "/plans/1/monthlyPrice", "738.005", unseen),
  fault("a price past 2^53 - 1", "/plans/1/monthlyPrice", "90071992547409.92", unseen),
  fault("a null list price", "/plans/1/listPrice", null),
  fault("negative minutes", "/plans/1/monthlyMinutes", -1),
  fault("more bonus than minutes", "/plans/1/bonusMinutes", 120_001, unseen),
  fault("an unknown way of overage", "/plans/1/overage", "free"),
  fault("an unknown feature state", "/plans/1/features/media-player", "soon"),
  fault("contactSales false", "/plans/4/contactSales", false),
  fault("contactSales false on a plan with a price", "/plans/1/contactSales", false),

  fault(
    "too many kinds of packs",
    "/packs",
    Array.from({ length: 65 }, (_, i) => ({ ...soundCatalog().packs[0], id: `p${i}` })),
  ),
  fault("a pack of no minutes", "/packs/0/minutes", 0),
  fault("a pack id used twice", "/packs/1/id", "pack-25k", unseen),
  fault("packs for no month", "/packValidityMonths", 0),
  fault("packs for too long", "/packValidityMonths", 121),
  fault("overage by no minutes", "/overage/perMinutes", 0),

  fault("no video class", "/conversion/video", []),
  fault("an unknown medium", "/conversion/video/0/media", "8k"),
  fault("a calibration of no pixels", "/conversion/calibrations/0/pixels", 0),
  fault("a calibration to no pixels", "/conversion/calibrations/0/as", 0),
  fault("a coefficient as number", "/conversion/coefficients/native/host/hd", 4),
  fault("a negative coefficient", "/conversion/coefficients/native/host/hd", "-4"),
  fault("an unknown role", "/conversion/coefficients/native/ghost", {}),

  fault("an unknown proration", "/policy/proration/price", "hourly"),
  fault("an unknown rounding", "/policy/proration/rounding", "up"),
  fault("an unknown quota", "/policy/proration/quota", "none"),
  fault("two renewals", "/policy/renewal", { day: 1, daysBeforeMonthEnd: 1 }),
  fault("no renewal", "/policy/renewal", {}),
  fault("renewal day 29", "/policy/renewal/day", 29),
  {
    name: "renewal before the month",
    catalog: altered("/policy/renewal", { daysBeforeMonthEnd: 27 }),
    path: "/policy/renewal/daysBeforeMonthEnd",
    ...seen,
  },
  fault("another limit", "/policy/downgrade/limitPerMonth", 2),
  fault("a null limit", "/policy/downgrade/limitPerMonth", null),
  fault("an unknown withdrawal", "/policy/downgrade/withdrawal", "buyer"),
  fault("an unknown charge", "/policy/downgrade/charge", "later"),
  fault("an unknown cutoff", "/policy/downgrade/cutoff", "noon"),

  ...[
    ["/policy/proration/price", "full-month"],
    ["/policy/proration/quota", "full-month"],
    ["/policy/downgrade/charge", "on-request"],
    ["/policy/downgrade/cutoff", "renewal-day"],
    ["/policy/downgrade/cutoff", "renewal-day-wait"],
  ].map(([path, word]) => {
    const catalog = altered(path, word);
    catalog.policy.downgrade.effective = "immediately";
    return { name: `an immediate downgrade beside ${word}`, catalog, path, ...seen };
  }),
  {
    name: "no cutoff where months are charged early",
    catalog: altered("/policy/renewal", { day: 25 }),
    path: "/policy/downgrade/cutoff",
    ...seen,
  },
  (() => {
    const catalog = altered("/policy/downgrade/charge", "on-request");
    catalog.policy.downgrade.withdrawal = "self-serve";
    return { name: "a withdrawal of what was paid", catalog, path: "/policy/downgrade/withdrawal", ...seen };
  })(),
];
