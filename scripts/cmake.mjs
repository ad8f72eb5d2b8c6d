import { changedAt, run } from "./step.mjs";

/** Builds a preset, configured first where CMake would not do so itself: at the start and after a change of presets. */
export function cmakeBuild(preset) {
  if (changedAt(`build/${preset}/build.ninja`) < changedAt("CMakePresets.json")) run("cmake", ["--preset", preset]);
  run("cmake", ["--build", "--preset", preset]);
}
