#pragma once

#include <vector>

#include "prorata/account.hpp"

/// What a month's usage is drawn from: the plan's quota, then packs, then overage or nothing.
namespace prorata {

/// Positions of the owned packs that can serve the month of `on`, in the order they are drawn on: by purchase date,
/// then as listed. A pack's expiry never decreases with its purchase date, so this order wastes nothing.
[[nodiscard]] std::vector<std::size_t> drawOrder(const Catalog& catalog, const std::vector<OwnedPack>& packs, Date on);

struct Absorption {
  Minutes fromPlan;
  /// From each pack of the order.
  std::vector<Minutes> fromPacks;
  struct {
    Minutes minutes;
    Money amount;
  } overage;
  /// Not served, because the plan suspends instead of billing.
  Minutes unserved;
};

/// How `usage` minutes of a month that ends on `plan` are absorbed. Overage is rounded once.
[[nodiscard]] Absorption absorb(const Catalog& catalog, PlanIndex plan, Minutes quota,
                                const std::vector<OwnedPack>& packs, const std::vector<std::size_t>& order,
                                Minutes usage);

}  // namespace prorata
