#include "optimizer_schedule.hpp"

#include <algorithm>

#include "optimizer_lots.hpp"

namespace prorata {
namespace {

void addBaseline(const Catalog& catalog, const OptimizeRequest& request, PurchasePlan& plan) {
  std::vector<Lot> lots = ownedLots(catalog, request.account, request.on);
  Int128 total = 0, unserved = 0;
  for (int month = 0; month < static_cast<int>(request.forecast.size()); ++month) {
    const PlanIndex held = planStarting(request.account, monthAfter(monthOf(request.on), month));
    const SelfServe& terms = catalog.selfServe(held);
    const Minutes quota = month == 0 ? monthQuota(catalog, request.account, request.on) : terms.monthlyMinutes;
    const Int128 excess = std::max<Int128>(0, request.forecast[static_cast<std::size_t>(month)] - quota);
    const Int128 rest = excess - draw(lots, month, excess);
    if (month > 0) total += terms.monthlyPrice.value;
    if (terms.overage == OverageMode::suspend) {
      unserved += rest;
    } else {
      total += rounded(catalog.overage.cost(rest));
    }
  }
  plan.baseline = {Money::of(total), Minutes::of(unserved)};
}

}  // namespace

PurchasePlan report(const Catalog& catalog, const OptimizeRequest& request, const Schedule& schedule) {
  PurchasePlan plan{};
  std::vector<Lot> lots = ownedLots(catalog, request.account, request.on);
  const int months = static_cast<int>(request.forecast.size());
  Int128 total = 0;
  for (int month = 0; month < months; ++month) {
    const Step& step = schedule.steps[static_cast<std::size_t>(month)];
    const Minutes usage = request.forecast[static_cast<std::size_t>(month)];
    lots.push_back({month + catalog.packValidityMonths, step.packMinutes});
    const Int128 fromPacks = draw(lots, month, step.option.excess.value);
    const Int128 overage = step.option.excess.value - fromPacks;
    const Money overageAmount = Money::of(rounded(catalog.overage.cost(overage)));
    total += step.option.cost.value + Int128{step.packPrice} + overageAmount.value;
    plan.months.push_back({monthAfter(monthOf(request.on), month), step.option.plan, step.option.cost, step.packs,
                           Money::of(step.packPrice), usage, std::min(usage, step.option.quota), Minutes::of(fromPacks),
                           Minutes::of(overage), overageAmount});
  }
  plan.total = Money::of(total);

  Int128 expired = 0, left = 0;
  for (const Lot& lot : lots) (lot.lastMonth < months - 1 ? expired : left) += lot.left;
  plan.packMinutes = {Minutes::of(expired), Minutes::of(left)};

  addBaseline(catalog, request, plan);
  plan.saving = Money::of(plan.baseline.total - plan.total);
  return plan;
}

}  // namespace prorata
