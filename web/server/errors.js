import { Refusal } from "./refusal.js";

/** By status, what is told of a request that HTTP or the framework refuses. */
const codes = /** @type {Record<number, { code: string, message: string }>} */ ({
  403: { code: "not_found", message: "Nothing is here." },
  404: { code: "not_found", message: "Nothing is here." },
  408: { code: "too_slow", message: "The request did not arrive in time." },
  413: { code: "too_large", message: "The request is too large." },
  414: { code: "too_large", message: "The address is too long." },
  415: { code: "not_json", message: "Only JSON is read here." },
  431: { code: "too_large", message: "The head of the request is too large." },
});
const invalid = { code: "invalid_request", message: "The request is not understood." };

/** @param {number} status */
export const bodyOf = (status) => codes[status] ?? invalid;

/**
 * Errors are JSON { code, path?, message } and whatever a refusal adds; what went wrong in here stays in the log.
 * @param {any} error
 * @param {import("fastify").FastifyRequest} request
 * @param {import("fastify").FastifyReply} reply
 */
export function sendError(error, request, reply) {
  if (error instanceof Refusal) {
    const { status, code, message, details } = error;
    if (status === 503) reply.header("Retry-After", 1);
    return reply.code(status).send({ code, message, ...details });
  }
  if (error.validation) {
    const { instancePath, params, message } = error.validation[0];
    const member = params.missingProperty ?? params.additionalProperty;
    const path = member === undefined ? instancePath : `${instancePath}/${member}`;
    return reply.code(400).send({ code: "invalid_request", path, message });
  }
  if (error.statusCode >= 400 && error.statusCode < 500) {
    return reply.code(error.statusCode).send(bodyOf(error.statusCode));
  }
  request.log.error(error);
  return reply.code(500).send({ code: "internal_error", message: "The server failed; nothing was changed." });
}
