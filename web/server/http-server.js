import { randomUUID } from "node:crypto";
import { createServer, STATUS_CODES } from "node:http";
import { securityHeaders } from "./security-headers.js";

/** @typedef {import("node:http").ServerResponse} Response */
/**
 * In milliseconds: until the headers, and until the whole of a request is here; and, once the server ends, until an
 * answer it still owes is given up.
 * @typedef {{ headers: number, request: number, end: number }} Limits
 */

/** The header by which an answer and the lines of the log about it are found. */
export const requestId = "X-Request-Id";

/**
 * Node's HTTP server, which gives every answer its headers before anyone else sees the request: no framework's own
 * answer can leave without them.
 * @param {import("node:http").RequestListener} handle
 * @param {Limits} limits
 */
export function createHttpServer(handle, limits) {
  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: Math.min(limits.headers, 1_000),
    // Node would refuse it with nothing but a status line; here it is one of the hosts that are not served.
    requireHostHeader: false,
  });
  server.on("request", (request, response) => {
    // Ours, also where the client brings one: what stands in the log is not for it to choose.
    request.headers[requestId.toLowerCase()] = randomUUID();
    response.setHeaders(new Headers({ ...securityHeaders, [requestId]: String(idOf(request)) }));
    handle(request, response);
  });
  // Node would answer by itself here as well.
  server.on("checkExpectation", (request, response) => {
    request.headers.expect = undefined;
    server.emit("request", request, response);
  });
  return server;
}

/** @param {import("node:http").IncomingMessage} request */
export const idOf = (request) => request.headers[requestId.toLowerCase()];

/**
 * Answers what never became a request: no HTTP, too large a head, too slow.
 * @param {Error & { code?: string }} error
 * @param {import("node:net").Socket} socket
 * @param {(status: number) => object} bodyOf
 * @returns {string | undefined} the answer's id; none where nobody is there to read it
 */
export function answerClientError(error, socket, bodyOf) {
  const { _httpMessage: begun } = /** @type {{ _httpMessage?: Response }} */ (/** @type {unknown} */ (socket));
  if (error.code === "ECONNRESET" || !socket.writable || begun?.headersSent) {
    socket.destroy();
    return undefined;
  }
  const statuses = /** @type {Record<string, number>} */ ({ ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 });
  const status = statuses[error.code ?? ""] ?? 400;
  const id = randomUUID();
  const body = JSON.stringify(bodyOf(status));
  const headers = {
    ...securityHeaders,
    [requestId]: id,
    "Cache-Control": "no-store",
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", body].join("\r\n"), () => socket.destroy());
  return id;
}

/**
 * Prepares a server for its end: connections on which nothing is asked go at once (browsers open them ahead of need),
 * those on which something was asked once that is answered.
 * @param {import("node:http").Server} server
 * @param {Limits} limits
 * @returns {() => void} to be called when the end begins
 */
export function endingOf(server, { end }) {
  /** @type {Map<import("node:net").Socket, number>} answers owed on each */
  const owed = new Map();
  let isEnding = false;
  /** @param {import("node:net").Socket} socket */
  function owe(socket, /** @type {number} */ more) {
    const answers = (owed.get(socket) ?? 0) + more;
    owed.set(socket, answers);
    if (isEnding && answers === 0) socket.end();
  }
  server.on("connection", (socket) => {
    owe(socket, 0);
    socket.once("close", () => owed.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    owe(socket, 1);
    response.once("close", () => owe(socket, -1));
  });
  return () => {
    isEnding = true;
    for (const [socket, answers] of owed) if (answers === 0) socket.destroy();
    setTimeout(() => server.closeAllConnections(), end).unref();
  };
}
