#include "lint.hpp"
namespace prorata::cli {
int lint(const Arguments& given) { return given.json ? 1 : 0; }
}  // namespace prorata::cli
