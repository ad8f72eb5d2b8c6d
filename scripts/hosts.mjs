// Tries the packed package in every host of docs/hosts.md, those as well that take too long for every test run.
import { build } from "./build.mjs";
import { nodeTests } from "./node-tests.mjs";
import { setup } from "./setup.mjs";
import { main, run, step, summary } from "./step.mjs";

main(async () => {
  setup("test");
  await build();
  await step("examples", () => run("node", ["tests/hosts/examples.mjs", "all"]));
  await step("hosts", () => nodeTests("hosts"));
  await step("more hosts", () => nodeTests("hosts/more"));
  console.log(`\nAll passed.\n${summary()}`);
});
