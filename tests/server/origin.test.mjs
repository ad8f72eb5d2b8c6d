// Who may ask: under which names, and from which pages.
import assert from "node:assert/strict";
import test from "node:test";
import { sendRaw } from "./raw.mjs";
import { newKey, startServer } from "./server.mjs";

const asking = (host) => `GET /api/v1/accounts HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

/** A recharge as a browser sends it. */
function recharging(headers, idempotencyKey = newKey()) {
  const body = JSON.stringify({ idempotencyKey, amount: 100 });
  const all = { Host: "localhost:8080", Connection: "close", "Content-Type": "application/json", ...headers };
  const lines = Object.entries({ ...all, "Content-Length": body.length }).map(([name, value]) => `${name}: ${value}`);
  return `POST /api/v1/accounts/newcomer/recharges HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

test("it is asked by the names of this machine, at any port", async (t) => {
  const server = await startServer(t);
  for (const host of ["localhost", "localhost:80", "LocalHost:1234", "127.0.0.1", "127.0.0.1:9", "[::1]:4173"]) {
    assert.equal((await sendRaw(server.address, asking(host))).status, 200, host);
  }
  for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", "[::2]", "10.0.0.1"]) {
    const { status, body } = await sendRaw(server.address, asking(host));
    assert.equal(status, 421, host);
    assert.equal(JSON.parse(body).code, "unknown_host");
  }
});

test("it is asked by the names it was given, too", async (t) => {
  const server = await startServer(t, "2026-11-22", { hosts: ["Console.example", "10.0.0.1"] });
  for (const host of ["console.example", "console.example:443", "10.0.0.1:4173", "localhost"]) {
    assert.equal((await sendRaw(server.address, asking(host))).status, 200, host);
  }
  assert.equal((await sendRaw(server.address, asking("other.example"))).status, 421);
});

test("the page is under the same names as the API", async (t) => {
  const server = await startServer(t);
  const page = asking("evil.example").replace("/api/v1/accounts", "/server.mjs");
  assert.equal((await sendRaw(server.address, page)).status, 421);
});

for (const { from, headers, status } of [
  { from: "a program", headers: {}, status: 201 },
  { from: "this page", headers: { "Sec-Fetch-Site": "same-origin", Origin: "http://localhost:8080" }, status: 201 },
  { from: "this page, in a browser that tells less", headers: { Origin: "http://localhost:8080" }, status: 201 },
  { from: "this page behind a proxy that speaks TLS", headers: { Origin: "https://localhost:8080" }, status: 201 },
  { from: "another port", headers: { Origin: "http://localhost:8081" }, status: 403 },
  { from: "another page of the same site", headers: { "Sec-Fetch-Site": "same-site" }, status: 403 },
  { from: "another site", headers: { "Sec-Fetch-Site": "cross-site" }, status: 403 },
  { from: "another site, in a browser that tells less", headers: { Origin: "https://evil.example" }, status: 403 },
  { from: "a page without an origin", headers: { Origin: "null" }, status: 403 },
]) {
  test(`a recharge from ${from} is answered ${status}`, async (t) => {
    const server = await startServer(t);
    const answer = await sendRaw(server.address, recharging(headers));
    assert.equal(answer.status, status, answer.body);
    const { balance } = (await server.get("/newcomer")).body.account;
    assert.equal(balance, status === 201 ? 100 : 0);
    if (status === 403) assert.equal(JSON.parse(answer.body).code, "foreign_origin");
  });
}
