import { type Calculator, loadCalculator, type OptimizeRequest, type PricingError, type PurchasePlan } from "prorata";
import { answer } from "./answer.ts";

/** What is put to the worker: the price list as text, and a copy of the request. */
export interface Question {
  id: number;
  catalog: string;
  request: OptimizeRequest;
}

/** An error comes from the worker as its parts, for its class does not survive the way. */
export type Reply = { id: number } & (
  | { value: PurchasePlan }
  | { fault: Pick<PricingError, "code" | "path" | "message"> }
  | { failure: string }
);

let loaded: { catalog: string; calculator: Calculator } | undefined;

async function calculatorFor(catalog: string): Promise<Calculator> {
  if (loaded?.catalog === catalog) return loaded.calculator;
  loaded?.calculator.free();
  loaded = undefined;
  const calculator = await loadCalculator({ catalog: JSON.parse(catalog) });
  loaded = { catalog, calculator };
  return calculator;
}

/** Never rejects. */
export async function replyTo({ id, catalog, request }: Question): Promise<Reply> {
  try {
    const calculator = await calculatorFor(catalog);
    return { id, ...optimized(calculator, request) };
  } catch (error) {
    return { id, failure: String(error) };
  }
}

/** Throws where no calculator could be asked. */
export function optimized(calculator: Calculator, request: OptimizeRequest) {
  const { value, fault } = answer(() => calculator.optimize(request));
  return value ? { value } : { fault: { code: fault.code, path: fault.path, message: fault.message } };
}
