import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { changedAt, root, run } from "./step.mjs";

/**
 * Builds a preset, configured first where CMake would not do so itself: at the start and after a change of presets or
 * toolchain. Afresh: what a toolchain says first stays in the cache otherwise.
 */
export function cmakeBuild(preset, target = "all") {
  const described = Math.max(changedAt("CMakePresets.json"), changedAt("cmake/emscripten-toolchain.cmake"));
  if (changedAt(`build/${preset}/build.ninja`) < described) run("cmake", ["--preset", preset, "--fresh"]);
  run("cmake", ["--build", "--preset", preset, "--target", target]);
}

/** Removes what was built before the checkout was moved or copied: CMake would go on writing to the old place. */
export function forgetOtherPlaces() {
  const builds = join(root, "build");
  for (const preset of existsSync(builds) ? readdirSync(builds) : []) {
    const cache = join(builds, preset, "CMakeCache.txt");
    const [, home] = existsSync(cache) ? /^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m.exec(readFileSync(cache, "utf8")) : [];
    if (home === undefined || (existsSync(home) && realpathSync(home) === realpathSync(root))) continue;
    console.log(`build/${preset} was built in ${home}, so it starts anew.`);
    rmSync(join(builds, preset), { recursive: true });
  }
}
