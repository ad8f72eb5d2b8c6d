#include "pack_mix.hpp"

#include <algorithm>

namespace prorata {
namespace {

/// Beyond so many selections remainders are quicker.
constexpr std::size_t fewSelections = 4'096;

}  // namespace

// Beside each selection there are as many base packs as fit, and overage for the rest, or one more. In the order of the
// list a purchase costs ever more above the base's rate, so that the search ends where that alone passes the best.
class MixSearch {
 public:
  MixSearch(PackMixes& mixes, PackMixes::Kinds& kinds, OverageMode mode, Int128 minutes)
      : mixes_(mixes), kinds_(kinds), minutes_(minutes), base_(kinds.selections.base()) {
    if (mode == OverageMode::postpaid) overage_ = mixes.catalog_.overage;
    whole_ = minutes / base_.minutes.value;
    rest_ = minutes % base_.minutes.value;
  }

  // Nothing covers as much as the empty selection with a base pack more does, so there is always a best.
  PackMix cheapest() {
    for (std::size_t position = 0;; ++position) {
      if (position == fewSelections && endsWithRemainders()) return mixOf(*best_);
      const PackSelection* selection = kinds_.selections.at(position);
      if (selection == nullptr || isPastBest(*selection)) return mixOf(*best_);
      mixes_.work_.count(8);
      const Part part{
          selection->rest, selection->restPrice, selection->packs - selection->whole, selection->whole, position, true};
      consider(part, part.whole);
      if (position == 0 && isOutOfReach()) return mixOf(*best_);
    }
  }

 private:
  /// Packs other than the base, less whole base packs.
  struct Part {
    std::int64_t rest;
    std::int64_t price;
    std::int64_t packs;
    std::int64_t whole;
    /// Which of the selections, or else of the remainders, it is.
    std::size_t place;
    bool listed;
  };

  struct Found {
    Part part;
    Int128 basePacks;
    Int128 price;
    /// Minutes by overage; negative for minutes left over.
    Int128 left;
    /// Packs and overage, exactly, for perMinutes times as much where overage is possible.
    Int128 cost;
    Int128 packs;
  };

  // The base's minutes so many times, beside the rest, that all minutes are covered, or that none is left over; at
  // least `least` times.
  void consider(const Part& part, std::int64_t least) {
    offer(part, std::max<Int128>(least, part.rest < rest_ ? whole_ + 1 : whole_));
    const Int128 fitting = part.rest > rest_ ? whole_ - 1 : whole_;
    if (overage_ && fitting >= least) offer(part, fitting);
  }

  // Sums stay exact: packs are only bought where the base's rate is below that of overage, so that an amount times
  // perMinutes is at most about the minutes, below 2^60, times the price of overage, below 2^53.
  void offer(const Part& part, Int128 whole) {
    Found found{part, whole - part.whole, part.price + whole * base_.price.value, 0, 0, part.packs + whole};
    found.left = minutes_ - part.rest - whole * base_.minutes.value;
    found.cost = found.price;
    if (overage_)
      found.cost = found.price * overage_->perMinutes + std::max<Int128>(0, found.left) * overage_->price.value;
    if (!best_ || isBetter(found)) take(found);
  }

