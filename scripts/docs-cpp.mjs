// The pages of the C++ API, from the public headers; any warning is a fault.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { isMain, main, root, run, step } from "./step.mjs";

export const docsCpp = () =>
  step("C++ API pages", () => {
    mkdirSync(join(root, "build/docs"), { recursive: true });
    run("doxygen", ["docs/Doxyfile"], { quiet: true });
  });

if (isMain(import.meta))
  main(async () => {
    setup("test");
    await docsCpp();
  });
