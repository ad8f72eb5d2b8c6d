#pragma once

#include <compare>
#include <optional>
#include <vector>

#include "optimizer_options.hpp"
#include "prorata/optimizer.hpp"

namespace prorata {

/// What a schedule is judged by, in this order.
struct Merit {
  std::int64_t cost = 0;
  /// Pack minutes that expire or are left.
  std::int64_t wasted = 0;
  std::int64_t packs = 0;

  friend constexpr auto operator<=>(const Merit&, const Merit&) = default;
};

struct Step {
  Option option;
  std::vector<CartItem> packs;
  std::int64_t packMinutes = 0;
  std::int64_t packPrice = 0;
};

struct Schedule {
  Merit merit;
  /// By month.
  std::vector<Step> steps;
};

/// The answer: what the schedule means month by month, and what doing nothing would cost.
[[nodiscard]] PurchasePlan report(const Catalog& catalog, const OptimizeRequest& request, const Schedule& schedule);

}  // namespace prorata
