#include "optimizer_search.hpp"

#include <algorithm>
#include <limits>

#include "sort.hpp"

namespace prorata {
namespace {

/// Some thirty megabytes.
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
      stock_(options, owned),
      bounds_(catalog, options, stock_, selections),
      front_(catalog, options, stock_, bounds_, work) {
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

// A total is whole, so that a bound past the known total less 1 makes it a tie at best; then the minutes wasted already
// decide, and the packs.
bool Search::isNoBetter(const Label& label, std::size_t month) const {
  if (limit_ == INT64_MAX) return false;
  bool mayCostLess = true;
  for (const Bounds::Bound& bound : bounds_.all()) {
    const std::int64_t cost = bounds_.least(bound, label, month);
    if (cost > limit_) return true;
    if (cost > limit_ - bounds_.parts(1)) mayCostLess = false;
  }
  if (mayCostLess) return false;
  const std::int64_t wasted = label.unused - stock_.useful(label, month + 1);
  return wasted != known_->wasted ? wasted > known_->wasted : label.packs >= known_->packs;
}

// ------------------------------------------------------------------ labels

void Search::search(Widths widths) {
  Label start;
  start.left = start.unused = stock_.owned(0);
  start.owned = true;
  levels_.assign(1, {start});
  if (purchases_) {
    const Bounds::Bound& bound = bounds_.all().front();
    const std::int64_t atLeast = bound.from[0] - stock_.useful(start, 0) * bound.worth;
    if (atLeast > limit_) return;
    purchases_->use(widths.selections, limit_ == INT64_MAX ? INT64_MAX : limit_ - atLeast);
  }
  std::size_t inAll = 0;
  for (std::size_t month = 0; month < months_; ++month) {
    front_.start(month);
    for (std::uint32_t i = 0; i < levels_[month].size(); ++i) extend(i, month);
    levels_.push_back(front_.take(widths.labels));
    inAll += levels_.back().size();
    if (inAll > mostLabelsInAll) Work::refuse();
  }
  keepBest();
}

// What one label of the month before becomes.
void Search::extend(std::uint32_t previous, std::size_t month) {
  const Label before = levels_[month][previous];
  const Bounds::Bound& bound = bounds_.all().front();
  const std::int64_t atLeast =
      bounds_.parts(before.cost) - stock_.useful(before, month) * bound.worth + bound.from[month];
  Label label = before;
  label.previous = previous;
  label.selection = 0;
  label.basePacks = 0;
  label.left = stock_.usable(before, month);
  for (const std::size_t index : bounds_.byGap(month)) {
    if (atLeast + bounds_.gap(month, index) > limit_) break;
    work_.count(4);
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
  work_.count(12);
  if (front_.hasCheaper(purchase.left, label.cost + purchase.price)) return;
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
  work_.count(24);
  if (label.cost > Bounds::beyondEveryAnswer) {
    passedRange_ = true;
  } else if (!front_.beats(label) && !isNoBetter(label, month)) {
    work_.count(24);
    front_.add(label);
  }
}

// ------------------------------------------------------------------ schedules

void Search::keepBest() {
  const Label* last = nullptr;
  for (const Label& label : levels_.back()) {
    if (last == nullptr || label.merit() < last->merit()) last = &label;
  }
  if (last == nullptr || (known_ && last->merit() >= *known_)) return;
  Schedule schedule{last->merit(), std::vector<Step>(months_)};
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
