import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import fastify from "fastify";
import { openAccountCentre } from "./account-centre.js";
import { Refusal } from "./refusal.js";
import { addRoutes } from "./routes.js";
import { securityHeaders } from "./security-headers.js";

const builtPage = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * The server, not listening yet: the API under /api/v1, the built page elsewhere.
 * @param {{ data: string, today?: (() => string) | undefined, page?: string }} options
 *   `data`: folder of the database; `today`: instead of the current date in each price list's time zone;
 *   `page`: folder of the built page
 */
export async function createApp({ data, today, page = builtPage }) {
  const centre = await openAccountCentre({ data, today });
  const app = fastify({
    logger: { level: "warn" },
    bodyLimit: 64 * 1024,
    // Browsers open connections ahead of need, and the end would wait for them. Orders are recorded at one go, so that
    // none is left half made.
    forceCloseConnections: true,
    // Input is refused as it is, not bent into shape.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });
  app.addHook("onClose", async () => centre.close());
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(securityHeaders);
  });
  // Only JSON is read, so that a form on another site cannot send an order.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: "not_found", message: "Nothing is here." }));

  app.register(async (api) => addRoutes(api, centre), { prefix: "/api/v1" });
  app.register(staticFiles, { root: page, preCompressed: true, cacheControl: false, setHeaders: setCaching });
  return app;
}

/**
 * The build gives a changed asset another name; everything else is asked for anew.
 * @param {{ setHeader(name: string, value: string): void }} response
 * @param {string} path
 */
function setCaching(response, path) {
  const isAsset = /[\\/]assets[\\/]/.test(path);
  response.setHeader("Cache-Control", isAsset ? "public, max-age=31536000, immutable" : "no-cache");
}

/**
 * Errors are JSON { code, path?, message } and whatever a refusal adds; what went wrong in here stays in the log.
 * @param {any} error
 * @param {import("fastify").FastifyRequest} request
 * @param {import("fastify").FastifyReply} reply
 */
function sendError(error, request, reply) {
  if (error instanceof Refusal) {
    const { status, code, message, details } = error;
    return reply.code(status).send({ code, message, ...details });
  }
  if (error.validation) {
    const { instancePath, params, message } = error.validation[0];
    const member = params.missingProperty ?? params.additionalProperty;
    const path = member === undefined ? instancePath : `${instancePath}/${member}`;
    return reply.code(400).send({ code: "invalid_request", path, message });
  }
  if (error.statusCode >= 400 && error.statusCode < 500) {
    const code = error.statusCode === 413 ? "too_large" : error.statusCode === 415 ? "not_json" : "invalid_request";
    return reply.code(error.statusCode).send({ code, message: error.message });
  }
  request.log.error(error);
  return reply.code(500).send({ code: "internal_error", message: "The server failed; nothing was changed." });
}
