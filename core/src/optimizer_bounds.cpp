#include "optimizer_bounds.hpp"

#include <algorithm>

#include "sort.hpp"

namespace prorata {

Bounds::Bounds(const Catalog& catalog, const Options& options, const Stock& stock, const PackSelections& selections)
    : stock_(stock),
      overage_(catalog.overage),
      narrowOverage_((std::int64_t{1} << 61) / std::max<std::int64_t>(1, catalog.overage.price.value)) {
  const Ratio overage = catalog.overage.cost(1);
  const Ratio pack = selections.empty() ? overage : rateOf(selections.base());
  const Ratio lowest = std::min(overage, pack);
  // What all plans and all excess cost at most in the bounds below.
  Int128 amounts = roundedUp({stock.demand() * pack.numerator, pack.denominator});
  for (const std::vector<Option>& month : options.byMonth) {
    std::int64_t least = INT64_MAX;
    for (const Option& option : month) least = std::min(least, option.cost.value);
    amounts += std::abs(least);
  }
  while (bits_ > 0 && amounts > most >> bits_) --bits_;

  packsPay_ = pack < overage;
  overageExtra_ = std::max<std::int64_t>(0, worthOf(overage) - worthOf(pack) - 1);
  addBound(options, lowest);
  if (pack > lowest) addBound(options, pack);
}

// Rounded down, and so far that all usage at it fits.
std::int64_t Bounds::worthOf(Ratio rate) const {
  const Int128 exact = rate.numerator * (Int128{1} << bits_) / rate.denominator;
  return static_cast<std::int64_t>(std::min<Int128>(exact, most / std::max<std::int64_t>(1, stock_.demand())));
}

std::int64_t Bounds::extra(const PackSelection& selection, std::int64_t baseMinutes) const {
  const Int128 whole = selection.extra / baseMinutes, rest = selection.extra % baseMinutes;
  const Int128 exact = whole * (Int128{1} << bits_) + rest * (Int128{1} << bits_) / baseMinutes;
  return static_cast<std::int64_t>(std::min<Int128>(exact, most));
}

void Bounds::addBound(const Options& options, Ratio rate) {
  const std::size_t months = options.byMonth.size();
  Bound bound{worthOf(rate), std::vector<std::int64_t>(months + 1, 0)};
  const bool dearer = rate > overage_.cost(1);
  const std::int64_t half = parts(1) / 2;
  const bool first = bounds_.empty();
  if (first) {
    gaps_.resize(months);
    order_.resize(months);
  }
  for (std::size_t month = months; month-- > 0;) {
    std::vector<std::int64_t> least;
    for (const Option& option : options.byMonth[month]) {
      std::int64_t excess = option.excess.value * bound.worth;
      if (option.overage == OverageMode::postpaid && option.excess.value > 0) {
        // Both rates over one denominator would be too wide; the difference is billed at nothing instead.
        if (dearer) {
          const Int128 billed = std::min<Int128>(most, roundedDown(overage_.cost(option.excess.value)));
          excess = std::min(excess, parts(static_cast<std::int64_t>(billed)));
        }
        excess -= half;
      }
      least.push_back(parts(option.cost.value) + excess);
    }
    const std::int64_t best = *std::min_element(least.begin(), least.end());
    bound.from[month] = bound.from[month + 1] + best;
    if (!first) continue;
    for (std::size_t option = 0; option < least.size(); ++option) {
      gaps_[month].push_back(least[option] - best);
      order_[month].push_back(option);
    }
    sort(order_[month],
         [&](std::size_t a, std::size_t b) { return least[a] != least[b] ? least[a] < least[b] : a < b; });
  }
  bounds_.push_back(std::move(bound));
}

}  // namespace prorata
