import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../web/server/app.js";

/**
 * The real server on a port of its own, with sample accounts in a folder of its own. `today` may be set to a later
 * date; `restart` begins anew on the same data, on a port of its own again unless one is given.
 * @param {{ today?: string, page?: string, arrange?: (app: import("fastify").FastifyInstance) => void }} options
 *   `page`: folder of the built page; `arrange`: what a test adds to a server before it listens
 */
export async function openServer({ today = "2026-11-16", page, arrange = () => {} } = {}) {
  const data = mkdtempSync(join(tmpdir(), "prorata-"));
  let app;

  async function listen(port) {
    app = await createApp({ data, today: () => server.today, page });
    arrange(app);
    server.address = await app.listen({ port, host: "127.0.0.1" });
  }

  const server = {
    address: "",
    today,
    async restart(port = 0) {
      await app.close();
      await listen(port);
    },
    async close() {
      await app.close();
      rmSync(data, { recursive: true });
    },
  };
  await listen(0);
  return server;
}
