// The least that Emscripten and embind can be: what a cold start is measured against.
#include <emscripten/bind.h>

namespace {
int twice(int number) { return 2 * number; }
}  // namespace

EMSCRIPTEN_BINDINGS(floor) { emscripten::function("twice", &twice); }
