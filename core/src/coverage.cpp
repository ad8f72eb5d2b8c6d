#include "prorata/coverage.hpp"

#include <algorithm>

#include "prorata/error.hpp"

namespace prorata {
namespace {

// Takes from `left` what `available` can give.
Minutes draw(Minutes available, Minutes& left) {
  const Minutes drawn = std::min(available, left);
  left.value -= drawn.value;
  return drawn;
}

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
  const Minutes used = request.cart.account.used;
  if (request.monthMinutes < used)
    throw PricingError(ErrorCode::outOfRange, "/monthMinutes", "More minutes are used already.");

  const Quote bill = quote(catalog, request.cart);
  const Account& account = bill.accountAfter;
  Minutes left = request.monthMinutes;

  Coverage coverage{};
  coverage.period = bill.period;
  coverage.plan = {account.plan, bill.quota.after, draw(bill.quota.after, left)};

  for (std::size_t i = 0; i < account.packs.size(); ++i) {
    const OwnedPack& pack = account.packs[i];
    if (!isUsable(catalog, pack, on)) continue;
    const auto origin = i < request.cart.account.packs.size() ? PackSource::Origin::owned : PackSource::Origin::cart;
    coverage.packs.push_back({pack.pack, origin, pack.purchasedOn, packWindow(catalog, pack.purchasedOn).through,
                              pack.remaining, Minutes{}});
  }
  std::stable_sort(coverage.packs.begin(), coverage.packs.end(),
                   [](const PackSource& a, const PackSource& b) { return a.purchasedOn < b.purchasedOn; });

  Int128 capacity = bill.quota.after.value;
  coverage.exhaustedOn.plan = firstDayPast(capacity, used, request.monthMinutes, on);
  for (PackSource& pack : coverage.packs) {
    pack.used = draw(pack.minutes, left);
    capacity += pack.minutes.value;
  }
  coverage.exhaustedOn.all = firstDayPast(capacity, used, request.monthMinutes, on);

  if (catalog.selfServe(account.plan).overage == OverageMode::suspend) {
    coverage.unserved = left;
  } else {
    coverage.overage = {left, Money::of(rounded(catalog.overage.cost(left.value)))};
  }
  return coverage;
}

}  // namespace prorata
