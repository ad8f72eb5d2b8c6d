#include "optimizer_search.hpp"

#include <algorithm>
#include <limits>

#include "sort.hpp"

namespace prorata {
namespace {

/// Far above every answer, far below overflow.
constexpr std::int64_t beyondEveryAnswer = std::int64_t{1} << 56;

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
  if (from[0] > beyondEveryAnswer * 4) static_cast<void>(checkedInteger(from[0]));
  for (const Int128 minutes : from) ownedFrom_.push_back(static_cast<std::int64_t>(minutes));

  const std::int64_t price = catalog.overage.price.value;
  narrowOverage_ = (std::int64_t{1} << 61) / std::max<std::int64_t>(1, price);
  if (!selections.empty())
    packsPay_ = Ratio{selections.base().price.value, selections.base().minutes.value} < catalog.overage.cost(1);
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

std::int64_t Search::overage(std::int64_t minutes) const {
  const OverageRate& rate = catalog_.overage;
  if (minutes <= narrowOverage_) return (2 * minutes * rate.price.value + rate.perMinutes) / (2 * rate.perMinutes);
  return static_cast<std::int64_t>(std::min<Int128>(beyondEveryAnswer * 2, rounded(rate.cost(minutes))));
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

const PackSelection* Search::selection(std::size_t position) {
  const PackSelection* found = selections_.at(position);
  while (found != nullptr && extras_.size() <= position)
    extras_.push_back(bounds_.extra(*selections_.at(extras_.size()), selections_.base().minutes.value));
  return found;
}

// ------------------------------------------------------------------ labels

void Search::search(Widths widths) {
  widths_ = widths;
  crowded_ = mostLabels / 4;
  Label start;
  start.left = start.unused = ownedFrom_[0];
  start.owned = true;
  levels_.assign(1, {start});
  std::size_t inAll = 0;
  for (std::size_t month = 0; month < months_; ++month) {
    fresh_.clear();
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

  Need need{minutes, 0, 0};
  if (!selections_.empty()) {
    need.whole = minutes / selections_.base().minutes.value;
    need.rest = minutes % selections_.base().minutes.value;
  }
  if (option.overage == OverageMode::postpaid) addPartial(label, month, need);
  if (!selections_.empty()) addCovers(label, month, need);
}

// Packs that are used up and overage for the rest: beside each selection as many base packs as fit, since each costs
// less than the overage it saves. What shows the least amount, then has fewest packs, stands for all.
void Search::addPartial(const Label& label, std::size_t month, const Need& need) {
  Label partial = label;
  partial.cost += overage(need.minutes);
  if (packsPay_) {
    const Pack& base = selections_.base();
    const OverageRate& rate = catalog_.overage;
    // What a base pack costs less than the overage it saves, times perMinutes.
    const Int128 saved = base.minutes * rate.price.value - base.price * rate.perMinutes;
    std::int64_t shown = overage(need.minutes), packs = 0;
    const std::int64_t atRate = need.minutes * bounds_.all().front().worth - bounds_.parts(1) / 2;
    // At least one minute is left to overage.
    const std::int64_t whole = (need.minutes - 1) / base.minutes.value, rest = (need.minutes - 1) % base.minutes.value;
    for (std::size_t position = 0; position < widths_.selections; ++position) {
      const PackSelection* beside = selection(position);
      if (beside == nullptr || (bounds_.fits(shown) && atRate + extras_[position] > bounds_.parts(shown))) break;
      work_.count(1);
      const bool fewer = beside->rest > rest;
      const std::int64_t fitting = whole - beside->whole - (fewer ? 1 : 0);
      if (fitting < 0) continue;
      const std::int64_t left = rest - beside->rest + (fewer ? base.minutes.value : 0) + 1;
      const Int128 price = Int128{beside->restPrice} + (Int128{whole} - (fewer ? 1 : 0)) * base.price.value;
      const Int128 amount = price + overage(left);
      if (amount > shown) continue;
      // A base pack may be left out while rounding hides it: the amount shows as the same while twice what it is
      // exactly stays below this.
      const Ratio exact = {price * rate.perMinutes + left * Int128{rate.price.value}, rate.perMinutes};
      const Int128 room = (2 * amount + 1) * exact.denominator - 1 - 2 * exact.numerator;
      const std::int64_t without = static_cast<std::int64_t>(std::min<Int128>(fitting, room / (2 * saved)));
      const std::int64_t inAll = beside->packs + fitting - without;
      if (amount == shown && inAll >= packs) continue;
      shown = static_cast<std::int64_t>(amount);
      packs = inAll;
      partial.selection = static_cast<std::uint32_t>(position);
      partial.basePacks = fitting - without;
    }
    partial.cost = label.cost + shown;
    partial.packs += packs;
  }
  add(partial, month);
}

// Packs for all of it, of which none could be left out. In the order of the list they cost ever more above the lowest
// rate, at which the bounds count.
void Search::addCovers(const Label& label, std::size_t month, const Need& need) {
  const Pack& base = selections_.base();
  if (need.whole > beyondEveryAnswer / std::max<std::int64_t>(1, base.price.value)) {
    passedRange_ = true;
    return;
  }
  std::int64_t room = INT64_MAX;
  if (limit_ != INT64_MAX) {
    for (const Bounds::Bound& bound : bounds_.all()) {
      const std::int64_t atRate = bounds_.parts(label.cost) + need.minutes * bound.worth + bound.from[month + 1];
      room = std::min(room, limit_ - atRate);
    }
  }
  for (std::size_t position = 0; position < widths_.selections; ++position) {
    const PackSelection* beside = selection(position);
    if (beside == nullptr || extras_[position] > room) return;
    work_.count(1);
    const bool oneMore = beside->rest < need.rest;
    const std::int64_t basePacks = need.whole - beside->whole + (oneMore ? 1 : 0);
    Label covered = label;
    std::int64_t smallest = beside->smallest;
    if (basePacks > 0) {
      smallest = std::min(smallest, base.minutes.value);
      covered.left = beside->rest - need.rest + (oneMore ? base.minutes.value : 0);
      covered.cost += beside->restPrice + (need.whole + (oneMore ? 1 : 0)) * base.price.value;
      covered.basePacks = basePacks;
      covered.packs += basePacks;
    } else {
      covered.left = beside->minutes - need.minutes;
      covered.cost += beside->price;
    }
    if (covered.left >= smallest) continue;
    covered.packs += beside->packs;
    covered.selection = static_cast<std::uint32_t>(position);
    covered.unused += covered.left;
    if (covered.left > 0)
      covered.lastMonth = static_cast<std::int8_t>(
          std::min(static_cast<std::size_t>(catalog_.packValidityMonths) + month, months_ - 1));
    add(covered, month);
  }
}

void Search::add(const Label& label, std::size_t month) {
  if (label.cost > beyondEveryAnswer) {
    passedRange_ = true;
    return;
  }
  if (isNoBetter(label, month)) return;
  fresh_.push_back(label);
  if (fresh_.size() < crowded_) return;
  fresh_ = prune(month, mostLabels);
  if (fresh_.size() == mostLabels) Work::refuse();
  crowded_ = std::max(crowded_, 2 * fresh_.size());
}

// The fresh labels for which no other is at least as good, best first; of those the most promising, if there are more
// than `width`.
std::vector<Search::Label> Search::prune(std::size_t month, std::size_t width) {
  // The plan of the first month may restrict the second, so labels of different plans are not compared.
  const bool apart = month == 0 && options_.secondMonthKeepsTier;
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
  const auto meritOf = [](const Label& label) { return Merit{label.cost, label.unused, label.packs}; };
  const Label* last = nullptr;
  for (const Label& label : levels_.back()) {
    if (last == nullptr || meritOf(label) < meritOf(*last)) last = &label;
  }
  if (last == nullptr || (known_ && meritOf(*last) >= *known_)) return;
  Schedule schedule{meritOf(*last), std::vector<Step>(months_)};
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
