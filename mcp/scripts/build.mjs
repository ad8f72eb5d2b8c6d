// Makes mcp/dist: lint as a WebAssembly module, from the sources of the command.
import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { cmakeBuild } from "../../scripts/cmake.mjs";
import { main, root } from "../../scripts/step.mjs";

main(() => {
  cmakeBuild("wasm", "prorata-lint");
  const dist = join(root, "mcp/dist");
  mkdirSync(dist, { recursive: true });
  for (const file of ["lint.mjs", "lint.wasm"]) copyFileSync(join(root, "build/wasm/mcp", file), join(dist, file));
  chmodSync(join(dist, "lint.wasm"), 0o644); // The linker makes it executable.
});
