// A stranger's program by each way to the library; compilers, standards, kinds and build types are spread over them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { blocksOf, documents } from "../docs/documents.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const work = join(root, "build/install");

function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", cwd: work, ...options });
  if (error) throw error;
  assert.equal(status, 0, `${[command, ...args].join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** Configures and builds a source folder, many files as one: they are compiled a few times here. */
function build(source, folder, variables, target = "all") {
  const definitions = Object.entries({ CMAKE_UNITY_BUILD: "ON", ...variables }).map(([k, v]) => `-D${k}=${v}`);
  run("cmake", ["-G", "Ninja", "-S", source, "-B", join(work, folder), ...definitions]);
  run("cmake", ["--build", join(work, folder), "--target", target]);
}

const native = join(root, "build/native");

const answer = "due 395406, fault at /id\n";
const consumer = (folder) => run(join(work, folder, "app"), []);

before(() => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  assert.ok(existsSync(native), "the native preset is built first");
});

test("everything is installed", () => {
  run("cmake", ["--install", native, "--prefix", join(work, "static")]);
  for (const file of [
    "bin/prorata",
    "include/prorata/quote.hpp",
    "lib/libprorata.a",
    "lib/cmake/prorata/prorataConfig.cmake",
    "lib/pkgconfig/prorata.pc",
    "share/bash-completion/completions/prorata",
    "share/doc/prorata/LICENSE",
    "share/doc/prorata/THIRD_PARTY_NOTICES.md",
    "share/fish/vendor_completions.d/prorata.fish",
    "share/man/man1/prorata.1",
    "share/zsh/site-functions/_prorata",
  ])
    assert.ok(existsSync(join(work, "static", file)), file);
  for (const folder of ["schema", "catalogs"])
    assert.deepEqual(readdirSync(join(work, "static/share/prorata", folder)), readdirSync(join(root, "core", folder)));
  const headers = readdirSync(join(root, "core/include/prorata"));
  assert.deepEqual(readdirSync(join(work, "static/include/prorata")), headers);
});

test("find_package: static, g++, C++20, Debug against our Release, and the whole has been moved", () => {
  renameSync(join(work, "static"), join(work, "moved"));
  build(join(here, "find_package"), "find_package", {
    CMAKE_CXX_COMPILER: "g++",
    CMAKE_CXX_STANDARD: "20",
    CMAKE_BUILD_TYPE: "Debug",
    CMAKE_PREFIX_PATH: join(work, "moved"),
  });
  assert.equal(consumer("find_package"), answer);
});

/** Compiles a program by what pkg-config says of a prefix, and runs it. */
function byPkgConfig(prefix, compiler, standard, folder) {
  const env = { ...process.env, PKG_CONFIG_PATH: join(work, prefix, "lib/pkgconfig") };
  const flags = run("pkg-config", ["--cflags", "--libs", "prorata"], { env }).trim().split(/\s+/);
  mkdirSync(join(work, folder));
  const output = join(work, folder, "consumer");
  run(compiler, [`-std=${standard}`, "-Wall", "-Wextra", "-Werror", join(here, "main.cpp"), "-o", output, ...flags]);
  return run(output, [], { env: { ...process.env, LD_LIBRARY_PATH: join(work, prefix, "lib") } });
}

test("pkg-config: static, clang++, C++23", () => {
  assert.equal(byPkgConfig("moved", "clang++", "c++2b", "pkg_config"), answer);
});

test("the program in the guide, compiled by the command in the guide", () => {
  const blocks = blocksOf(documents.get("docs/cpp.md")).filter(({ said }) => said.startsWith("run by tests/install/"));
  const textIn = (wanted) => blocks.find(({ language }) => language === wanted).content;
  const folder = join(work, "guide");
  mkdirSync(folder);
  writeFileSync(join(folder, "app.cpp"), textIn("cpp"));
  run("bash", ["-euc", textIn("sh").replaceAll("<prefix>", join(work, "moved"))], { cwd: folder });
  assert.equal(run(join(folder, "a.out"), []), "395406\n");
});

test("a shared library by clang++: find_package in C++23, pkg-config by g++ in C++20", () => {
  build(root, "shared-build", {
    BUILD_SHARED_LIBS: "ON",
    CMAKE_CXX_COMPILER: "clang++",
    CMAKE_BUILD_TYPE: "Debug",
    PRORATA_BUILD_TESTS: "OFF",
  });
  run("cmake", ["--install", join(work, "shared-build"), "--prefix", join(work, "shared")]);
  build(join(here, "find_package"), "find_package-shared", {
    CMAKE_CXX_COMPILER: "clang++",
    CMAKE_CXX_STANDARD: "23",
    CMAKE_BUILD_TYPE: "MinSizeRel",
    CMAKE_PREFIX_PATH: join(work, "shared"),
  });
  assert.equal(consumer("find_package-shared"), answer);
  assert.equal(byPkgConfig("shared", "g++", "c++20", "pkg_config-shared"), answer);
});

test("the installed command finds the shared library beside it", () => {
  assert.match(run(join(work, "shared/bin/prorata"), ["--version"]), /^prorata \d/);
});

test("the shared library has a SOVERSION and shows our symbols only", () => {
  const library = join(work, "shared/lib/libprorata.so");
  assert.match(run("readelf", ["-d", library]), /SONAME.*\[libprorata\.so\.0\.1\]/);
  const symbols = run("nm", ["-D", "-C", "--defined-only", library]).trim().split("\n");
  assert.ok(symbols.length > 50);
  // An inner function of ours, std:: and nlohmann:: alike would be strangers here.
  for (const symbol of symbols) assert.match(symbol, / (\w) (.* for |vtable for )?(.*\b)?prorata::/);
  assert.ok(!symbols.some((symbol) => symbol.includes("nlohmann") || symbol.includes("pack_mix")));
});

test("add_subdirectory: shared, clang++, C++23, in a project that has nlohmann/json already", () => {
  const include = join(work, "json-of-the-parent");
  mkdirSync(include);
  symlinkSync("/usr/include/nlohmann", join(include, "nlohmann"));
  build(join(here, "add_subdirectory"), "add_subdirectory", {
    BUILD_SHARED_LIBS: "ON",
    CMAKE_CXX_COMPILER: "clang++",
    CMAKE_CXX_STANDARD: "23",
    CMAKE_BUILD_TYPE: "Debug",
    CMAKE_EXPORT_COMPILE_COMMANDS: "ON",
    NLOHMANN_INCLUDE: include,
    PRORATA_SOURCE: root,
  });
  assert.equal(consumer("add_subdirectory"), answer);
  assert.match(run("cat", [join(work, "add_subdirectory/compile_commands.json")]), /PARENT_HAS_JSON/);
});

test("FetchContent from a repository: static, g++, C++20, no build type", () => {
  const repository = join(work, "repository");
  checkoutTo(repository);
  run("git", ["init", "-q", "."], { cwd: repository });
  const as = ["-c", "user.name=Stranger", "-c", "user.email=stranger@example.org"];
  run("git", [...as, "add", "-A"], { cwd: repository });
  run("git", [...as, "commit", "-qm", "As it is"], { cwd: repository });
  build(join(here, "fetch_content"), "fetch_content", {
    CMAKE_CXX_COMPILER: "g++",
    CMAKE_CXX_STANDARD: "20",
    PRORATA_REPOSITORY: `file://${repository}`,
    PRORATA_COMMIT: run("git", ["rev-parse", "HEAD"], { cwd: repository }).trim(),
  });
  assert.equal(consumer("fetch_content"), answer);
});

