# The Emscripten on PATH: emsdk's where it is activated, else the distribution's.
find_program(EMCC emcc REQUIRED)
file(REAL_PATH "${EMCC}" _emcc)
cmake_path(GET _emcc PARENT_PATH _emscripten)

# Every object must agree on how exceptions are thrown and on being bitcode for link-time optimisation.
# Below -O2 Emscripten 3.1.6 inlines nothing, unless it is told not to limit it: three times slower, and hardly smaller.
set(CMAKE_CXX_FLAGS_INIT "-fwasm-exceptions -flto -sINLINING_LIMIT=0")

include("${_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
