#pragma once

#include <vector>

#include "prorata/comparison.hpp"

namespace prorata {

/// Which plan is the cheapest for one full month, for every usage from 0 on: see Comparison.
[[nodiscard]] std::vector<Breakpoint> breakpoints(const Catalog& catalog);

}  // namespace prorata