/** Copies what building the library needs, as it is in the checkout. */
function checkoutTo(folder) {
  mkdirSync(folder);
  for (const name of [
    "CMakeLists.txt",
    "CMakePresets.json",
    "LICENSE",
    "THIRD_PARTY_NOTICES.md",
    "cmake",
    "core",
    "cli",
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true });
}

test("a copied checkout builds in its own place", () => {
  const [first, second] = [join(work, "first"), join(work, "second")];
  checkoutTo(first);
  cpSync(join(root, "scripts"), join(first, "scripts"), { recursive: true });
  const configure = (folder) => {
    const script = 'import { forgetOtherPlaces } from "./scripts/cmake.mjs"; forgetOtherPlaces();';
    run("node", ["--input-type=module", "-e", script], { cwd: folder });
    run("cmake", ["--preset", "native", "-DPRORATA_BUILD_TESTS=OFF"], { cwd: folder });
    return readFileSync(join(folder, "build/native/CMakeCache.txt"), "utf8");
  };
  configure(first);
  writeFileSync(join(first, "build/native/kept"), "");
  configure(first);
  assert.ok(existsSync(join(first, "build/native/kept")), "what is in its place stays");

  cpSync(first, second, { recursive: true });
  assert.ok(configure(second).includes(`CMAKE_HOME_DIRECTORY:INTERNAL=${second}\n`));
  assert.ok(!existsSync(join(second, "build/native/kept")));
});
