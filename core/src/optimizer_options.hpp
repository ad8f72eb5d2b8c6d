#pragma once

#include <vector>

#include "prorata/quote.hpp"

namespace prorata {

/// A plan for one month of a schedule.
struct Option {
  PlanIndex plan;
  /// May be negative in the first month: money back.
  Money cost;
  Minutes quota;
  /// What the month uses beyond the quota.
  Minutes excess;
  OverageMode overage;
};

struct Options {
  std::vector<std::vector<Option>> byMonth;
  /// Whether the second month's plan may not be below the one taken in the first.
  bool secondMonthKeepsTier;
};

/// What each month can be spent on: the rules of `optimize`, less what is never better. A change that is scheduled
/// stays so; to take it back, ask for the account without it.
[[nodiscard]] Options optionsFor(const Catalog& catalog, const Account& account, Date on,
                                 const std::vector<Minutes>& forecast);

}  // namespace prorata
