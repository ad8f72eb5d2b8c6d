// lint: what the author of a price list wants to know before publishing it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { file, prorata } from "./prorata.mjs";

const published = readFileSync(new URL("../../core/catalogs/easemob-cn.json", import.meta.url), "utf8");

/** The published list with changes made to it, as its author would write it. */
function listWith(change) {
  const list = JSON.parse(published);
  change(list);
  return JSON.stringify(list, null, 2);
}

function lint(text, ...args) {
  const { status, stdout, stderr } = prorata(["lint", file("list.json", text), "--json", ...args]);
  assert.equal(stderr, "");
  const report = JSON.parse(stdout);
  assert.equal(status, report.faults.length > 0 ? 1 : 0);
  return report;
}

/** Where each finding lies, and what stands on the line it names. */
const places = (text, findings) =>
  findings.map(({ code, path, line }) => [code, path, text.split("\n")[line - 1].trim()]);

/** The remarks on the published list once it is changed so. */
function remarksOn(change) {
  const text = listWith(change);
  const { faults, remarks } = lint(text);
  assert.deepEqual(faults, []);
  return places(text, remarks);
}

test("the built-in lists have no faults and no remarks", () => {
  for (const id of ["easemob-cn", "shengwang-cn", "agora-global"]) {
    assert.deepEqual(prorata(["lint", id]), { status: 0, signal: null, stdout: "no faults, no remarks\n", stderr: "" });
    const path = new URL(`../../core/catalogs/${id}.json`, import.meta.url).pathname;
    assert.equal(prorata(["lint", path]).stdout, "no faults, no remarks\n");
  }
});

test("what is no JSON is one fault", () => {
  for (const [text, line] of [
    ["", 1],
    ["nonsense", 1],
    ['{\n"id": }', 2],
    ["{\n}\nx", 3],
    ["[]", 1],
  ]) {
    const { faults } = lint(text);
    assert.deepEqual(
      faults.map((fault) => [fault.code, fault.path, fault.line]),
      [["invalid_catalog", "", line]],
      text,
    );
  }
});

test("every member, plan and pack tells of a fault, with its line", () => {
  const text = listWith((list) => {
    list.currency.code = "yuan";
    list.plans[1].monthlyPrice = "738.001";
    list.plans[2].overage = "never";
    delete list.plans[3].name.en;
    list.packs[0].minutes = 0;
    list.packs[2].colour = "red";
    delete list.timeZone;
    list.policy.renewal = { day: 31 };
    list["a/b"] = 1;
  });
  const found = places(text, lint(text).faults);
  assert.deepEqual(found.sort(), [
    ["invalid_catalog", "/a~1b", '"a/b": 1'],
    ["invalid_catalog", "/currency/code", '"code": "yuan",'],
    ["invalid_catalog", "/packs/0/minutes", '"minutes": 0,'],
    ["invalid_catalog", "/packs/2/colour", '"colour": "red"'],
    ["invalid_catalog", "/plans/1/monthlyPrice", '"monthlyPrice": "738.001",'],
    ["invalid_catalog", "/plans/2/overage", '"overage": "never",'],
    ["invalid_catalog", "/plans/3/name/en", '"name": {'],
    ["invalid_catalog", "/policy/renewal/day", '"day": 31'],
    ["invalid_catalog", "/timeZone", "{"],
  ]);
});

test("prices are read by the digits of the list's own currency", () => {
  const yen = (price) =>
    listWith((list) => {
      list.currency = { code: "JPY", minorDigits: 0 };
      list.plans[0].monthlyPrice = price;
    });
  assert.deepEqual(lint(yen("0")).faults, []);
  assert.deepEqual(
    lint(yen("0.5")).faults.map(({ path }) => path),
    ["/plans/0/monthlyPrice"],
  );
});

test("members that contradict one another are a fault", () => {
  for (const [change, path] of [
    [(list) => (list.defaultPlan = "enterprise"), "/defaultPlan"],
    [(list) => (list.plans[2].id = "basic"), "/plans/2/id"],
    [(list) => (list.plans[1].bonusMinutes = 120001), "/plans/1/bonusMinutes"],
    [(list) => (list.policy.downgrade.effective = "immediately"), undefined],
  ]) {
    const { faults } = lint(listWith(change));
    assert.deepEqual(
      faults.map((fault) => fault.path),
      path === undefined ? [] : [path],
    );
  }
});

test("a plan that another one dominates", () => {
  assert.deepEqual(
    remarksOn(({ plans }) => (plans[1].monthlyPrice = "2388")).filter(([code]) => code === "dominated_plan"),
    [["dominated_plan", "/plans/1", "{"]],
  );
  const twins = remarksOn(({ plans }) => plans.splice(2, 0, { ...plans[1], id: "twin" }));
  assert.deepEqual(
    twins.map(([code, path]) => [code, path]),
    [
      ["dominated_plan", "/plans/2"],
      ["no_discount_by_size", "/plans/2"],
    ],
  );
});

test("a plan that is the cheapest for no usage", () => {
  // 2388.00 for 400 000 against basic's 738.00 for 120 000 and overage of 7 per 1000: from 355 715 on. With a price of
  // 2698.00 basic costs 2698.00 for just 400 000, a tie that goes to the lower tier; flagship then begins.
  const remarks = remarksOn(({ plans }) => (plans[2].monthlyPrice = "2698.01"));
  assert.deepEqual(
    remarks.map(([code, path]) => [code, path]),
    [
      ["never_cheapest", "/plans/2"],
      ["no_discount_by_size", "/plans/2"],
    ],
  );
});

