/**
 * What the npm package answers to a golden case, in the two shapes a case can ask for: `{ expect: reply }`,
 * or `{ error: { code, path } }`. Knows neither Node nor the browser: both run it.
 *
 * @param {typeof import("prorata")} prorata
 * @param {string} verb
 * @param {any} vector
 */
export async function answer({ loadCalculator, PricingError }, verb, { catalog, request, quote }) {
  let calculator;
  try {
    calculator = await loadCalculator({ catalog: verb === "load" ? request : catalog });
    if (verb === "load") return { expect: calculator.catalog };
    if (typeof calculator[verb] !== "function") throw new Error(`a calculator has no method ${verb}`);
    return { expect: calculator[verb](request, ...(verb === "verify" ? [quote] : [])) };
  } catch (error) {
    if (!(error instanceof PricingError)) throw error;
    return { error: { code: error.code, path: error.path } };
  } finally {
    calculator?.free();
  }
}
