// Installs the packed package and the frameworks, and builds the examples that use them, for examples/server.js.
import { join } from "node:path";
import { project, run } from "./host.mjs";
import { installHosts } from "./install.mjs";

installHosts({ all: process.argv[2] === "all" });
for (const name of ["react", "vue", "svelte"]) {
  const path = project(name, join(import.meta.dirname, "../../examples", name));
  console.log(run("npm", ["run", "build"], { cwd: path }));
}
