#include "optimizer_search.hpp"

#include <algorithm>
#include <limits>

#include "sort.hpp"

namespace prorata {
namespace {

/// Some 40 megabytes.
constexpr std::size_t mostLabels = 150'000;
constexpr std::size_t mostLabelsInAll = 400'000;

constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();

}  // namespace

Search::Search(const Catalog& catalog, const Options& options, const std::vector<Lot>& owned,
               PackSelections& selections, Work& work)
    : catalog_(catalog),
      options_(options),
      selections_(selections),
      work_(work),
      months_(options.byMonth.size()),
      bounds_(catalog, options, owned, selections) {
  std::vector<Int128> from(months_ + 1, 0);
  for (const Lot& lot : owned) {
    for (std::size_t month = 0; month < months_ && static_cast<int>(month) <= lot.lastMonth; ++month)
      from[month] += lot.left;
  }
  // No forecast uses so many, and an answer with so many unused is none.
  if (from[0] > Bounds::beyondEveryAnswer * 4) static_cast<void>(checkedInteger(from[0]));
  for (const Int128 minutes : from) ownedFrom_.push_back(static_cast<std::int64_t>(minutes));

  if (!selections.empty()) purchases_.emplace(catalog, selections, bounds_, work);
}

std::optional<Schedule> Search::betterThan(const std::optional<Schedule>& known) {
  if (known) {
    known_ = known->merit;
    limit_ = bounds_.fits(known_->cost) ? bounds_.parts(known_->cost) : INT64_MAX;
  }
  search({2, 32});
  search({16, 64});
  search({unlimited, unlimited});
  return std::move(best_);
}

// ------------------------------------------------------------------ minutes and money

/// Minutes that a label of an earlier month's end could still use in `month`.
std::int64_t Search::usable(const Label& label, std::size_t month) const {
  if (label.owned) return std::min(label.left, ownedFrom_[month]);
  return label.lastMonth >= static_cast<int>(month) ? label.left : 0;
}

/// Those that can be used from `month` on.
std::int64_t Search::useful(const Label& label, std::size_t month) const {
  if (label.owned) return std::min(label.left, bounds_.ownedDemand(month));
  if (label.lastMonth < static_cast<int>(month)) return 0;
  return std::min(label.left, bounds_.demand(month, static_cast<std::size_t>(label.lastMonth)));
}

/// What a schedule with this label of the month's end costs at least.
std::int64_t Search::least(const Bounds::Bound& bound, const Label& label, std::size_t month) const {
  return bounds_.parts(label.cost) - useful(label, month + 1) * bound.worth + bound.from[month + 1];
}

// A total is whole, so that a bound past the known total less 1 makes it a tie at best; then the minutes wasted already
// decide, and the packs.
bool Search::isNoBetter(const Label& label, std::size_t month) const {
  if (limit_ == INT64_MAX) return false;
  bool mayCostLess = true;
  for (const Bounds::Bound& bound : bounds_.all()) {
    const std::int64_t cost = least(bound, label, month);
    if (cost > limit_) return true;
    if (cost > limit_ - bounds_.parts(1)) mayCostLess = false;
  }
  if (mayCostLess) return false;
  const std::int64_t wasted = label.unused - useful(label, month + 1);
  return wasted != known_->wasted ? wasted > known_->wasted : label.packs >= known_->packs;
}

/// What buying so many minutes later costs at most, by packs of one kind.
std::int64_t Search::replacement(std::int64_t minutes) const {
  std::int64_t least = INT64_MAX;
  for (const Pack& pack : catalog_.packs) {
    const std::int64_t packs = (minutes + pack.minutes.value - 1) / pack.minutes.value;
    std::int64_t price = 0;
    if (!__builtin_mul_overflow(packs, pack.price.value, &price)) least = std::min(least, price);
  }
  return least;
}

// ------------------------------------------------------------------ labels

void Search::search(Widths widths) {
  crowded_ = mostLabels / 4;
  Label start;
  start.left = start.unused = ownedFrom_[0];
  start.owned = true;
  levels_.assign(1, {start});
  if (purchases_) {
    const Bounds::Bound& bound = bounds_.all().front();
    const std::int64_t atLeast = bound.from[0] - useful(start, 0) * bound.worth;
    if (atLeast > limit_) return;
    purchases_->use(widths.selections, limit_ == INT64_MAX ? INT64_MAX : limit_ - atLeast);
  }
  std::size_t inAll = 0;
  for (std::size_t month = 0; month < months_; ++month) {
    fresh_.clear();
    forgetPlaces();
    for (std::uint32_t i = 0; i < levels_[month].size(); ++i) extend(i, month);
    levels_.push_back(prune(month, widths.labels));
    inAll += levels_.back().size();
    if (inAll > mostLabelsInAll) Work::refuse();
  }
  keepBest();
}

// What one label of the month before becomes.
void Search::extend(std::uint32_t previous, std::size_t month) {
  const Label before = levels_[month][previous];
  const Bounds::Bound& bound = bounds_.all().front();
  const std::int64_t atLeast = bounds_.parts(before.cost) - useful(before, month) * bound.worth + bound.from[month];
  Label label = before;
  label.previous = previous;
  label.selection = 0;
  label.basePacks = 0;
  label.left = usable(before, month);
  for (const std::size_t index : bounds_.byGap(month)) {
    if (atLeast + bounds_.gap(month, index) > limit_) break;
    work_.count(1);
    const Option& option = options(month)[index];
    if (month == 1 && options_.secondMonthKeepsTier && option.plan < options(0)[before.option].plan) continue;
    label.option = static_cast<std::uint16_t>(index);
    take(label, month, option);
  }
}

void Search::take(const Label& before, std::size_t month, const Option& option) {
  Label label = before;
  label.cost += option.cost.value;
  const std::int64_t drawn = std::min(label.left, option.excess.value);
  label.left -= drawn;
  label.unused -= drawn;
  if (label.left == 0) {
    label.owned = false;
    label.lastMonth = -1;
  }
  const std::int64_t minutes = option.excess.value - drawn;
  if (minutes == 0) return add(label, month);

  if (option.overage == OverageMode::postpaid)
    buy(label, month, purchases_ ? purchases_->partial(minutes) : PackPurchase{bounds_.overage(minutes), 0, 0, 0, 0});
  if (!purchases_) return;
  if (purchases_->passesRange(minutes)) {
    passedRange_ = true;
    return;
  }
  std::int64_t room = INT64_MAX;
  if (limit_ != INT64_MAX) {
    for (const Bounds::Bound& bound : bounds_.all())
      room = std::min(room, limit_ - bounds_.parts(label.cost) - minutes * bound.worth - bound.from[month + 1]);
  }
  purchases_->covers(minutes, room, [&](const PackPurchase& purchase) { buy(label, month, purchase); });
}

// Everything older is used up: what is left is of the purchase.
void Search::buy(const Label& label, std::size_t month, const PackPurchase& purchase) {
  Label bought = label;
  bought.cost += purchase.price;
  bought.packs += purchase.packs;
  bought.unused += purchase.left;
  bought.left = purchase.left;
  bought.selection = purchase.selection;
  bought.basePacks = purchase.basePacks;
  if (purchase.left > 0)
    bought.lastMonth =
        static_cast<std::int8_t>(std::min(static_cast<std::size_t>(catalog_.packValidityMonths) + month, months_ - 1));
  add(bought, month);
}

void Search::add(const Label& label, std::size_t month) {
  if (label.cost > Bounds::beyondEveryAnswer) {
    passedRange_ = true;
    return;
  }
  // Of those that hold nothing, or as much of a purchase of this month, the best stands for all.
  const bool alike = !label.owned && (label.left == 0 || label.basePacks > 0 || label.selection > 0) && !isApart(month);
  if (alike) {
    std::uint32_t& place = placeOf(label.left);
    if (place > 0) {
      if (merit(label) < merit(fresh_[place - 1]) && !isNoBetter(label, month)) fresh_[place - 1] = label;
      return;
    }
    if (isNoBetter(label, month)) return;
    place = static_cast<std::uint32_t>(fresh_.size()) + 1;
    fresh_.push_back(label);
    if (2 * ++lefts_ > byLeft_.size()) growPlaces();
  } else {
    if (isNoBetter(label, month)) return;
    fresh_.push_back(label);
  }
  if (fresh_.size() < crowded_) return;
  fresh_ = prune(month, mostLabels);
  forgetPlaces();
  if (fresh_.size() == mostLabels) Work::refuse();
  crowded_ = std::max(crowded_, 2 * fresh_.size());
}

std::uint32_t& Search::placeOf(std::int64_t left) {
  const std::size_t mask = byLeft_.size() - 1;
  const auto mixed = static_cast<std::uint64_t>(left) * 0x9E37'79B9'7F4A'7C15U;
  std::size_t at = static_cast<std::size_t>(mixed >> 32) & mask;
  while (byLeft_[at] > 0 && fresh_[byLeft_[at] - 1].left != left) at = (at + 1) & mask;
  return byLeft_[at];
}

void Search::growPlaces() {
  std::vector<std::uint32_t> old(2 * byLeft_.size(), 0);
  old.swap(byLeft_);
  for (const std::uint32_t place : old) {
    if (place > 0) placeOf(fresh_[place - 1].left) = place;
  }
}

void Search::forgetPlaces() {
  byLeft_.assign(256, 0);
  lefts_ = 0;
}

// The fresh labels for which no other is at least as good, best first; of those the most promising, if there are more
// than `width`.
std::vector<Search::Label> Search::prune(std::size_t month, std::size_t width) {
  const bool apart = isApart(month);
  std::vector<std::uint32_t> order(fresh_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  work_.count(2 * order.size());
  sort(order, [&](std::uint32_t i, std::uint32_t j) {
    const Label &a = fresh_[i], &b = fresh_[j];
    if (apart && a.option != b.option) return a.option < b.option;
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.unused != b.unused) return a.unused < b.unused;
    if (a.packs != b.packs) return a.packs < b.packs;
    return a.left != b.left ? a.left > b.left : i < j;
  });

  int lastOwned = -1;
  for (std::size_t later = month + 1; later < months_; ++later) {
    if (ownedFrom_[later] > 0) lastOwned = static_cast<int>(later);
  }
  // Of the labels kept: the most minutes that serve through a month at least, the most that are owned, the least cost.
  std::vector<std::int64_t> mostThrough;
  std::int64_t mostOwned = -1, cheapest = 0;
  std::vector<Label> kept;
  for (const std::uint32_t i : order) {
    const Label& label = fresh_[i];
    if (mostThrough.empty() || (apart && label.option != kept.back().option)) {
      mostThrough.assign(months_ + 1, -1);
      mostOwned = -1;
      cheapest = label.cost;
    }
    const std::int64_t minutes = usable(label, month + 1);
    const bool owned = label.owned && minutes > 0;
    const int last = minutes == 0 ? static_cast<int>(month) : (owned ? lastOwned : label.lastMonth);
    const auto through = static_cast<std::size_t>(last);
    const bool dominated =
        mostThrough[through] >= minutes ||
        (owned ? mostOwned >= label.left : mostOwned >= 0 && std::min(mostOwned, ownedFrom_[through]) >= minutes);
    if (dominated) continue;
    if (label.cost > cheapest && label.cost - cheapest > replacement(useful(label, month + 1))) continue;
    if (owned) {
      mostOwned = std::max(mostOwned, label.left);
    } else {
      for (std::size_t earlier = 0; earlier <= through; ++earlier)
        mostThrough[earlier] = std::max(mostThrough[earlier], minutes);
    }
    kept.push_back(label);
  }
  if (kept.size() <= width) return kept;

  std::vector<std::pair<std::int64_t, std::uint32_t>> promising;
  for (std::uint32_t i = 0; i < kept.size(); ++i)
    promising.emplace_back(least(bounds_.all().front(), kept[i], month), i);
  sort(promising, [](const auto& a, const auto& b) { return a < b; });
  std::vector<Label> best;
  for (std::size_t i = 0; i < width; ++i) best.push_back(kept[promising[i].second]);
  return best;
}

// ------------------------------------------------------------------ schedules

void Search::keepBest() {
  const Label* last = nullptr;
  for (const Label& label : levels_.back()) {
    if (last == nullptr || merit(label) < merit(*last)) last = &label;
  }
  if (last == nullptr || (known_ && merit(*last) >= *known_)) return;
  Schedule schedule{merit(*last), std::vector<Step>(months_)};
  for (std::size_t month = months_; month-- > 0; last = &levels_[month][last->previous]) {
    Step& step = schedule.steps[month];
    step.option = options(month)[last->option];
    if (last->basePacks == 0 && last->selection == 0) continue;
    const std::vector<std::int64_t> quantities = selections_.quantities(last->selection, last->basePacks);
    for (PackIndex pack = 0; pack < quantities.size(); ++pack) {
      if (quantities[pack] == 0) continue;
      step.packs.push_back({pack, quantities[pack]});
      step.packMinutes += quantities[pack] * catalog_.packs[pack].minutes.value;
      step.packPrice += quantities[pack] * catalog_.packs[pack].price.value;
    }
  }
  known_ = schedule.merit;
  limit_ = bounds_.fits(known_->cost) ? bounds_.parts(known_->cost) : INT64_MAX;
  best_ = std::move(schedule);
}

}  // namespace prorata
