// Makes bindings/dist from the schema, the sources and the WebAssembly module that CMake has built before.
import { execFileSync } from "node:child_process";
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { typesOf } from "./types.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const schema = join(root, "core/schema");
const sources = join(root, "bindings/src");
const generated = join(root, "bindings/src/generated");
const dist = join(root, "bindings/dist");
// Where dist comes into being, so that there always is a whole one.
const fresh = join(root, "build/dist");
const raw = join(root, "build/wasm/bindings/prorata");

async function isUpToDate() {
  const inputs = [`${raw}.mjs`, `${raw}.wasm`, join(root, "bindings/tsconfig.json"), join(root, "package-lock.json")];
  for (const folder of [schema, sources, join(root, "bindings/scripts")]) {
    const files = await readdir(folder, { withFileTypes: true });
    inputs.push(folder, ...files.filter((file) => file.isFile()).map((file) => join(folder, file.name)));
  }
  const built = await stat(join(dist, "prorata.wasm")).catch(() => undefined);
  const changes = await Promise.all(inputs.map(async (file) => (await stat(file)).mtimeMs));
  return built !== undefined && Math.max(...changes) < built.mtimeMs;
}

async function build() {
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);

  await mkdir(generated, { recursive: true });
  await writeFile(join(generated, "types.ts"), await typesOf(schema));
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const project = ["-p", join(root, "bindings"), "--outDir", fresh];
  execFileSync(process.execPath, [join(typescript, "bin/tsc"), ...project], { stdio: "inherit" });

  // Emscripten does not shorten local names: this halves its glue.
  const { code } = await minify(await readFile(`${raw}.mjs`, "utf8"), {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
    toplevel: true,
  });
  await writeFile(join(fresh, "prorata.mjs"), code);
  await copyFile(join(sources, "prorata.d.mts"), join(fresh, "prorata.d.mts"));
  await copyFile(`${raw}.wasm`, join(fresh, "prorata.wasm"));
  await chmod(join(fresh, "prorata.wasm"), 0o644); // The linker makes it executable.

  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
}

if (await isUpToDate()) console.log("bindings/dist is up to date");
else await build();
