import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../web/server/app.js";

/**
 * The real server on a port of its own, with sample accounts in a folder of its own. `today` may be set to a later
 * date; `restart` begins anew on the same data, on a port of its own again unless one is given.
 * @param {{ data?: string, arrange?: (app: import("fastify").FastifyInstance) => void }
 *         & Omit<Partial<import("../web/server/app.js").Options>, "today"> & { today?: string }} options
 *   `data`: a folder that is there before and afterwards; `arrange`: what a test adds to a server before it listens;
 *   the others are the server's own
 */
export async function openServer({ today = "2026-11-16", data, arrange = () => {}, ...options } = {}) {
  const folder = data ?? mkdtempSync(join(tmpdir(), "prorata-"));
  let app;

  async function listen(port) {
    app = await createApp({ skipAhead: true, ...options, data: folder, today: () => server.today });
    arrange(app);
    server.address = await app.listen({ port, host: "127.0.0.1" });
  }

  const server = {
    address: "",
    today,
    data: folder,
    async restart(port = 0) {
      await app.close();
      await listen(port);
    },
    async close() {
      await app.close();
      if (data === undefined) rmSync(folder, { recursive: true });
    },
  };
  await listen(0);
  return server;
}
