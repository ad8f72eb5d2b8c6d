import { loadCalculator } from "prorata";

export default async function Page() {
  const calculator = await loadCalculator();
  return <p>{calculator.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" }).amountDue}</p>;
}
