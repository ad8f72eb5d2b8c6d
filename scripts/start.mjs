// Builds the page and runs the example server, which serves it, until interrupted.
import { build, buildPage } from "./build.mjs";
import { main } from "./step.mjs";

main(async () => {
  await build();
  await buildPage();
  await import("../web/server/main.js");
});
