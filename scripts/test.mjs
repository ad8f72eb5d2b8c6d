// Everything that can fail, the quick and the basic first. Stops at the first failure.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { buildPackage, buildPage } from "./build.mjs";
import { lint } from "./lint.mjs";
import { setup } from "./setup.mjs";
import { main, root, run, step, summary } from "./step.mjs";

const workflow = (preset) => run("cmake", ["--workflow", "--preset", preset]);

const nodeTests = () =>
  readdirSync(join(root, "tests/bindings"))
    .filter((file) => file.endsWith(".test.mjs"))
    .map((file) => join("tests/bindings", file));

main(async () => {
  await step("setup", () => setup("test"));
  await step("native core", () => workflow("native"));
  await step("native core under sanitizers", () => workflow("sanitize"));
  await step("WebAssembly module", () => workflow("wasm"));
  await buildPackage();
  await step("npm package in Node", () => run("node", ["--test", ...nodeTests()]));
  await buildPage();
  await step("page for the golden vectors", () => run("npx", ["vite", "build", "tests/web/vectors"]));
  await step("browsers", () => run("npx", ["playwright", "test", "--config", "tests/web"]));
  await lint();
  console.log(`\nAll passed.\n${summary()}`);
});
