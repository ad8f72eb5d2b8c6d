// What a page loads, as sent with Brotli.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../bindings/dist", import.meta.url));

/** Raw, gzip and Brotli bytes of each script and module of the package. */
export function bytes() {
  const files = readdirSync(dist, { recursive: true }).filter((file) => /\.(js|mjs|wasm)$/.test(file));
  return Object.fromEntries(
    files.sort().map((file) => {
      const content = readFileSync(join(dist, file));
      const { length: gzip } = gzipSync(content, { level: 9 });
      return [file, { raw: content.length, gzip, brotli: brotliCompressSync(content).length }];
    }),
  );
}
