#pragma once

#include <chrono>
#include <vector>

#include "prorata/comparison.hpp"

namespace prorata::cli {

/// Which plan is the cheapest for which usage.
[[nodiscard]] inline std::vector<Breakpoint> cheapestPlans(const Catalog& catalog) {
  const Date anyDay = std::chrono::year{2026} / 1 / 1;
  return compare(catalog, {anyDay, newAccount(catalog), Minutes{0}, 1}).breakpoints;
}

}  // namespace prorata::cli
