// Builds the npm package: leaves bindings/dist ready to import.
import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { cmakeBuild } from "./cmake.mjs";
import { compress } from "./compress.mjs";
import { setup } from "./setup.mjs";
import { isMain, main, root, run, step } from "./step.mjs";

export async function build() {
  await step("setup", () => setup("build"));
  await step("WebAssembly module", () => cmakeBuild("wasm"));
  await buildPackage();
}

/** From the compiled module and the sources in bindings/, and the elements from those in web/. */
export const buildPackage = () =>
  step("npm package", () => {
    run("node", ["bindings/scripts/build.mjs"]);
    run("npm", ["--workspace", "web", "run", "build:elements"]);
  });

/** lint for Node, which the server for agents loads beside the npm package. */
export const buildAgentsServer = () =>
  step("lint for Node", () => {
    cmakeBuild("wasm", "prorata-lint");
    const dist = join(root, "mcp/dist");
    mkdirSync(dist, { recursive: true });
    for (const file of ["lint.mjs", "lint.wasm"]) copyFileSync(join(root, "build/wasm/mcp", file), join(dist, file));
    chmodSync(join(dist, "lint.wasm"), 0o644); // The linker makes it executable.
  });

/** From the npm package and the sources in web/. */
export const buildPage = () =>
  step("page", () => {
    run("npm", ["--workspace", "web", "run", "build"]);
    compress("web/dist");
  });

/** The examples that need building, with what tests/hosts installs for itself. */
export const buildExamples = () => step("examples", () => run("node", ["tests/hosts/examples.mjs"]));

if (isMain(import.meta)) main(build);
