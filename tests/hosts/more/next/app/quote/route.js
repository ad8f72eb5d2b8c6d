import { loadCalculator } from "prorata";

export const dynamic = "force-dynamic";

export async function GET() {
  const calculator = await loadCalculator();
  return Response.json(calculator.quote({ on: "2024-08-16", account: { plan: "basic" }, plan: "flagship" }));
}
