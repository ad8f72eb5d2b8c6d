import { amount, date, integer, isObject, list, minutes, object, type Shape, text, word } from "./shape.js";

const account = object(
  { plan: text },
  {
    history: list(object({ plan: text, from: date })),
    pendingChange: object({ plan: text, effectiveOn: date }),
    lastDowngradeOn: date,
    packs: list(object({ purchasedOn: date, remainingMinutes: minutes }, { pack: text })),
    usedMinutes: minutes,
    balance: amount,
    nextMonthDifference: amount,
  },
);
const cart = { plan: text, packs: list(object({ pack: text, quantity: integer(1, 10_000) })) };
const sdk = word("native", "mini-program");

const use: Shape = (value, path) => {
  const ways = isObject(value) ? ["media", "streams"].filter((name) => Object.hasOwn(value, name)) : ["media"];
  const shape = object(
    { role: word("host", "interactive-audience", "broadcast-audience"), seconds: minutes },
    { media, streams: list(object({ width: integer(1), height: integer(1) })) },
  )(value, path);
  if (ways.length === 2) shape.push({ code: "invalid_value", path: `${path}/streams` });
  if (ways.length === 0) shape.push({ code: "missing_field", path: `${path}/media` });
  return shape;
};

const media: Shape = (value, path) =>
  word(
    "audio",
    "hd",
    "fhd",
    "2k",
    "2k-plus",
  )(value, path).flatMap((fault) =>
    fault.code === "invalid_value" ? [fault, { ...fault, code: "unsupported_media" }] : [fault],
  );

/** What each verb is asked. */
export const shapes = {
  quote: object({ on: date }, { account, ...cart }),
  purchase: object({ on: date }, { account, ...cart }),
  cover: object({ on: date, monthMinutes: minutes }, { account, ...cart }),
  compare: object({ on: date, monthlyMinutes: minutes }, { account, months: integer(0) }),
  settle: object({ on: date, account, through: date }, { usage: list(minutes), usedMinutes: minutes }),
  optimize: object({ on: date, forecast: list(minutes, 1, 36) }, { account }),
  convert: object({ usage: list(use) }, { sdk }),
  equivalents: object({ minutes }, { sdk }),
};
