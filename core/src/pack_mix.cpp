#include "pack_mix.hpp"

#include <algorithm>
#include <numeric>

namespace prorata {
namespace {

// Branch and bound over the kinds of pack, from the lowest rate (price per minute) to the highest. Three facts keep it
// short, whatever the number of minutes:
// - covering what is left at the rate of the next kind, as if packs could be cut, is a lower bound;
// - a solution with s packs of other kinds contains some whose minutes are a multiple of s, a kind's size, and could
//   be exchanged for that kind at no higher cost; so fewer than s of them stand beside it (in units of the common
//   divisor of all sizes), and its own number is at most so far below what would fit;
// - overage, being dearer than the kinds considered, never covers a whole pack.
class Search {
 public:
  Search(const Catalog& catalog, OverageMode mode) : packs_(catalog.packs) {
    if (mode == OverageMode::postpaid) overage_ = catalog.overage;
    for (PackIndex i = 0; i < packs_.size(); ++i) {
      // A kind no cheaper than overage is never needed: it only commits the buyer earlier.
      if (overage_ && rate(i) >= overage_->cost(1)) continue;
      if (!isDominated(i)) kinds_.push_back(i);
    }
    std::sort(kinds_.begin(), kinds_.end(), [&](PackIndex a, PackIndex b) {
      const auto order = rate(a) <=> rate(b);
      return order != 0 ? order < 0 : packs_[a].minutes > packs_[b].minutes;
    });
    for (const PackIndex i : kinds_) {
      divisor_ = std::gcd(divisor_, packs_[i].minutes.value);
      largest_ = std::max(largest_, packs_[i].minutes.value);
    }
  }

  std::optional<PackMix> cheapest(Int128 minutes) {
    current_.quantities.assign(packs_.size(), 0);
    cover(0, minutes);
    return best_;
  }

 private:
  [[nodiscard]] Ratio rate(PackIndex i) const { return {packs_[i].price.value, packs_[i].minutes.value}; }

  // Whether another kind, in its place, would always do as well: as many minutes for less, or for as much and listed
  // earlier.
  [[nodiscard]] bool isDominated(PackIndex i) const {
    for (PackIndex j = 0; j < packs_.size(); ++j) {
      if (j == i || packs_[j].minutes < packs_[i].minutes) continue;
      if (packs_[j].price < packs_[i].price || (packs_[j].price == packs_[i].price && j < i)) return true;
    }
    return false;
  }

  // Sums below stay exact: a kind's rate is at most that of the kinds and the overage after it, so an amount times
  // their size is at most minutes times their price, below 2^61 x 2^53, plus one pack's.
  [[nodiscard]] Ratio cost(const PackMix& mix) const {
    if (!overage_) return {mix.packAmount, 1};
    return {mix.packAmount * overage_->perMinutes + mix.overageMinutes * overage_->price.value, overage_->perMinutes};
  }

  // Whether covering `minutes` from the kinds after `level` on can still equal or better the best mix.
  [[nodiscard]] bool canStillWin(std::size_t level, Int128 minutes) const {
    const bool packsLeft = level < kinds_.size();
    if (!packsLeft && !overage_) return false;
    if (!best_) return true;
    Ratio bound = cost(current_);
    Int128 packs = packsSoFar_;
    if (packsLeft) {
      const Pack& next = packs_[kinds_[level]];
      bound = {current_.packAmount * next.minutes.value + minutes * next.price.value, next.minutes.value};
      packs += roundedUp({minutes, next.minutes.value});
    } else {
      bound.numerator += minutes * overage_->price.value;
    }
    const auto order = bound <=> cost(*best_);
    return order < 0 || (order == 0 && packs <= bestPacks_);
  }

  void cover(std::size_t level, Int128 minutes) {
    if (minutes <= 0) return offer();
    if (level == kinds_.size()) {
      if (!overage_) return;
      current_.overageMinutes = minutes;
      offer();
      current_.overageMinutes = 0;
      return;
    }
    const PackIndex kind = kinds_[level];
    const Int128 size = packs_[kind].minutes.value;
    const Int128 whole = minutes / size;
    const Int128 mostBeside = (size / divisor_ - 1) * largest_ + (overage_ ? size : 0);
    const Int128 fewest = mostBeside >= minutes ? 0 : whole - mostBeside / size;

    Int128 quantity = whole * size == minutes ? whole : whole + 1;
    take(kind, quantity);
    while (true) {
      const Int128 left = minutes - quantity * size;
      if (left > 0 && !canStillWin(level + 1, left)) break;
      cover(level + 1, left);
      if (quantity <= fewest) break;
      take(kind, -1);
      --quantity;
    }
    take(kind, -quantity);
  }

  void take(PackIndex kind, Int128 quantity) {
    current_.quantities[kind] += quantity;
    current_.packAmount += quantity * packs_[kind].price.value;
    packsSoFar_ += quantity;
  }

  void offer() {
    if (best_) {
      const auto order = cost(current_) <=> cost(*best_);
      if (order > 0) return;
      if (order == 0 && packsSoFar_ > bestPacks_) return;
      if (order == 0 && packsSoFar_ == bestPacks_ && current_.quantities <= best_->quantities) return;
    }
    best_ = current_;
    bestPacks_ = packsSoFar_;
  }

  const std::vector<Pack>& packs_;
  std::optional<OverageRate> overage_;
  std::vector<PackIndex> kinds_;
  std::int64_t divisor_ = 0;
  std::int64_t largest_ = 0;
  PackMix current_;
  Int128 packsSoFar_ = 0;
  std::optional<PackMix> best_;
  Int128 bestPacks_ = 0;
};

}  // namespace

std::optional<PackMix> cheapestPackMix(const Catalog& catalog, OverageMode mode, Int128 minutes) {
  return Search(catalog, mode).cheapest(minutes);
}

}  // namespace prorata
