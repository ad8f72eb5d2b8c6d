#pragma once

#include <string_view>

#include "finding.hpp"

namespace prorata::cli {

/// Why the library refuses a price list, more than the one reason it gives: of every member, plan and pack one.
/// Empty for a list that it takes.
[[nodiscard]] Findings faultsOf(std::string_view document);

}  // namespace prorata::cli
