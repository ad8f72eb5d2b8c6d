#include "pack_mix.hpp"

#include <algorithm>

namespace prorata {
namespace {

// Beside each selection there are as many base packs as fit, and overage for the rest, or one more. In the order of the
// list a purchase costs ever more above the base's rate, so that the search ends where that alone passes the best.
class MixSearch {
 public:
  MixSearch(const Catalog& catalog, PackSelections& selections, OverageMode mode, Int128 minutes)
      : selections_(selections), minutes_(minutes), base_(selections.base()) {
    if (mode == OverageMode::postpaid) overage_ = catalog.overage;
    whole_ = minutes / base_.minutes.value;
    rest_ = minutes % base_.minutes.value;
  }

  // Nothing covers as much as the empty selection with a base pack more does, so there is always a best.
  PackMix cheapest(Work& work) {
    for (std::size_t position = 0;; ++position) {
      const PackSelection* selection = selections_.at(position);
      if (selection == nullptr || isPastBest(*selection)) return mixOf(*best_);
      work.count(8);
      const Int128 fewer = whole_ - selection->whole;
      offer(*selection, position, std::max<Int128>(0, selection->rest < rest_ ? fewer + 1 : fewer));
      const Int128 fitting = selection->rest > rest_ ? fewer - 1 : fewer;
      if (overage_ && fitting >= 0) offer(*selection, position, fitting);
    }
  }

 private:
  struct Found {
    std::size_t position;
    Int128 basePacks;
    Int128 price;
    /// Minutes by overage; negative for minutes left over.
    Int128 left;
    /// Packs and overage, exactly, for perMinutes times as much where overage is possible.
    Int128 cost;
    Int128 packs;
  };

  // Sums stay exact: packs are only bought where the base's rate is below that of overage, so that an amount times
  // perMinutes is at most about the minutes, below 2^60, times the price of overage, below 2^53.
  void offer(const PackSelection& selection, std::size_t position, Int128 basePacks) {
    Found found{position, basePacks, selection.price + basePacks * base_.price.value, 0, 0, 0};
    found.left = minutes_ - selection.minutes - basePacks * base_.minutes.value;
    found.packs = selection.packs + basePacks;
    found.cost = found.price;
    if (overage_)
      found.cost = found.price * overage_->perMinutes + std::max<Int128>(0, found.left) * overage_->price.value;
    if (best_ && !isBetter(found)) return;
    best_ = found;
    // Above the minutes at the base's rate, rounded up to a whole amount, times the base's minutes. No more than for
    // base packs alone, which are one too many at most.
    Int128 amount = found.price - whole_ * base_.price.value;
    if (found.left > 0) amount += roundedUp(overage_->cost(found.left));
    limit_ = amount * base_.minutes.value - rest_ * base_.price.value;
  }

  [[nodiscard]] bool isBetter(const Found& found) const {
    if (found.cost != best_->cost) return found.cost < best_->cost;
    if (found.packs != best_->packs) return found.packs < best_->packs;
    return quantities(found) > quantities(*best_);
  }

  [[nodiscard]] bool isPastBest(const PackSelection& selection) const {
    if (!best_ || selection.extra < limit_) return false;
    if (selection.extra > limit_) return true;
    // Where the best costs no more than that, nothing further on has fewer packs than its shortfall and all the minutes
    // make up.
    const bool atLeast = best_->left == 0 || best_->cost == 0;
    return atLeast && selection.shortfall + minutes_ > best_->packs * base_.minutes.value;
  }

  [[nodiscard]] std::vector<std::int64_t> quantities(const Found& found) const {
    return selections_.quantities(found.position, static_cast<std::int64_t>(found.basePacks));
  }

  [[nodiscard]] PackMix mixOf(const Found& found) const {
    PackMix mix{{}, found.price, std::max<Int128>(0, found.left)};
    const std::vector<std::int64_t> bought = quantities(found);
    for (PackIndex pack = 0; pack < bought.size(); ++pack) {
      if (bought[pack] > 0) mix.packs.push_back({pack, checkedInteger(bought[pack])});
    }
    return mix;
  }

  PackSelections& selections_;
  Int128 minutes_;
  const Pack& base_;
  std::optional<OverageRate> overage_;
  /// minutes = whole x the base's + rest.
  Int128 whole_;
  Int128 rest_;
  std::optional<Found> best_;
  Int128 limit_ = 0;
};

}  // namespace

std::optional<PackMix> cheapestPackMix(const Catalog& catalog, PackSelections& selections, Work& work, OverageMode mode,
                                       Int128 minutes) {
  if (minutes == 0) return PackMix{};
  const bool postpaid = mode == OverageMode::postpaid;
  if (selections.empty()) return postpaid ? std::optional(PackMix{{}, 0, minutes}) : std::nullopt;
  // Packs no cheaper than overage are never needed: they only commit the buyer earlier.
  if (postpaid && rateOf(selections.base()) >= catalog.overage.cost(1)) return PackMix{{}, 0, minutes};
  return MixSearch(catalog, selections, mode, minutes).cheapest(work);
}

}  // namespace prorata
