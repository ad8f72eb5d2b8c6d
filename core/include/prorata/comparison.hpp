#pragma once

#include <optional>
#include <vector>

#include "prorata/export.hpp"
#include "prorata/quote.hpp"

/// Every plan side by side for a forecast usage.
namespace prorata {
PRORATA_API_BEGIN

struct CompareRequest {
  Date on;
  Account account;
  Minutes monthlyMinutes;
  /// Length of the long view, 1 to longestComparison(catalog).
  int months = 0;
};

/// A pack bought in the first month serves this many: packValidityMonths + 1. Within that span it does not matter
/// when excess occurs, only how much there is.
[[nodiscard]] int longestComparison(const Catalog& catalog);

/// 12 months, or longestComparison if that is less.
[[nodiscard]] int usualComparison(const Catalog& catalog);

/// One full month at the full price, without packs.
struct MonthView {
  Money price;
  Minutes quota;
  Minutes excess;
  Money overageAmount;
  Minutes unserved;
  /// price + overageAmount.
  Money total;
  /// total per 1000 minutes of usage, rounded. Absent without usage and where minutes are unserved.
  std::optional<Money> perThousand;
};

/// So many full months, their excess covered by the cheapest mix of packs and overage.
struct LongView {
  Money planAmount;
  /// In the order of the price list, kinds that are bought only.
  std::vector<CartItem> packs;
  Money packAmount;
  Money overageAmount;
  Money total;
};

struct ComparisonRow {
  PlanIndex plan;
  PlanChange change;
  /// What changing today costs: 0 for the plan held, absent where the change is refused.
  std::optional<Money> amountDue;
  /// Absent for a plan sold through sales.
  std::optional<MonthView> month;
  /// Absent for a plan sold through sales and where the excess cannot be covered.
  std::optional<LongView> longRun;
};

/// `plan` is the cheapest for one full month from this usage to that, both included.
struct Breakpoint {
  PlanIndex plan;
  Minutes from;
  /// Absent in the last one.
  std::optional<Minutes> through;
};

struct Comparison {
  /// In tier order, plans sold through sales included.
  std::vector<ComparisonRow> rows;
  struct {
    PlanIndex month;
    PlanIndex longRun;
  } cheapest;
  std::vector<Breakpoint> breakpoints;
};

/// Ranks by exact, unrounded cost throughout; equal cost goes to the lower tier. A plan that leaves minutes unserved is
/// no candidate. Among pack mixes of equal cost: fewer packs, then more of the kind listed first.
/// easemob-cn: free to 10 000 minutes, basic to 355 714, premium to 1 258 714, then flagship.
/// Throws PricingError out_of_range at "" when a figure passes 2^53 - 1 or when there are more ways to combine the
/// packs than can be compared in about a second; the limit counts steps, so that every host refuses the same.
[[nodiscard]] Comparison compare(const Catalog& catalog, const CompareRequest& request);

PRORATA_API_END
}  // namespace prorata
