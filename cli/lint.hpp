#pragma once

#include "arguments.hpp"

namespace prorata::cli {

/// Prints what the author of a price list wants to know before publishing it; answers the exit status.
[[nodiscard]] int lint(const Arguments& given);

}  // namespace prorata::cli
