// A Worker that answers POST /quote. The package's own entry for this runtime brings the compiled module along.
import { loadCalculator, PricingError } from "prorata";

export default {
  async fetch(request) {
    if (request.method !== "POST" || new URL(request.url).pathname !== "/quote")
      return new Response(null, { status: 404 });
    const calculator = await loadCalculator();
    try {
      return Response.json(calculator.quote(await request.json()));
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      const { code, path, message } = error;
      return Response.json({ code, path, message }, { status: 400 });
    } finally {
      calculator.free();
    }
  },
};
