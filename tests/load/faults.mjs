const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * What is not as it has to be after `done`: everything answered is listed, once and as it was answered, nothing beside
 * it, and each balance is what was recharged less what was ordered and used beyond the quota.
 */
export async function faultsIn({ get }, done) {
  const faults = [];
  for (const { id } of (await get("")).body) {
    const list = async (name) => (await get(`/${id}/${name}`)).body;
    const [orders, recharges, bills] = await Promise.all(["orders", "recharges", "bills"].map(list));
    const { balance } = (await get(`/${id}`)).body.account;
    const over = sum(bills.filter(({ closed }) => closed).map(({ overage }) => overage.amount));
    const expected = sum(recharges.map(({ amount }) => amount)) - sum(orders.map(({ amount }) => amount)) - over;
    if (balance !== expected) faults.push(`${id}: the balance is ${balance}, and its sum ${expected}.`);

    for (const [name, listed] of Object.entries({ orders, recharges })) {
      const answered = done.filter(({ path }) => path === `/${id}/${name}`).map(({ reply }) => reply);
      const known = new Map(listed.map((one) => [one.id, one]));
      if (known.size !== listed.length) faults.push(`${id}: two ${name} have one number.`);
      for (const reply of answered) {
        if (known.get(reply.id)?.amount !== reply.amount) faults.push(`${id}: ${name} ${reply.id} is lost.`);
        known.delete(reply.id);
      }
      // What is left was there from the start.
      const extra = [...known.values()].filter(({ on, kind }) => on === "2026-11-22" && kind !== "charge");
      for (const one of extra) faults.push(`${id}: ${name} ${one.id} was done, and nobody was told.`);
    }
  }
  return faults;
}
