// Builds the page and runs the example server, which serves it, until interrupted.
import { build, buildPage } from "./build.mjs";
import { main, run } from "./step.mjs";

main(async () => {
  await build();
  await buildPage();
  run("node", ["web/server/main.js"]);
});
