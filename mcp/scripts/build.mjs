// Makes mcp/dist: lint as a WebAssembly module, from the sources of the command.
import { buildAgentsServer } from "../../scripts/build.mjs";
import { main } from "../../scripts/step.mjs";

main(buildAgentsServer);
