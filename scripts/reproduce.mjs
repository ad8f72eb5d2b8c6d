// `npm run reproduce`: two clean builds in two folders give the same module, byte by byte. Puts a bill of materials
// (CycloneDX) of it beside the module that this checkout has built.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { main, root, step } from "./step.mjs";

const modules = ["prorata.wasm", "page.wasm"];
const digestOf = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
const printed = (command, ...args) => execFileSync(command, args, { cwd: root }).toString();

/** Clones what is committed, builds it from nothing and answers the digest of each module. */
function builtAnew(name) {
  const folder = mkdtempSync(join(tmpdir(), name));
  try {
    const inFolder = { cwd: folder, stdio: ["ignore", "ignore", "inherit"] };
    execFileSync("git", ["clone", "--quiet", root, folder], inFolder);
    execFileSync("cmake", ["--preset", "wasm"], inFolder);
    execFileSync("cmake", ["--build", "--preset", "wasm"], inFolder);
    return modules.map((module) => digestOf(join(folder, "build/wasm/bindings", module)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function billOfMaterials() {
  const json = printed(
    "sh",
    "-c",
    "grep -h 'NLOHMANN_JSON_VERSION_' /usr/include/nlohmann/detail/abi_macros.hpp /usr/include/nlohmann/json.hpp || true",
  );
  const part = (name) => json.match(new RegExp(`${name} (\\d+)`))?.[1];
  const emscripten = printed("emcc", "--version").match(/(\d+\.\d+\.\d+)/)[1];
  const { version } = JSON.parse(readFileSync(join(root, "bindings/package.json"), "utf8"));
  const library = (name, release, license) => ({
    type: "library",
    "bom-ref": `${name}@${release}`,
    name,
    version: release,
    licenses: [{ license: { id: license } }],
  });
  const components = [
    library("nlohmann-json", ["MAJOR", "MINOR", "PATCH"].map(part).join("."), "MIT"),
    library("emscripten", emscripten, "MIT"),
  ];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: {
        ...library("prorata", version, "MIT"),
        hashes: modules.map((module) => ({
          alg: "SHA-256",
          content: digestOf(join(root, "build/wasm/bindings", module)),
        })),
      },
    },
    components,
    dependencies: [{ ref: `prorata@${version}`, dependsOn: components.map((component) => component["bom-ref"]) }],
  };
}

main(async () => {
  await build();
  let digests;
  await step("two clean builds", () => {
    digests = [builtAnew("prorata-one-"), builtAnew("prorata-another-place-")];
  });
  if (String(digests[0]) !== String(digests[1])) throw new Error(`The builds differ: ${digests.join(" and ")}`);
  writeFileSync(join(root, "bindings/dist/prorata.cdx.json"), `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
  console.log(
    `\nSame modules both times, SHA-256 ${digests[0]}. Its bill of materials is bindings/dist/prorata.cdx.json.`,
  );
});
