// The purchase problem as a mixed-integer program for a general solver, written from the rules and not from the
// optimiser: one flow of minutes for each purchase and month.

const monthNumber = (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The program in CPLEX's LP format. Every plan of the instance bills its overage. */
export function programOf(calculator, { on, account, forecast }) {
  const { plans, packs, packValidityMonths, overage, policy } = calculator.catalog;
  const months = forecast.map((_, month) => month);
  const held = plans.findIndex(({ id }) => id === account.plan);
  const tierOf = (id) => plans.findIndex((plan) => plan.id === id);

  const cost = [];
  const rows = [];
  const whole = [];
  const binary = [];
  const quota = months.map(() => []);

  const pending = account.pendingChange && {
    tier: tierOf(account.pendingChange.plan),
    month: monthNumber(account.pendingChange.effectiveOn) - monthNumber(on),
  };
  // A change that can be withdrawn is taken back where `w` is 1; the account then counts as without it.
  const withdrawable = pending && calculator.quote({ on, account, plan: account.plan }).planChange.kind === "withdraw";
  if (withdrawable) binary.push("w");
  const { pendingChange: _, ...free } = account;
  const unbound = !pending || withdrawable ? free : account;

  for (const month of months) {
    const names = [];
    plans.forEach((plan, tier) => {
      const name = `y_${month}_${tier}`;
      let price = plan.monthlyPrice;
      let minutes = plan.monthlyMinutes;
      if (month === 0) {
        const bill = calculator.quote({ on, account: unbound, plan: plan.id });
        const atOnce = bill.planChange.allowed && bill.planChange.effectiveOn === on;
        if (tier !== held && !atOnce) return;
        price = bill.amountDue;
        minutes = bill.quota.after;
      }
      const bound =
        pending && ((month < pending.month && tier !== held) || (month === pending.month && tier < pending.tier));
      if (bound && !withdrawable) return;
      if (bound) rows.push(`${name} - w <= 0`);
      binary.push(name);
      names.push(name);
      cost.push([price, name]);
      quota[month].push([minutes, name]);
    });
    rows.push(`${names.join(" + ")} = 1`);
  }

  // Where a downgrade asked for today is refused or would start a month later, the second month does not step down,
  // unless a scheduled change is kept.
  const { limitPerMonth, cutoff } = policy.downgrade;
  const limited = limitPerMonth === 1 && account.lastDowngradeOn?.slice(0, 7) === on.slice(0, 7);
  const late = cutoff !== "none" && policy.renewal.day > 1 && Number(on.slice(8)) >= policy.renewal.day;
  const keepsTier = (!pending || withdrawable) && months.length > 1 && (limited || late);
  for (const [low] of keepsTier ? plans.entries() : []) {
    for (let high = low + 1; high < plans.length; high++) {
      if (!binary.includes(`y_0_${high}`) || !binary.includes(`y_1_${low}`)) continue;
      rows.push(`y_0_${high} + y_1_${low}${withdrawable ? " + w <= 2" : " <= 1"}`);
    }
  }

  const drawn = months.map(() => []);
  const lots = [
    ...months.map((bought) => ({ name: `b${bought}`, from: bought, through: bought + packValidityMonths, bought })),
    ...account.packs.map(({ purchasedOn, remainingMinutes }, i) => {
      const bought = monthNumber(purchasedOn) - monthNumber(on);
      return { name: `o${i}`, from: 0, through: bought + packValidityMonths, minutes: remainingMinutes };
    }),
  ];
  for (const { name, through, from, bought, minutes } of lots) {
    const flows = months.filter((month) => month >= from && month <= through).map((month) => `f_${name}_${month}`);
    for (const flow of flows) drawn[Number(flow.split("_")[2])].push(flow);
    if (flows.length === 0) continue;
    if (minutes !== undefined) {
      rows.push(`${flows.join(" + ")} <= ${minutes}`);
      continue;
    }
    const kinds = packs.map((pack, kind) => {
      const count = `n_${bought}_${kind}`;
      whole.push(count);
      cost.push([pack.price, count]);
      return ` - ${pack.minutes} ${count}`;
    });
    rows.push(`${flows.join(" + ")}${kinds.join("")} <= 0`);
  }

  for (const month of months) {
    cost.push([overage.price, `v_${month}`]);
    const sources = [...quota[month].map(([minutes, name]) => `${minutes} ${name}`), ...drawn[month], `v_${month}`];
    rows.push(`${sources.join(" + ")} >= ${forecast[month]}`);
  }

  const objective = cost.map(([price, name]) => `${price < 0 ? "-" : "+"} ${Math.abs(price)} ${name}`).join(" ");
  return [
    "Minimize",
    ` total: ${objective}`,
    "Subject To",
    ...rows.map((row, i) => ` r${i}: ${row}`),
    ...(whole.length > 0 ? ["General", ` ${whole.join(" ")}`] : []),
    "Binary",
    ` ${binary.join(" ")}`,
    "End",
  ].join("\n");
}
