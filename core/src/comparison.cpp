#include "prorata/comparison.hpp"

#include <algorithm>

#include "breakpoints.hpp"
#include "pack_mix.hpp"

namespace prorata {
namespace {

Minutes excessOf(const SelfServe& terms, Minutes usage) {
  return usage > terms.monthlyMinutes ? Minutes::of(usage - terms.monthlyMinutes) : Minutes{};
}

// What a full month of `usage` minutes costs, unrounded; absent when minutes would be unserved.
std::optional<Ratio> monthCost(const Catalog& catalog, const SelfServe& terms, Minutes usage) {
  const Minutes excess = excessOf(terms, usage);
  if (terms.overage == OverageMode::suspend) {
    if (excess.value > 0) return std::nullopt;
    return Ratio{terms.monthlyPrice.value, 1};
  }
  Ratio cost = catalog.overage.cost(excess.value);
  cost.numerator += terms.monthlyPrice.value * cost.denominator;
  return cost;
}

MonthView monthView(const Catalog& catalog, const SelfServe& terms, Minutes usage) {
  MonthView view{};
  view.price = terms.monthlyPrice;
  view.quota = terms.monthlyMinutes;
  view.excess = excessOf(terms, usage);
  if (terms.overage == OverageMode::suspend) {
    view.unserved = view.excess;
  } else {
    view.overageAmount = Money::of(rounded(catalog.overage.cost(view.excess.value)));
  }
  view.total = Money::of(view.price + view.overageAmount);
  if (usage.value > 0 && view.unserved.value == 0)
    view.perThousand = Money::of(rounded({view.total * 1000, usage.value}));
  return view;
}

struct RankedLongView {
  LongView view;
  Ratio exactCost;
};

std::optional<RankedLongView> longView(const Catalog& catalog, const SelfServe& terms, std::optional<PackMix> mix,
                                       int months) {
  if (!mix) return std::nullopt;
  const Int128 planAmount = terms.monthlyPrice * months;
  RankedLongView ranked{{}, catalog.overage.cost(mix->overageMinutes)};
  LongView& view = ranked.view;
  view.planAmount = Money::of(planAmount);
  view.packs = std::move(mix->packs);
  view.packAmount = Money::of(mix->packAmount);
  view.overageAmount = Money::of(rounded(ranked.exactCost));
  view.total = Money::of(planAmount + mix->packAmount + view.overageAmount.value);
  ranked.exactCost.numerator += (planAmount + mix->packAmount) * ranked.exactCost.denominator;
  return ranked;
}

// The self-serve plan of least cost, the lower tier among equals. `costOf(plan)` is absent for no candidate.
template <class Cost>
PlanIndex cheapestPlan(const Catalog& catalog, Cost costOf) {
  std::optional<Ratio> least;
  PlanIndex cheapest = 0;
  for (PlanIndex plan = 0; plan < catalog.plans.size(); ++plan) {
    const std::optional<Ratio> cost = costOf(plan);
    if (!cost || (least && *cost >= *least)) continue;
    least = cost;
    cheapest = plan;
  }
  return cheapest;
}

PlanIndex cheapestForMonth(const Catalog& catalog, Minutes usage) {
  return cheapestPlan(catalog, [&](PlanIndex plan) -> std::optional<Ratio> {
    if (!catalog.plans[plan].isSelfServe()) return std::nullopt;
    return monthCost(catalog, catalog.selfServe(plan), usage);
  });
}

}  // namespace

int longestComparison(const Catalog& catalog) { return catalog.packValidityMonths + 1; }

int usualComparison(const Catalog& catalog) { return std::min(12, longestComparison(catalog)); }

Comparison compare(const Catalog& catalog, const CompareRequest& request) {
  Comparison comparison{};
  std::vector<std::optional<Ratio>> longCosts(catalog.plans.size());
  PackMixes mixes(catalog, request.monthlyMinutes * request.months);
  for (PlanIndex plan = 0; plan < catalog.plans.size(); ++plan) {
    ComparisonRow row{plan, quotePlanChange(catalog, request.account, request.on, plan), {}, {}, {}};
    if (row.change.allowed() || plan == request.account.plan)
      row.amountDue = planChangeAmount(catalog, row.change, request.on);
    if (catalog.plans[plan].isSelfServe()) {
      const SelfServe& terms = catalog.selfServe(plan);
      row.month = monthView(catalog, terms, request.monthlyMinutes);
      const Int128 excess = excessOf(terms, request.monthlyMinutes) * request.months;
      auto mix = mixes.cheapest(terms.overage, excess);
      if (const auto ranked = longView(catalog, terms, std::move(mix), request.months)) {
        row.longRun = ranked->view;
        longCosts[plan] = ranked->exactCost;
      }
    }
    comparison.rows.push_back(std::move(row));
  }
  comparison.cheapest.month = cheapestForMonth(catalog, request.monthlyMinutes);
  comparison.cheapest.longRun = cheapestPlan(catalog, [&](PlanIndex plan) { return longCosts[plan]; });
  comparison.breakpoints = breakpoints(catalog);
  return comparison;
}

}  // namespace prorata
