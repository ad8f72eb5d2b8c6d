#pragma once

#include <vector>

#include "prorata/export.hpp"
#include "prorata/quote.hpp"

/// The cheapest sequence of plans and packs for a usage forecast.
namespace prorata {
PRORATA_API_BEGIN

struct OptimizeRequest {
  Date on;
  Account account;
  /// Usage of whole months, the first being that of `on`; 1 to mostForecastMonths.
  std::vector<Minutes> forecast;
};

inline constexpr std::size_t mostForecastMonths = 36;

struct ScheduledMonth {
  Month month;
  PlanIndex plan;
  Money planAmount;
  /// Bought at the start of the month - on the date of the request in the first - in the order of the price list.
  std::vector<CartItem> packs;
  Money packAmount;
  Minutes forecast;
  Minutes fromPlan;
  Minutes fromPacks;
  Minutes overage;
  Money overageAmount;
};

struct PurchasePlan {
  std::vector<ScheduledMonth> months;
  Money total;
  /// Keeping today's plan, or the pending one from its month on, and buying nothing.
  struct {
    Money total;
    Minutes unserved;
  } baseline;
  /// baseline.total - total; may be negative when the baseline leaves minutes unserved.
  Money saving;
  /// Pack minutes not used: those whose last month passed on the way, and those usable to the end of the last month
  /// or beyond. What had expired before the request counts as neither.
  struct {
    Minutes expired;
    Minutes left;
  } packMinutes;
};

/// The schedule of least total as displayed - plan amounts, packs, and overage rounded once a month - that serves every
/// minute; among equal ones that which wastes fewest pack minutes (expired and left), then that with fewest packs.
///
/// One plan a month. The first month keeps today's plan at 0 or changes to one that `quote` allows at once, at its
/// amount due and quota. Later months take any self-serve plan at its full price and quota, except that
/// - months before a pending change stay on today's plan, and its own month is not below the pending plan's tier; but a
///   change that can be withdrawn is kept or taken back, whichever is the better;
/// - with nothing pending, the second month is not below the plan the first ends on when a downgrade asked for today is
///   refused by the monthly limit or because next month is charged, or starts a month later.
/// Packs serve the month they are bought in and packValidityMonths more. Minutes are drawn as in `cover`: quota, packs
/// by purchase date, then overage; a plan that suspends has to be covered by packs.
///
/// Exact, by labels that are only dropped for one that is provably no worse. Throws PricingError out_of_range at
/// /forecast/0 when fewer minutes are forecast than the account has used, at /forecast when some minutes cannot be
/// served, and at "" when a figure passes 2^53 - 1 or when there are more ways to combine the packs than can be
/// compared in about a second; the limit counts steps, so that every host refuses the same.
[[nodiscard]] PurchasePlan optimize(const Catalog& catalog, const OptimizeRequest& request);

PRORATA_API_END
}  // namespace prorata
