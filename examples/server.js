// The examples under the page's own strict headers: plain HTML at /, the others at /react/, /vue/ and /svelte/, and at
// /prorata/ the package as it stands in node_modules/prorata/dist.
import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import fastify from "fastify";
import { securityHeaders } from "../web/server/security-headers.js";

const folders = {
  "/": "plain",
  "/react/": "../tests/hosts/work/react/dist",
  "/vue/": "../tests/hosts/work/vue/dist",
  "/svelte/": "../tests/hosts/work/svelte/dist",
  "/prorata/": "../bindings/dist",
};

export function createExamples() {
  const app = fastify({ logger: { level: "warn" } });
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(securityHeaders);
  });
  for (const [prefix, folder] of Object.entries(folders)) {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    app.register(staticFiles, { root, prefix, decorateReply: false });
  }
  return app;
}
