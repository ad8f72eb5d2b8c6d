// The built page as a browser gets it.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { startServer } from "./server.mjs";

const page = fileURLToPath(new URL("../../web/dist", import.meta.url));
const wasm = readdirSync(join(page, "assets")).find((name) => name.endsWith(".wasm"));

const files = [
  { path: "/", type: "text/html; charset=utf-8", caching: "no-cache" },
  { path: "/icon.svg", type: "image/svg+xml", caching: "no-cache" },
  { path: `/assets/${wasm}`, type: "application/wasm", caching: "public, max-age=31536000, immutable" },
];

test("each file has its type, the security headers, and a caching that suits its name", async (t) => {
  const server = await startServer(t, "2026-11-22", { page });
  for (const { path, type, caching } of files) {
    for (const encoding of ["br", "gzip", "identity"]) {
      const { status, headers } = await fetch(server.address + path, { headers: { "Accept-Encoding": encoding } });
      assert.equal(status, 200);
      assert.equal(headers.get("content-type"), type);
      assert.equal(headers.get("content-encoding") ?? "identity", encoding);
      assert.equal(headers.get("cache-control"), caching);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.match(
        headers.get("content-security-policy"),
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
      );
    }
  }
});

test("the API is not cached", async (t) => {
  const server = await startServer(t);
  const { headers } = await fetch(`${server.address}/api/v1/accounts`);
  assert.equal(headers.get("cache-control"), "no-store");
  assert.match(headers.get("content-type"), /^application\/json/);
});
