import fc from "fast-check";
import type { Account, Media, Role } from "prorata";
import { dateIn, dayOf, daysIn, lastDate, monthOf, monthsAfter, monthsBetween } from "../calendar.js";
import type { Request, Verb } from "../reference.js";
import { type AccountDraw, accountDraw, accountOf, type Sizes } from "./account.js";
import { type DateDraw, dateDraw, dateOf } from "./date.js";
import { maybe, type Part, part, pick, present, scaled } from "./part.js";

/** A request that is yet to meet its price list. */
export type RequestDraw<V extends Verb = Verb> = (sizes: Sizes) => Request<V>;

interface Holding {
  on: DateDraw;
  account: AccountDraw | undefined;
}
const holding = { on: dateDraw, account: fc.option(accountDraw, { nil: undefined, freq: 5 }) };

const held = (sizes: Sizes, { on, account }: Holding): { on: string; account: Account | undefined } => {
  const date = dateOf(sizes.list, on);
  return { on: date, account: account && accountOf(sizes, date, account) };
};

const cart = {
  plan: fc.option(fc.nat(5), { nil: undefined, freq: 5 }),
  packs: maybe(
    fc.array(
      fc.record({
        kind: fc.nat(2),
        quantity: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constantFrom(9_999, 10_000)),
      }),
      { maxLength: 3 },
    ),
  ),
};

function ordered(
  { list }: Sizes,
  { plan, packs }: { plan: number | undefined; packs: { kind: number; quantity: number }[] | undefined },
) {
  const kinds = packs?.filter(
    ({ kind }, i) => kind < list.packs.length && packs.findIndex((pack) => pack.kind === kind) === i,
  );
  return {
    plan: plan === undefined ? undefined : pick(list.plans, plan).id,
    packs: kinds?.map(({ kind, quantity }) => ({ pack: list.packs[kind]?.id as string, quantity })),
  };
}

const quote = fc.record({ ...holding, ...cart }).map(
  (draw): RequestDraw<"quote"> =>
    (sizes) =>
      present<Request<"quote">>({ ...held(sizes, draw), ...ordered(sizes, draw) }),
);

const cover = fc.record({ ...holding, ...cart, more: part, times: fc.constantFrom(1, 1, 4) }).map(
  (draw): RequestDraw<"cover"> =>
    (sizes) => {
      const { on, account } = held(sizes, draw);
      const monthMinutes = atMost((account?.usedMinutes ?? 0) + draw.times * scaled(draw.more, sizes.minutes));
      return present<Request<"cover">>({ on, account, ...ordered(sizes, draw), monthMinutes });
    },
);

const compare = fc.record({ ...holding, usage: part, times: fc.constantFrom(1, 1, 4), months: maybe(part) }).map(
  (draw): RequestDraw<"compare"> =>
    (sizes) =>
      present<Request<"compare">>({
        ...held(sizes, draw),
        monthlyMinutes: atMost(draw.times * scaled(draw.usage, sizes.minutes)),
        months: draw.months === undefined ? undefined : 1 + scaled(draw.months, Number(sizes.list.packValidityMonths)),
      }),
);

const settle = fc
  .record({
    on: dateDraw,
    account: accountDraw,
    months: fc.oneof({ weight: 6, arbitrary: fc.nat(3) }, fc.nat(36)),
    through: part,
    usage: fc.array(part, { minLength: 36, maxLength: 36 }),
    used: maybe(part),
  })
  .map(
    (draw): RequestDraw<"settle"> =>
      (sizes) => {
        const { list, minutes } = sizes;
        const on = dateOf(list, draw.on);
        const account = accountOf(sizes, on, draw.account);
        const months = Math.min(draw.months, monthsBetween(monthOf(on), monthOf(lastDate)));
        const last = monthsAfter(monthOf(on), months);
        const from = months === 0 ? dayOf(on) : 1;
        const before = account.usedMinutes ?? 0;
        const usage = draw.usage
          .slice(0, months)
          .map((each, i) => atMost((i === 0 ? before : 0) + scaled(each, minutes)));
        return present<Request<"settle">>({
          on,
          account,
          through: dateIn(last, from + scaled(draw.through, daysIn(last) - from)),
          usage: months === 0 ? undefined : usage,
          usedMinutes: draw.used && atMost((months === 0 ? before : 0) + scaled(draw.used, minutes)),
        });
      },
  );

// Few months and little usage: the reference tries every schedule.
const optimize = fc
  .record({
    ...holding,
    forecast: fc.array(part, { minLength: 1, maxLength: 3, size: "max" }),
    times: fc.constantFrom(1, 2),
  })
  .map(
    (draw): RequestDraw<"optimize"> =>
      (sizes) => {
        const { on, account } = held(sizes, draw);
        const forecast = draw.forecast.map((each, i) =>
          atMost((i === 0 ? (account?.usedMinutes ?? 0) : 0) + draw.times * scaled(each, sizes.minutes)),
        );
        return present<Request<"optimize">>({ on, account, forecast });
      },
  );

const sdk = maybe(fc.constantFrom<"native" | "mini-program">("native", "mini-program"));
const side = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(400, Number.MAX_SAFE_INTEGER));
const use = fc.record({
  role: fc.constantFrom<Role>("host", "interactive-audience", "broadcast-audience"),
  seconds: part,
  what: fc.oneof(
    fc.record({ media: fc.constantFrom<Media>("audio", "hd", "fhd", "2k", "2k-plus") }),
    fc.record({ streams: fc.array(fc.record({ width: side, height: side }), { maxLength: 3 }) }),
  ),
});

const convert = fc.record({ sdk, usage: fc.array(use, { maxLength: 3 }) }).map(
  ({ sdk, usage }): RequestDraw<"convert"> =>
    ({ minutes }) =>
      present<Request<"convert">>({
        sdk,
        usage: usage.map(({ role, seconds, what }) => ({ role, seconds: scaled(seconds, minutes), ...what })),
      }),
);

const equivalents = fc.record({ sdk, minutes: part }).map(
  (draw): RequestDraw<"equivalents"> =>
    ({ minutes }) =>
      present<Request<"equivalents">>({ sdk: draw.sdk, minutes: scaled(draw.minutes, minutes) }),
);

const atMost = (minutes: number): number => Math.min(minutes, Number.MAX_SAFE_INTEGER);

export const requests: { [V in Verb]: fc.Arbitrary<RequestDraw<V>> } = {
  quote,
  purchase: quote,
  cover,
  compare,
  settle,
  convert,
  equivalents,
  optimize,
};

/** A date between, and what was used by then, to settle in two steps. */
export const halfway = fc.record({ date: part, used: part });
export type Halfway = { date: Part; used: Part };
