// Everything that can fail, the quick and the basic first. Stops at the first failure.
import { browserTests } from "./browsers.mjs";
import { buildAgentsServer, buildExamples, buildPackage, buildPage } from "./build.mjs";
import { fuzz } from "./fuzz.mjs";
import { lint } from "./lint.mjs";
import { rules, seedFaults } from "./mutants.mjs";
import { nodeTests } from "./node-tests.mjs";
import { setup } from "./setup.mjs";
import { main, run, step, summary } from "./step.mjs";

const workflow = (preset) => run("cmake", ["--workflow", "--preset", preset]);

main(async () => {
  await step("setup", () => setup("test"));
  await step("native core", () => workflow("native"));
  await step("faults seeded in the rules", () => seedFaults({ count: 12, names: rules }));
  await step("command line", () => nodeTests("cli"));
  await step("installed library", () => nodeTests("install"));
  await step("native core under sanitizers", () => workflow("sanitize"));
  await step("WebAssembly module", () => workflow("wasm"));
  await buildPackage();
  await step("npm package in Node", () => nodeTests("bindings"));
  await step("bytes and instructions", () => nodeTests("budget"));
  await step("module against the rules written a second time", () => {
    run("npx", ["tsc", "--project", "tests/reference"]);
    run("node", ["build/reference/main.js", "150", "1"]);
    nodeTests("reference");
  });
  await buildAgentsServer();
  await step("server for agents", () => nodeTests("mcp"));
  await step("optimum against HiGHS", () => run("node", ["tests/proof/main.mjs", "300"]));
  await buildPage();
  await step("server", () => nodeTests("server"));
  await step("server under load", () => run("node", ["tests/load/main.mjs", "10"]));
  await step("page for the golden vectors", () => run("npx", ["vite", "build", "tests/web/vectors"]));
  await buildExamples();
  await step("packed package in its hosts", () => nodeTests("hosts"));
  await step("documents", () => nodeTests("docs"));
  await browserTests();
  await step("WebKit", () => nodeTests("webkit"));
  await step("fuzzing", () => fuzz("-runs=20000"));
  await lint();
  console.log(`\nAll passed.\n${summary()}`);
});
