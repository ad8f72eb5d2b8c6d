// Makes bindings/dist from the schema, the sources and the WebAssembly module that CMake has built before.
import { execFileSync } from "node:child_process";
import { chmod, copyFile, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { minify } from "terser";
import { typesOf } from "./types.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const schema = join(root, "core/schema");
const catalogs = join(root, "core/catalogs");
const sources = join(root, "bindings/src");
const generated = join(root, "bindings/src/generated");
const dist = join(root, "bindings/dist");
// Where dist comes into being, so that there always is a whole one.
const fresh = join(root, "build/dist");
const raw = join(root, "build/wasm/bindings/prorata");
/** The one a page loads first. */
const rawPage = join(root, "build/wasm/bindings/page");

async function isUpToDate() {
  const inputs = [
    `${raw}.mjs`,
    `${raw}.wasm`,
    `${rawPage}.wasm`,
    join(root, "bindings/tsconfig.json"),
    join(root, "package-lock.json"),
  ];
  for (const folder of [schema, catalogs, sources, join(sources, "frameworks"), join(root, "bindings/scripts")]) {
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

  await expectSameGlue();
  await mkdir(join(fresh, "web"));
  for (const [module, file] of [
    [raw, "prorata.wasm"],
    [rawPage, "web/page.wasm"],
  ]) {
    await copyFile(`${module}.wasm`, join(fresh, file));
    await chmod(join(fresh, file), 0o644); // The linker makes it executable.
  }
  await copyFile(join(sources, "prorata.d.wasm.ts"), join(fresh, "prorata.wasm.d.ts"));
  await bundle("index");
  await bundle("workerd");
  await bundle("inline", `const wasmText="${await readFile(`${raw}.wasm`, "base64")}";\n`);
  for (const file of ["prorata.js", "prorata.d.ts", "no-page.js", "optimizer-worker.d.ts"])
    await copyFile(join(sources, file), join(fresh, file));
  await cp(join(sources, "frameworks"), join(fresh, "frameworks"), { recursive: true });
  await cp(schema, join(fresh, "schema"), { recursive: true });
  await cp(catalogs, join(fresh, "catalogs"), { recursive: true });

  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
}

/** The JavaScript that the one was linked with starts the other as well: but for the file's name, it is the same. */
async function expectSameGlue() {
  const [whole, page] = await Promise.all([raw, rawPage].map((module) => readFile(`${module}.mjs`, "utf8")));
  if (whole !== page.replaceAll("page.wasm", "prorata.wasm"))
    throw new Error(`${raw}.mjs and ${rawPage}.mjs differ, so they need an entry each.`);
}

/** One file for each entry: a browser without a bundler would fetch several one after the other. */
async function bundle(entry, end = "") {
  const bundled = await rolldown({
    input: join(sources, `${entry}.ts`),
    external: ["./prorata.wasm"],
    plugins: [
      {
        name: "glue",
        resolveId: (id) => (id === "./prorata.mjs" ? `${raw}.mjs` : undefined),
        // The loader finds the .wasm; the glue's own address would have bundlers look for it a second time.
        transform: (code, id) =>
          id === `${raw}.mjs` ? { code: code.replaceAll("import.meta.url", '""'), map: null } : undefined,
      },
    ],
  });
  const { output } = await bundled.generate({ file: join(fresh, `${entry}.js`), sourcemap: true });
  // Terser makes less of Emscripten's glue than the bundler does.
  const { code, map } = await minify(output[0].code, {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
    toplevel: true,
    sourceMap: { content: output[0].map, filename: `${entry}.js` },
  });
  await writeFile(join(fresh, `${entry}.js`), `${code}\n${end}//# sourceMappingURL=${entry}.js.map\n`);
  await writeFile(join(fresh, `${entry}.js.map`), map);
}

if (await isUpToDate()) console.log("bindings/dist is up to date");
else await build();
