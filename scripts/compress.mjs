// Puts beside each text or WebAssembly file of a folder its compressed forms, for servers that send those.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "./step.mjs";

export function compress(folder) {
  for (const file of readdirSync(join(root, folder), { recursive: true })) {
    if (!/\.(html|js|css|svg|wasm)$/.test(file)) continue;
    const path = join(root, folder, file);
    const content = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(content));
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
}
