// Whatever is asked, and however badly: the answer has the documented shape, the security headers and an id.
import assert from "node:assert/strict";
import test from "node:test";
import { securityHeaders } from "../../web/server/security-headers.js";
import { sendRaw } from "./raw.mjs";
import { startServer } from "./server.mjs";

const get = (path, more = "") => `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`;
const post = (path, body, type = "application/json") =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const recharges = "/api/v1/accounts/newcomer/recharges";

/** What is sent, and with what status and code it is refused. */
const refused = {
  "a malformed address": [get("/%zz"), 400, "invalid_request"],
  "an address that is no UTF-8": [get("/api/v1/accounts/%ff"), 400, "invalid_request"],
  "an account with a name too long to be one": [
    post(`/api/v1/accounts/${"x".repeat(200)}/orders`, "{}"),
    414,
    "too_large",
  ],
  "a file there is not": [get("/nothing.js"), 404, "not_found"],
  "a way out of the folder": [get("/%2e%2e/%2e%2e/package.json"), 403, "not_found"],
  "a range outside of the file": [get("/server.mjs", "Range: bytes=9999999-\r\n"), 416, "invalid_request"],
  "a version of the file there is not": [get("/server.mjs", 'If-Match: "no"\r\n'), 412, "invalid_request"],
  "a method there is not here": [get("/api/v1/accounts").replace("GET", "DELETE"), 404, "not_found"],
  "the server as such": [get("*").replace("GET", "OPTIONS"), 404, "not_found"],
  "no HTTP": ["no HTTP\r\n\r\n", 400, "invalid_request"],
  "a method nobody knows": [get("/").replace("GET", "GRAB"), 400, "invalid_request"],
  "too large a head": [get("/", `X: ${"x".repeat(20_000)}\r\n`), 431, "too_large"],
  "a wish nobody grants": [get("/nothing", "Expect: a miracle\r\n"), 404, "not_found"],
  "a body cut off by its own length": [
    post(recharges, '{"amount":1}').replace("Content-Length: 12", "Content-Length: x"),
    400,
    "invalid_request",
  ],
  "no JSON": [post(recharges, "{"), 400, "invalid_request"],
  "a prototype": [post(recharges, '{"__proto__":1}'), 400, "invalid_request"],
  "a form": [post(recharges, "amount=1", "application/x-www-form-urlencoded"), 415, "not_json"],
  "plain text": [post(recharges, "{}", "text/plain"), 415, "not_json"],
  "no type at all": [post(recharges, "{}").replace("Content-Type", "X-Type"), 415, "not_json"],
  "a body too large": [post(recharges, "x".repeat(100_000)), 413, "too_large"],
  "a body of the wrong shape": [post(recharges, "[]"), 400, "invalid_request"],
  "no host": ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 421, "unknown_host"],
  "an old HTTP without one": ["GET / HTTP/1.0\r\n\r\n", 421, "unknown_host"],
};

for (const [what, [text, status, code]] of Object.entries(refused)) {
  test(`${what}: ${status} ${code}`, async (t) => {
    const server = await startServer(t);
    const answer = await sendRaw(server.address, text);
    assert.equal(answer.status, status, answer.body);
    for (const [name, value] of Object.entries(securityHeaders)) assert.equal(answer.headers.get(name), value);
    assert.match(answer.headers.get("X-Request-Id"), /^[\da-f-]{36}$/);
    assert.match(answer.headers.get("Content-Type"), /^application\/json/);
    const body = JSON.parse(answer.body);
    assert.equal(body.code, code);
    assert.match(body.message, /\S/);
    for (const member of Object.keys(body)) assert.ok(["code", "message", "path"].includes(member), member);
  });
}

test("what is not refused has the headers as well, and an id that is not the client's to choose", async (t) => {
  const server = await startServer(t);
  const ids = new Set();
  for (const path of ["/server.mjs", "/health", "/api/v1/accounts", "/api/v1/accounts/subscriber"]) {
    const response = await fetch(server.address + path, { headers: { "X-Request-Id": "mine" } });
    assert.equal(response.status, 200);
    for (const [name, value] of Object.entries(securityHeaders)) assert.equal(response.headers.get(name), value);
    ids.add(response.headers.get("X-Request-Id"));
  }
  assert.equal(ids.size, 4);
  assert.ok(!ids.has("mine"));
});

test("the page may be shown in no frame, and reads nothing of the machine", () => {
  assert.match(securityHeaders["Content-Security-Policy"], /frame-ancestors 'none'/);
  assert.equal(securityHeaders["Cross-Origin-Opener-Policy"], "same-origin");
  assert.equal(securityHeaders["Cross-Origin-Resource-Policy"], "same-origin");
  assert.equal(securityHeaders["Referrer-Policy"], "no-referrer");
  assert.match(securityHeaders["Permissions-Policy"], /payment=\(\)/);
});

test("its health is told under any name, and not to be kept", async (t) => {
  const server = await startServer(t);
  const text = "GET /health HTTP/1.1\r\nHost: 10.0.0.1\r\nConnection: close\r\n\r\n";
  const { status, headers, body } = await sendRaw(server.address, text);
  assert.equal(status, 200);
  assert.equal(headers.get("Cache-Control"), "no-store");
  assert.deepEqual(JSON.parse(body), { status: "ok" });
});
