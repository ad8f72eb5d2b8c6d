// Random price lists, accounts and forecasts, small enough for a general solver and full of what is hard: packs that
// expire within the forecast, spikes, months without usage, pending changes and their withdrawal, refused and late
// downgrades.

/** A generator of the same numbers for the same seed (xorshift). */
export function randomFrom(seed) {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) next();
  return {
    /** A whole number from `least` to `most`. */
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}

const name = { en: "A", "zh-CN": "甲" };

// A minute of overage costs a whole amount, so that no month's rounding stands between the two answers.
export function instanceOf(base, seed) {
  const random = randomFrom(seed);
  const overage = random.whole(2, 9);
  const plans = Array.from({ length: random.whole(1, 4) }, (_, i) => {
    const minutes = random.whole(0, 300);
    const price = Math.floor(minutes * overage * (random.whole(20, 110) / 100));
    return { id: `plan-${i}`, name, monthlyPrice: String(price), monthlyMinutes: minutes, overage: "postpaid" };
  });
  const packs = Array.from({ length: random.whole(0, 3) }, (_, i) => {
    const minutes = random.whole(1, 400);
    const price = Math.floor(minutes * overage * (random.whole(30, 120) / 100));
    return { id: `pack-${i}`, name, minutes, price: String(price) };
  });
  const day = random.pick([1, 25]);
  const catalog = {
    ...base,
    id: "proof",
    currency: { code: "JPY", minorDigits: 0 },
    plans,
    defaultPlan: "plan-0",
    packs,
    packValidityMonths: random.whole(1, 5),
    overage: { price: String(overage), perMinutes: 1 },
    policy: {
      proration: {
        price: random.pick(["remaining-days", "full-month"]),
        rounding: random.pick(["net", "line"]),
        quota: random.pick(["day-weighted", "full-month"]),
      },
      renewal: { day },
      downgrade: {
        effective: "next-month",
        ...(random.chance(0.7) && { limitPerMonth: 1 }),
        charge: "on-renewal",
        cutoff: day === 1 ? "none" : random.pick(["renewal-day", "renewal-day-wait"]),
        withdrawal: random.pick(["self-serve", "through-sales"]),
      },
    },
  };

  const on = random.pick(["2024-01-01", "2024-02-29", "2024-05-16", "2024-08-26", "2024-12-31"]);
  const plan = random.pick(plans).id;
  const account = { plan, packs: [] };
  for (let i = random.whole(0, 3); i > 0; i--) {
    const monthsAgo = random.whole(0, catalog.packValidityMonths + 1);
    const month = new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1 - monthsAgo, 1));
    account.packs.push({ purchasedOn: month.toISOString().slice(0, 10), remainingMinutes: random.whole(0, 400) });
  }
  if (plans.length > 1 && random.chance(0.2)) {
    const other = random.pick(plans.filter(({ id }) => id !== plan)).id;
    const ahead = new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1 + random.whole(1, 4), 1));
    account.pendingChange = { plan: other, effectiveOn: ahead.toISOString().slice(0, 10) };
  } else if (random.chance(0.3)) {
    account.lastDowngradeOn = `${on.slice(0, 8)}01`;
  }
  const forecast = Array.from({ length: random.whole(1, 9) }, () =>
    random.chance(0.2) ? 0 : random.chance(0.2) ? random.whole(500, 3000) : random.whole(0, 600),
  );
  return { catalog, request: { on, account, forecast } };
}
