#pragma once

#include <optional>
#include <vector>

#include "pack_remainders.hpp"
#include "pack_selections.hpp"

/// The cheapest way to cover excess minutes that packs and overage may share.
namespace prorata {

struct PackMix {
  /// In the order of the price list.
  std::vector<CartItem> packs;
  Int128 packAmount = 0;
  Int128 overageMinutes = 0;
};

class PackMixes {
 public:
  /// No need will pass `mostMinutes`, itself below 2^60. The catalog lives as long.
  PackMixes(const Catalog& catalog, Int128 mostMinutes);

  /// The mix of least exact, unrounded cost that covers `minutes`; among equal ones that of fewer packs, then that with
  /// more of the kind listed first. Absent when the plan suspends, minutes are left and no pack is sold.
  [[nodiscard]] std::optional<PackMix> cheapest(OverageMode mode, Int128 minutes);

 private:
  friend class MixSearch;

  struct Kinds {
    PackSelections selections;
    /// Made once selections alone take long.
    std::optional<PackRemainders> remainders;
  };
  [[nodiscard]] Kinds& kindsFor(OverageMode mode);

  const Catalog& catalog_;
  Int128 mostMinutes_;
  Work work_;
  /// Those cheaper than overage, and all of them. Made when first asked for.
  std::optional<Kinds> cheaper_;
  std::optional<Kinds> all_;
};

}  // namespace prorata
