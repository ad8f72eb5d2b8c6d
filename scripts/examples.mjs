// Builds the package and the examples that use a framework, and serves all examples until interrupted.
import { build, buildExamples } from "./build.mjs";
import { main } from "./step.mjs";

main(async () => {
  await build();
  await buildExamples();
  const { createExamples } = await import("../examples/server.js");
  const address = await createExamples().listen({ port: Number(process.env.PORT ?? 4174), host: "127.0.0.1" });
  console.log(
    `\nPlain HTML: ${address}/\nIts parts: ${address}/parts.html\nReact: ${address}/react/\nVue: ${address}/vue/\nSvelte: ${address}/svelte/`,
  );
});
