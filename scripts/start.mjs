// Builds the page and serves it, under its strict headers, until interrupted.
import { build, buildPage } from "./build.mjs";
import { main } from "./step.mjs";

main(async () => {
  await build();
  await buildPage();
  const { preview } = await import("vite");
  const server = await preview({ root: "web", preview: { open: false } });
  server.printUrls();
});
