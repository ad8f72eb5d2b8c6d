#pragma once

#include <optional>
#include <vector>

#include "prorata/catalog.hpp"

/// The cheapest way to cover excess minutes that packs and overage may share.
namespace prorata {

struct PackMix {
  /// By PackIndex.
  std::vector<Int128> quantities;
  Int128 packAmount = 0;
  Int128 overageMinutes = 0;
};

/// The mix of least exact, unrounded cost that covers `minutes`; among equal ones that of fewer packs, then that with
/// more of the kind listed first. Absent when the plan suspends, minutes are left and no pack is sold.
/// `minutes` is below 2^61. The time depends on the packs, not on the number of minutes.
[[nodiscard]] std::optional<PackMix> cheapestPackMix(const Catalog& catalog, OverageMode mode, Int128 minutes);

}  // namespace prorata
