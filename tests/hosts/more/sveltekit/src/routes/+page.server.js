import { loadCalculator } from "prorata";

export const prerender = true;

export async function load() {
  const calculator = await loadCalculator();
  const { amountDue } = calculator.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" });
  return { amountDue };
}
