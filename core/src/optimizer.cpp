#include "prorata/optimizer.hpp"

#include <algorithm>

#include "optimizer_search.hpp"
#include "prorata/error.hpp"

namespace prorata {
namespace {

// A change that can be taken back is either kept, or the account counts as without it.
std::vector<Account> courses(const Catalog& catalog, const OptimizeRequest& request) {
  std::vector<Account> accounts{request.account};
  const PlanChange change = quotePlanChange(catalog, request.account, request.on, request.account.plan);
  if (change.kind == ChangeKind::withdraw) {
    accounts.push_back(request.account);
    accounts.back().pendingChange.reset();
  }
  return accounts;
}

}  // namespace

PurchasePlan optimize(const Catalog& catalog, const OptimizeRequest& request) {
  if (request.forecast.front() < request.account.used.value_or(Minutes{0}))
    throw PricingError(ErrorCode::outOfRange, "/forecast/0", "More minutes are used already.");

  Work work;
  PackSelections selections(catalog, std::max_element(request.forecast.begin(), request.forecast.end())->value, work);
  std::optional<Schedule> best;
  bool tooDear = false;
  for (const Account& account : courses(catalog, request)) {
    const Options options = optionsFor(catalog, account, request.on, request.forecast);
    Search search(catalog, options, ownedLots(catalog, account, request.on), selections, work);
    if (auto better = search.betterThan(best)) best = std::move(better);
    tooDear = tooDear || search.passedRange();
  }
  if (best) return report(catalog, request, *best);
  if (tooDear) throw PricingError(ErrorCode::outOfRange, "", "The answer holds a number past 2^53 - 1.");
  throw PricingError(ErrorCode::outOfRange, "/forecast", "Some minutes would not be served, whatever is bought.");
}

}  // namespace prorata
