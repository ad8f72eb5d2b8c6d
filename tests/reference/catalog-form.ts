import { toMinor } from "./catalog.js";
import { largest } from "./exact.js";
import { integer, isObject, list, minutes, object, record, type Shape, text, word, yes } from "./shape.js";

/** Where a price list is at fault: any of these places may be named, each as `invalid_catalog`. */
export function placesAtFault(document: unknown): string[] {
  const form = formOf(document)(document, "").map(({ path }) => path);
  return form.length > 0 ? form : contradictions(document as Listed);
}

function formOf(document: unknown): Shape {
  const money = moneyOf(document);
  const features = { features: record(word("included", "limited-free")) };
  const sales = object({ id, name: localized, contactSales: yes }, { minimumMinutes: minutes, ...features });
  const selfServe = object(
    { id, name: localized, monthlyPrice: money, monthlyMinutes: minutes, overage: word("postpaid", "suspend") },
    { listPrice: money, bonusMinutes: minutes, ...features },
  );
  const plan: Shape = (value, path) =>
    (isObject(value) && Object.hasOwn(value, "contactSales") ? sales : selfServe)(value, path);
  return object(
    {
      id,
      version: id,
      name: localized,
      currency: object({ code: matching(/^[A-Z]{3}$/), minorDigits }),
      timeZone,
      plans: list(plan, 1, 256),
      defaultPlan: text,
      packs: list(object({ id, name: localized, minutes: integer(1), price: money }), 0, 64),
      packValidityMonths: integer(1, 120),
      overage: object({ price: money, perMinutes: integer(1) }),
      conversion,
      policy,
    },
    { $schema: text, source: text },
  );
}

const minorDigits = integer(0, 4);

// An id that is empty names nothing.
const id: Shape = (value, path) => (value === "" ? [{ code: "invalid_catalog", path }] : text(value, path));

const localized: Shape = (value, path) => [
  ...object({ en: text, "zh-CN": text })(value, path).filter(({ code }) => code !== "unknown_field"),
  ...(isObject(value) ? record(text)(value, path) : []),
];

const matching =
  (pattern: RegExp): Shape =>
  (value, path) =>
    typeof value === "string" && pattern.test(value) ? [] : [{ code: "invalid_catalog", path }];

/** As many decimals as the currency has; where that cannot be told, the price is not what is wrong. */
function moneyOf(document: unknown): Shape {
  const digits = isObject(document) && isObject(document.currency) ? document.currency.minorDigits : undefined;
  if (minorDigits(digits, "").length > 0) return text;
  const form = matching(digits === 0 ? /^\d+$/ : new RegExp(`^\\d+(\\.\\d{1,${digits}})?$`));
  return (value, path) => {
    const faults = form(value, path);
    if (faults.length > 0 || toMinor(value as string, digits as number) <= largest) return faults;
    return [{ code: "invalid_catalog", path }];
  };
}

const timeZone: Shape = (value, path) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: String(value) });
    return text(value, path);
  } catch {
    return [{ code: "invalid_catalog", path }];
  }
};

const pixels = integer(1);
const medium = word("audio", "hd", "fhd", "2k", "2k-plus");
const coefficients = object(
  {},
  Object.fromEntries(
    ["audio", "hd", "fhd", "2k", "2k-plus"].map((media) => [media, matching(/^\d+(\.\d+)?$/)] as const),
  ),
);
const roles = object(
  {},
  { host: coefficients, "interactive-audience": coefficients, "broadcast-audience": coefficients },
);
const conversion = object(
  {
    video: list(object({ media: medium }, { maxPixels: pixels }), 1),
    coefficients: object({}, { native: roles, "mini-program": roles }),
  },
  { calibrations: list(object({ pixels, as: pixels })) },
);

const renewal: Shape = (value, path) => {
  const faults = object({}, { day: integer(1, 28), daysBeforeMonthEnd: integer(0, 26) })(value, path);
  if (!isObject(value)) return faults;
  const said = ["day", "daysBeforeMonthEnd"].filter((name) => Object.hasOwn(value, name));
  return said.length === 1 ? faults : [...faults, { code: "invalid_catalog", path }];
};

const policy = object({
  proration: object({
    price: word("remaining-days", "full-month"),
    rounding: word("net", "line"),
    quota: word("day-weighted", "full-month"),
  }),
  renewal,
  downgrade: object(
    {
      effective: word("next-month", "immediately"),
      charge: word("on-renewal", "on-request"),
      cutoff: word("none", "renewal-day", "renewal-day-wait"),
    },
    { limitPerMonth: integer(1, 1), withdrawal: word("through-sales", "self-serve") },
  ),
});

interface Listed {
  plans: { id: string; contactSales?: true; overage?: string; monthlyMinutes?: number; bonusMinutes?: number }[];
  defaultPlan: string;
  packs: { id: string }[];
  conversion: { video: { maxPixels?: number }[]; calibrations?: { pixels: number }[] };
  policy: {
    proration: { price: string; quota: string };
    renewal: { day?: number };
    downgrade: { effective: string; charge: string; cutoff: string; withdrawal?: string };
  };
}

function contradictions({
  plans,
  defaultPlan,
  packs,
  conversion: { video, calibrations = [] },
  policy,
}: Listed): string[] {
  function twice<M extends string>(at: string, things: { [N in M]: unknown }[], member: M): string[] {
    const isAgain = (value: unknown, i: number) => things.findIndex((thing) => thing[member] === value) < i;
    return things.flatMap((thing, i) => (isAgain(thing[member], i) ? [`${at}/${i}/${member}`] : []));
  }
  return [
    ...twice("/plans", plans, "id"),
    ...twice("/packs", packs, "id"),
    ...twice("/conversion/calibrations", calibrations, "pixels"),
    ...(plans.some(({ overage }) => overage === "postpaid") ? [] : ["/plans"]),
    ...plans.flatMap(({ bonusMinutes = 0, monthlyMinutes = 0 }, i) =>
      bonusMinutes > monthlyMinutes ? [`/plans/${i}/bonusMinutes`] : [],
    ),
    ...(plans.some(({ id, contactSales }) => id === defaultPlan && !contactSales) ? [] : ["/defaultPlan"]),
    ...video.flatMap(({ maxPixels }, i) => {
      const last = i === video.length - 1;
      const above = video[i - 1]?.maxPixels ?? -1;
      return last === (maxPixels === undefined) && (last || (maxPixels as number) > above)
        ? []
        : [`/conversion/video/${i}/maxPixels`];
    }),
    ...policyContradictions(policy),
  ];
}

export function policyContradictions({ proration, renewal, downgrade }: Listed["policy"]): string[] {
  const places: string[] = [];
  const forbid = (place: string, wrong: boolean) => {
    if (wrong) places.push(`/policy/${place}`);
  };
  const atOnce = downgrade.effective === "immediately";
  forbid("proration/price", atOnce && proration.price === "full-month");
  forbid("proration/quota", atOnce && proration.quota === "full-month");
  forbid("downgrade/charge", atOnce && downgrade.charge === "on-request");
  forbid("downgrade/cutoff", atOnce && downgrade.cutoff !== "none");
  forbid("downgrade/cutoff", !atOnce && downgrade.cutoff === "none" && renewal.day !== 1);
  forbid("downgrade/withdrawal", downgrade.charge === "on-request" && downgrade.withdrawal === "self-serve");
  return places;
}