  void take(const Found& found) {
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

  // Whether base packs alone are the best: where nothing is left to overage, other kinds can save a base pack only if
  // they have all the minutes that it was bought for, and even the one of lowest rate costs too much for those.
  [[nodiscard]] bool isOutOfReach() const {
    if (overage_ || rest_ == 0) return false;
    const std::vector<PackIndex>& kinds = kinds_.selections.kinds();
    return std::all_of(kinds.begin(), kinds.end(), [&](PackIndex kind) {
      const Pack& pack = mixes_.catalog_.packs[kind];
      return extraOf(pack, base_) / pack.minutes.value > limit_ / rest_;
    });
  }

  // For how many minutes the limit suffices at so much a minute, times the base's minutes; at most the base's minutes.
  [[nodiscard]] Int128 farthest(Int128 perMinute) const {
    return perMinute > 0 ? std::min<Int128>(limit_ / perMinute, base_.minutes.value) : base_.minutes.value;
  }

  // Looks at the best selection of each remainder. Answers whether the best found is the best of all.
  bool endsWithRemainders() {
    auto& remainders = kinds_.remainders;
    if (!remainders || remainders->limit() < limit_) {
      if (PackRemainders::countOf(mixes_.catalog_, kinds_.selections) > PackRemainders::most) return false;
      // The first need has them made for itself, the first that goes further for all.
      const Int128 limit = remainders ? Int128{base_.price.value} * base_.minutes.value : limit_;
      remainders.emplace(mixes_.catalog_, kinds_.selections, limit, mixes_.work_);
    }
    const Found listed = *best_;
    // Further from the rest than this, what is left over or left to overage alone passes the best.
    const Int128 over = farthest(base_.price.value);
    const Int128 under =
        overage_ ? farthest(roundedDown(Ratio{overage_->price * base_.minutes.value, overage_->perMinutes}) -
                            base_.price.value)
                 : 0;
    const auto size = static_cast<std::int64_t>(remainders->size());
    const std::int64_t unit = remainders->unit();
    auto place = static_cast<std::int64_t>((rest_ + base_.minutes.value - under) / unit % size);
    const auto near = static_cast<std::int64_t>(std::min<Int128>(size, (under + over) / unit + 2));
    mixes_.work_.count(static_cast<std::size_t>(near));
    for (std::int64_t i = 0; i < near; ++i, place = place + 1 < size ? place + 1 : 0) {
      const auto at = static_cast<std::size_t>(place);
      const auto& [price, packs] = remainders->cost(at);
      if (price > base_.price.value) continue;
      const std::int64_t rest = place * unit;
      if (Int128{price} * base_.minutes.value - Int128{rest} * base_.price.value > limit_) continue;
      mixes_.work_.count(8);
      const Part part{rest, price, packs, remainders->packs(at) - packs, at, false};
      consider(part, 0);
    }
    if (best_->basePacks >= 0) return true;
    take(listed);
    return false;
  }

  [[nodiscard]] std::vector<std::int64_t> quantities(const Found& found) const {
    const auto basePacks = static_cast<std::int64_t>(found.basePacks);
    const Part& part = found.part;
    if (part.listed) return kinds_.selections.quantities(part.place, basePacks);
    mixes_.work_.count(static_cast<std::size_t>(8 * (part.packs + part.whole)));
    std::vector<std::int64_t> quantities = kinds_.remainders->quantities(part.place);
    quantities[kinds_.selections.basePack()] = basePacks;
    return quantities;
  }

  [[nodiscard]] PackMix mixOf(const Found& found) const {
    PackMix mix{{}, found.price, std::max<Int128>(0, found.left)};
    const std::vector<std::int64_t> bought = quantities(found);
    for (PackIndex pack = 0; pack < bought.size(); ++pack) {
      if (bought[pack] > 0) mix.packs.push_back({pack, checkedInteger(bought[pack])});
    }
    return mix;
  }

  PackMixes& mixes_;
  PackMixes::Kinds& kinds_;
  Int128 minutes_;
  const Pack& base_;
  std::optional<OverageRate> overage_;
  /// minutes = whole x the base's + rest.
  Int128 whole_;
  Int128 rest_;
  std::optional<Found> best_;
  Int128 limit_ = 0;
};

PackMixes::PackMixes(const Catalog& catalog, Int128 mostMinutes) : catalog_(catalog), mostMinutes_(mostMinutes) {}

// Where overage is possible no kind as dear is needed; elsewhere every kind is.
PackMixes::Kinds& PackMixes::kindsFor(OverageMode mode) {
  const Ratio overage = catalog_.overage.cost(1);
  const auto isCheaper = [&](const Pack& pack) { return rateOf(pack) < overage; };
  const bool areCheaper =
      mode == OverageMode::postpaid || std::all_of(catalog_.packs.begin(), catalog_.packs.end(), isCheaper);
  std::optional<Kinds>& kinds = areCheaper ? cheaper_ : all_;
  const std::optional<Ratio> below = areCheaper ? std::optional(overage) : std::nullopt;
  if (!kinds) kinds.emplace(Kinds{PackSelections(catalog_, mostMinutes_, work_, below), {}});
  return *kinds;
}

std::optional<PackMix> PackMixes::cheapest(OverageMode mode, Int128 minutes) {
  if (minutes == 0) return PackMix{};
  Kinds& kinds = kindsFor(mode);
  if (!kinds.selections.empty()) return MixSearch(*this, kinds, mode, minutes).cheapest();
  return mode == OverageMode::postpaid ? std::optional(PackMix{{}, 0, minutes}) : std::nullopt;
}

}  // namespace prorata
