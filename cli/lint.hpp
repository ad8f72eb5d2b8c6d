#pragma once

#include "arguments.hpp"

namespace prorata::cli {

/// Prints what the author of a price list wants to know before publishing it, for people or for machines, and answers
/// the exit status: 1 for faults, 0 for remarks.
[[nodiscard]] int lint(const Arguments& given);

}  // namespace prorata::cli
