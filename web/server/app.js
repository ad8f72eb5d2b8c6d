import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import fastify from "fastify";
import { openAccountCentre } from "./account-centre.js";
import { bodyOf, sendError } from "./errors.js";
import { answerClientError, createHttpServer, endingOf, idOf } from "./http-server.js";
import { loopback, refuseForeign } from "./origin.js";
import { addRoutes } from "./routes.js";

const builtPage = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * @typedef {object} Options
 * @property {string} data folder of the database
 * @property {(() => string) | undefined} [today] instead of the current date in each price list's time zone
 * @property {boolean} [skipAhead] whether the date may be more than a month past the last one
 * @property {import("./checkout.js").Agreement | undefined} [agreement] what a buyer has to agree to
 * @property {readonly string[]} [hosts] the names the server is asked by, besides those of loopback
 * @property {string} [page] folder of the built page
 * @property {{ level: string, stream?: { write(line: string): void } }} [log] "info" tells every request
 * @property {Partial<import("./http-server.js").Limits>} [limits]
 */

/**
 * The server, not listening yet: the API under /api/v1, the built page elsewhere.
 * @param {Options} options
 */
export async function createApp({ page = builtPage, hosts = [], log = { level: "warn" }, ...options }) {
  const limits = { headers: 10_000, request: 20_000, end: 10_000, ...options.limits };
  const centre = await openAccountCentre(options);
  const served = [...loopback, ...hosts.map((host) => host.toLowerCase())];
  const app = fastify({
    logger: log,
    genReqId: (request) => String(idOf(/** @type {any} */ (request))),
    bodyLimit: 64 * 1024,
    serverFactory: (handle) => createHttpServer(handle, limits),
    return503OnClosing: false,
    frameworkErrors: sendError,
    clientErrorHandler: (error, socket) => {
      const id = answerClientError(error, socket, bodyOf);
      if (id !== undefined) app.log.info({ reqId: id, err: error }, "no request");
    },
    // Input is refused as it is, not bent into shape.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });
  const end = endingOf(app.server, limits);
  app.addHook("preClose", async () => end());
  app.addHook("onClose", async () => centre.close());
  // Only JSON is read, so that a form on another site cannot send an order.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(bodyOf(404)));

  // A load balancer asks by address.
  app.get("/health", async (_request, reply) => {
    reply.header("Cache-Control", "no-store");
    await centre.accounts();
    return { status: "ok" };
  });
  app.register(async (site) => {
    site.addHook("onRequest", async (request) => refuseForeign(request, served));
    site.register(async (api) => addRoutes(api, centre), { prefix: "/api/v1" });
    site.register(staticFiles, { root: page, preCompressed: true, cacheControl: false, setHeaders: setCaching });
  });
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
  // What is sent depends on it, also where that is the file as it is.
  response.setHeader("Vary", "Accept-Encoding");
}
