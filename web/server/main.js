// Serves the built page and the API: PORT, HOST, PRORATA_DATA and PRORATA_TODAY say where, from what, and as of when.
import { fileURLToPath } from "node:url";
import { createApp } from "./app.js";

const {
  PORT = "4173",
  HOST = "127.0.0.1",
  PRORATA_DATA = fileURLToPath(new URL("../data", import.meta.url)),
  PRORATA_TODAY,
} = process.env;

const app = await createApp({ data: PRORATA_DATA, today: PRORATA_TODAY ? () => PRORATA_TODAY : undefined });
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => app.close());
console.log(`Prorata is at ${await app.listen({ port: Number(PORT), host: HOST })}`);