test("usages for which no plan is the cheapest", () => {
  // 738.00 and 280 000 minutes of overage at 7 per 1000: 2698.00, which premium then costs too, from 400 000 on.
  const remarks = remarksOn(({ plans }) => (plans[2].monthlyPrice = "2698"));
  assert.ok(remarks.some(([code, path]) => code === "no_cheapest_plan" && path === "/plans/2"));
  const { stdout } = prorata([
    "lint",
    file(
      "list.json",
      listWith(({ plans }) => (plans[2].monthlyPrice = "2698")),
    ),
  ]);
  assert.match(stdout, /From 400000 minutes to 1214428 basic and premium cost the same/);
});

test("a pack that is no cheaper than overage, and sizes without a discount", () => {
  const remarks = (pack, price) =>
    remarksOn(({ packs }) => (packs[pack].price = price)).map(([code, path]) => [code, path]);
  // 25 000 minutes are 175.00 as overage.
  assert.deepEqual(remarks(0, "174.99"), []);
  assert.deepEqual(remarks(0, "175"), [["dear_pack", "/packs/0"]]);
  // A pack of 25 000 at 168.00 is 1680.00 for 250 000.
  assert.deepEqual(remarks(1, "1679.99"), []);
  assert.deepEqual(remarks(1, "1680"), [["no_discount_by_size", "/packs/1"]]);
  assert.deepEqual(
    remarksOn(({ plans }) => (plans[3].monthlyPrice = "8955")).map(([code, path]) => [code, path]),
    [["no_discount_by_size", "/plans/3"]],
  );
});

test("a list price below the price, and names that lack a translation", () => {
  assert.deepEqual(
    remarksOn(({ plans }) => (plans[1].listPrice = "737.99")),
    [["list_price_below_price", "/plans/1/listPrice", '"listPrice": "737.99",']],
  );
  const remarks = remarksOn((list) => {
    for (const named of [list, ...list.plans, ...list.packs]) named.name.ja = "名";
    delete list.packs[1].name.ja;
  });
  assert.deepEqual(remarks, [["missing_translation", "/packs/1/name", '"name": {']]);
});

test("figures that changed while the version did not are a fault", () => {
  const cheaper = (list) => (list.plans[1].monthlyPrice = "700");
  const text = listWith(cheaper);
  const { faults } = lint(text, "--against", "easemob-cn");
  assert.equal(faults.length, 1);
  assert.deepEqual(
    [faults[0].code, faults[0].path, text.split("\n")[faults[0].line - 1].trim()],
    ["version_unchanged", "/version", `"version": "${JSON.parse(published).version}",`],
  );
  const renamed = (list) => {
    list.name.en = list.plans[1].name.en = "Other";
    list.plans[1].features["audio-3a"] = "limited-free";
  };
  assert.deepEqual(lint(listWith(renamed), "--against", "easemob-cn").faults, []);
});

test("what changed for whom", () => {
  const text = listWith((list) => {
    list.version = "2027-01-01";
    list.plans[1].monthlyPrice = "700";
    list.plans[2].monthlyMinutes = 410000;
    list.plans[3].id = "fleet";
    list.packs[0].price = "160";
    list.overage.price = "6.9";
    list.policy.renewal = { day: 25 };
    list.policy.downgrade.cutoff = "renewal-day";
  });
  const { faults, remarks, changes } = lint(text, "--against", "easemob-cn");
  assert.deepEqual([faults, remarks], [[], []]);
  const of = (subject, figure) =>
    changes
      .filter((change) => (change.plan ?? change.pack) === subject && change.figure === figure)
      .map(({ before, after }) => [before, after]);
  assert.deepEqual(of("basic", "monthlyPrice"), [[73800, 70000]]);
  // Premium from where 700.00 + (u - 120 000) x 6.90 / 1000 passes 2388.00: 364 637.68.
  assert.deepEqual(of("basic", "cheapestFor"), [[[[10001, 355714]], [[10001, 364637]]]]);
  assert.deepEqual(of("premium", "monthlyMinutes"), [[400000, 410000]]);
  assert.deepEqual(of("flagship", "offered"), [[true, false]]);
  assert.deepEqual(of("fleet", "offered"), [[false, true]]);
  assert.deepEqual(of("fleet", "monthlyPrice"), [[null, 839900]]);
  assert.deepEqual(of("pack-25k", "price"), [[16800, 16000]]);
  assert.deepEqual(of(undefined, "overage/price"), [[700, 690]]);
  assert.deepEqual(of(undefined, "policy/renewal/day"), [[1, 25]]);
  assert.equal(changes.filter(({ figure }) => figure.startsWith("features/")).length, 0);

  const { stdout } = prorata(["lint", file("list.json", text), "--against", "easemob-cn"]);
  assert.match(stdout, /^ {2}basic: monthlyPrice 738\.00 -> 700\.00$/m);
  assert.match(stdout, /^ {2}basic: cheapestFor 10001 to 355714 minutes -> 10001 to 364637 minutes$/m);
  assert.match(stdout, /^ {2}flagship: no longer offered$/m);
});

test("the order of plans is a figure, since it decides what is an upgrade", () => {
  const { faults, changes } = lint(
    listWith((list) => list.plans.splice(1, 0, ...list.plans.splice(2, 1))),
    "--against",
    "easemob-cn",
  );
  assert.deepEqual(
    faults.map(({ code }) => code),
    ["version_unchanged"],
  );
  assert.deepEqual(changes, [
    {
      figure: "plans/order",
      before: ["free", "basic", "premium", "flagship", "enterprise"],
      after: ["free", "premium", "basic", "flagship", "enterprise"],
    },
  ]);
});

test("another list is a remark, and so it is not said to lack a version", () => {
  const { faults, remarks } = lint(published, "--against", "shengwang-cn");
  assert.deepEqual([faults, remarks.map(({ code }) => code)], [[], ["another_list"]]);
});
