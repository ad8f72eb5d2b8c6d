// Installs what the project needs and this machine lacks: Debian packages, then npm packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { forgetOtherPlaces } from "./cmake.mjs";
import { changedAt, isMain, main, run } from "./step.mjs";

const onPath = (command) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, command)));

const packages = {
  build: ["g++", "cmake", "ninja-build", "nlohmann-json3-dev", ...(onPath("em++") ? [] : ["emscripten"])],
  test: [
    "catch2",
    "librapidcheck-dev",
    "clang",
    "doxygen",
    "valgrind",
    "libclang-rt-14-dev",
    "pkg-config",
    "man-db",
    "zsh",
    "fish",
    "clang-format-14",
    "clang-tidy-14",
    "chromium",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "fonts-dejavu-core",
    "fonts-noto-cjk",
  ],
};

/** `build`: enough to build and serve the page. `test`: to run the tests as well. */
export function setup(purpose) {
  forgetOtherPlaces();
  installDebianPackages([...packages.build, ...(purpose === "test" ? packages.test : [])]);
  if (changedAt("node_modules/.package-lock.json") < changedAt("package-lock.json")) run("npm", ["ci"]);
}

export function installDebianPackages(wanted) {
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (!onPath("apt-get")) {
    console.log(`There is no apt-get here, so these Debian packages are taken to be here by other names: ${missing}`);
    return;
  }
  console.log(`Installing Debian packages: ${missing.join(" ")}`);
  const asRoot = process.getuid() === 0 ? [] : ["sudo"];
  const [command, ...apt] = [
    ...asRoot,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-qq",
    "-y",
    "-o",
    "DPkg::Lock::Timeout=300",
  ];
  run(command, [...apt, "update"]);
  run(command, [...apt, "install", "--no-install-recommends", ...missing]);
}

function isInstalled(name) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's notation
  const query = spawnSync("dpkg-query", ["--show", "--showformat=${db:Status-Status}", name]);
  return query.stdout?.toString() === "installed";
}

if (isMain(import.meta)) main(() => setup(process.argv[2] ?? "test"));
