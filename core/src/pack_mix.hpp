#pragma once

#include <optional>
#include <vector>

#include "pack_selections.hpp"

/// The cheapest way to cover excess minutes that packs and overage may share.
namespace prorata {

struct PackMix {
  /// In the order of the price list.
  std::vector<CartItem> packs;
  Int128 packAmount = 0;
  Int128 overageMinutes = 0;
};

/// The mix of least exact, unrounded cost that covers `minutes`; among equal ones that of fewer packs, then that with
/// more of the kind listed first. Absent when the plan suspends, minutes are left and no pack is sold.
/// `minutes` are no more than those the selections were made for.
[[nodiscard]] std::optional<PackMix> cheapestPackMix(const Catalog& catalog, PackSelections& selections, Work& work,
                                                     OverageMode mode, Int128 minutes);

}  // namespace prorata
