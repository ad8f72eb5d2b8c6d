#include "prorata/coverage.hpp"

#include "absorption.hpp"
#include "prorata/error.hpp"

namespace prorata {
namespace {

// After k of R remaining days usage stands at used + (month - used) x k / R; it is past the capacity from
// k = floor((capacity - used) x R / (month - used)) + 1 on.
std::optional<Date> firstDayPast(Int128 capacity, Minutes used, Minutes month, Date on) {
  if (month.value <= capacity) return std::nullopt;
  if (used.value > capacity) return on;
  const Int128 fullDays = (capacity - used.value) * remainingDays(on) / (month - used);
  return plusDays(on, static_cast<int>(fullDays));
}

}  // namespace

Coverage cover(const Catalog& catalog, const CoverRequest& request) {
  const Date on = request.cart.on;
  const Minutes used = request.cart.account.used.value_or(Minutes{0});
  if (request.monthMinutes < used)
    throw PricingError(ErrorCode::outOfRange, "/monthMinutes", "More minutes are used already.");

  const Quote bill = quote(catalog, request.cart);
  const Account& account = bill.accountAfter;
  const std::vector<std::size_t> order = drawOrder(catalog, account.packs, on);
  const Absorption absorbed =
      absorb(catalog, account.plan, bill.quota.after, account.packs, order, request.monthMinutes);

  Coverage coverage{};
  coverage.period = bill.period;
  coverage.plan = {account.plan, bill.quota.after, absorbed.fromPlan};
  Int128 capacity = bill.quota.after.value;
  coverage.exhaustedOn.plan = firstDayPast(capacity, used, request.monthMinutes, on);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const OwnedPack& pack = account.packs[order[i]];
    const auto origin =
        order[i] < request.cart.account.packs.size() ? PackSource::Origin::owned : PackSource::Origin::cart;
    coverage.packs.push_back({pack.pack, origin, pack.purchasedOn, packWindow(catalog, pack.purchasedOn).through,
                              pack.remaining, absorbed.fromPacks[i]});
    capacity += pack.remaining.value;
  }
  coverage.exhaustedOn.all = firstDayPast(capacity, used, request.monthMinutes, on);
  coverage.overage = {absorbed.overage.minutes, absorbed.overage.amount};
  coverage.unserved = absorbed.unserved;
  return coverage;
}

}  // namespace prorata
