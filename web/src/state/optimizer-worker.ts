// Optimises beside the page, which stays free to be used meanwhile.
import { type Calculator, loadCalculator } from "prorata";
import { isPricingError } from "./answer.ts";
import type { Question, Reply } from "./optimizer.ts";

let loaded: { catalog: string; calculator: Calculator } | undefined;

async function calculatorFor(catalog: string): Promise<Calculator> {
  if (loaded?.catalog === catalog) return loaded.calculator;
  loaded?.calculator.free();
  loaded = undefined;
  const calculator = await loadCalculator({ catalog: JSON.parse(catalog) });
  loaded = { catalog, calculator };
  return calculator;
}

async function reply({ id, catalog, request }: Question): Promise<Reply> {
  try {
    const calculator = await calculatorFor(catalog);
    return { id, value: calculator.optimize(request) };
  } catch (error) {
    if (isPricingError(error)) {
      const { code, path, message } = error;
      return { id, fault: { code, path, message } };
    }
    return { id, failure: String(error) };
  }
}

addEventListener("message", async ({ data }: MessageEvent<Question>) => postMessage(await reply(data)));
