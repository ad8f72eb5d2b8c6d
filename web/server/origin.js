import { Refusal } from "./refusal.js";

/** What this machine calls itself. */
export const loopback = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses a request that a page of another site made a browser send. By the name it asks for: a site may let its own
 * name lead to this machine. By where it comes from: a request that changes something comes from this page alone.
 * What brings neither header is no browser.
 * @param {import("fastify").FastifyRequest} request
 * @param {readonly string[]} hosts the names served, without port
 */
export function refuseForeign({ method, headers }, hosts) {
  const { host = "", origin, "sec-fetch-site": site } = headers;
  const name = host.replace(/:\d*$/, "").toLowerCase();
  if (!hosts.includes(name)) throw new Refusal(421, "unknown_host", "This host is not served here.");
  if (["GET", "HEAD"].includes(method)) return;
  const isOwn =
    site === undefined
      ? origin === undefined || hostOf(origin) === host.toLowerCase()
      : ["same-origin", "none"].includes(String(site));
  if (!isOwn) throw new Refusal(403, "foreign_origin", "Another site's page cannot ask for this.");
}

/** @param {string} origin */
const hostOf = (origin) => /^https?:\/\/(.+)$/i.exec(origin)?.[1]?.toLowerCase();
