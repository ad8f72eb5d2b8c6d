#include "optimizer_front.hpp"

#include <algorithm>

#include "sort.hpp"

namespace prorata {
namespace {

constexpr std::size_t firstCrowd = 1'000;
/// Some ten megabytes.
constexpr std::size_t mostLabels = 150'000;

}  // namespace

Front::Front(const Catalog& catalog, const Options& options, const Stock& stock, const Bounds& bounds, Work& work)
    : options_(options), stock_(stock), bounds_(bounds), work_(work), validity_(catalog.packValidityMonths) {
  // Overage, rounded up in every month, once no month can be on a plan that suspends.
  std::size_t postpaid = stock.months();
  const auto bills = [](const Option& option) { return option.overage == OverageMode::postpaid; };
  while (postpaid > 1 && std::all_of(options.byMonth[postpaid - 1].begin(), options.byMonth[postpaid - 1].end(), bills))
    --postpaid;
  addSubstitute(catalog.overage.cost(1), static_cast<Int128>(stock.months()), postpaid - 1);

  // Packs of one kind, of which one may be used in part: the kind of lowest rate, and the cheapest.
  const Pack *lowest = nullptr, *cheapest = nullptr;
  for (const Pack& pack : catalog.packs) {
    if (lowest == nullptr || pack.price * lowest->minutes.value < lowest->price * pack.minutes.value) lowest = &pack;
    if (cheapest == nullptr || pack.price < cheapest->price) cheapest = &pack;
  }
  for (const Pack* pack : {lowest, cheapest}) {
    if (pack != nullptr) addSubstitute({pack->price.value, pack->minutes.value}, pack->price.value, 0);
  }
}

void Front::addSubstitute(Ratio rate, Int128 fixed, std::size_t from) {
  const Int128 perMinute = roundedUp({rate.numerator * bounds_.parts(1), rate.denominator});
  // What does not fit is not compared.
  if (perMinute > Bounds::most / std::max<std::int64_t>(1, stock_.demand())) return;
  if (!bounds_.fits(static_cast<std::int64_t>(fixed))) return;
  substitutes_.push_back({static_cast<std::int64_t>(perMinute), bounds_.parts(static_cast<std::int64_t>(fixed)), from});
}

std::int64_t Front::potential(const Substitute& substitute, std::int64_t cost, std::int64_t minutes) const {
  return bounds_.parts(cost) - substitute.perMinute * std::min(minutes, stock_.demand());
}

void Front::start(std::size_t month) {
  month_ = month;
  apart_ = month == 0 && options_.secondMonthKeepsTier;
  labels_.clear();
  stairs_.clear();
  rivals_.clear();
  forgetPlaces();
  crowded_ = firstCrowd;
}

// ------------------------------------------------------------------ while labels come

bool Front::beats(const Label& label) {
  if (apart_) return false;
  if (isAlike(label)) {
    const Place& place = places_[placeOf(label.left)];
    if (place.at > 0 && labels_[place.at - 1].merit() <= label.merit()) return true;
  }
  std::size_t from = 0, to = stairs_.size();
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    if (stairs_[middle].cost < label.cost) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  if (from > 0 && stairs_[from - 1].minutes >= stock_.usable(label, month_ + 1)) return true;
  if (rivals_.empty() || !bounds_.fits(label.cost)) return false;
  const std::int64_t minutes = stock_.useful(label, month_ + 1);
  for (std::size_t i = 0; i < substitutes_.size(); ++i) {
    const Substitute& substitute = substitutes_[i];
    if (month_ >= substitute.from && rivals_[i].cost < label.cost &&
        potential(substitute, label.cost, minutes) > rivals_[i].potential + substitute.fixed)
      return true;
  }
  return false;
}

// Labels that hold nothing, or as much of a purchase of this month, differ in merit only.
bool Front::isAlike(const Label& label) const {
  return !label.owned && (label.left == 0 || label.basePacks > 0 || label.selection > 0);
}

void Front::add(const Label& label) {
  if (!apart_ && isAlike(label)) {
    Place& place = places_[placeOf(label.left)];
    if (place.at > 0) {
      place.cost = label.cost;
      labels_[place.at - 1] = label;
      return;
    }
    labels_.push_back(label);
    place = {label.left, label.cost, labels_.size()};
    if (2 * ++placed_ > places_.size()) growPlaces();
  } else {
    labels_.push_back(label);
  }
  if (labels_.size() < crowded_) return;
  prune();
  forgetPlaces();
  if (labels_.size() > mostLabels) Work::refuse();
  crowded_ = std::max(crowded_, 4 * labels_.size());
  summarise();
}

void Front::growPlaces() {
  std::vector<Place> old(2 * places_.size());
  old.swap(places_);
  for (const Place& place : old) {
    if (place.at > 0) places_[placeOf(place.left)] = place;
  }
}

void Front::forgetPlaces() {
  places_.assign(64, {});
  placed_ = 0;
}

void Front::summarise() {
  stairs_.clear();
  rivals_.assign(substitutes_.size(), {INT64_MAX, INT64_MAX / 2});
  if (apart_) return;
  const int longest = std::min(static_cast<int>(month_) + validity_, static_cast<int>(stock_.months()) - 1);
  for (const Label& label : labels_) {
    if (label.owned || (label.left > 0 && label.lastMonth < longest)) continue;
    const std::int64_t minutes = stock_.usable(label, month_ + 1);
    if (stairs_.empty() || minutes > stairs_.back().minutes) stairs_.push_back({label.cost, minutes});
    if (!bounds_.fits(label.cost)) continue;
    for (std::size_t i = 0; i < substitutes_.size(); ++i) {
      const std::int64_t potentialHere = potential(substitutes_[i], label.cost, minutes);
      if (potentialHere < rivals_[i].potential) rivals_[i] = {label.cost, potentialHere};
    }
  }
}

// ------------------------------------------------------------------ the front

void Front::prune() {
  if (labels_.size() < 2) return;
  struct Rank {
    std::int64_t cost;
    std::uint32_t at;
  };
  std::vector<Rank> order;
  order.reserve(labels_.size());
  for (std::uint32_t i = 0; i < labels_.size(); ++i) order.push_back({labels_[i].cost, i});
  work_.count(24 * order.size());
  sort(order, [&](const Rank& i, const Rank& j) {
    if (!apart_ && i.cost != j.cost) return i.cost < j.cost;
    const Label &a = labels_[i.at], &b = labels_[j.at];
    if (apart_ && a.option != b.option) return a.option < b.option;
    if (a.merit() != b.merit()) return a.merit() < b.merit();
    return a.left != b.left ? a.left > b.left : i.at < j.at;
  });

  // Of the labels kept, by month: the most minutes that serve through it at least, and the least potentials of those,
  // one substitute's after the other's. Owned minutes are counted apart.
  const std::size_t months = stock_.months() + 1;
  std::vector<std::int64_t> mostThrough;
  std::vector<std::int64_t> potentials;
  std::int64_t mostOwned = -1;
  std::vector<Label> kept;
  kept.reserve(labels_.size());
  for (const Rank& rank : order) {
    const Label& label = labels_[rank.at];
    if (mostThrough.empty() || (apart_ && label.option != kept.back().option)) {
      mostThrough.assign(months, -1);
      potentials.assign(substitutes_.size() * months, INT64_MAX / 2);
      mostOwned = -1;
    }
    const std::int64_t minutes = stock_.usable(label, month_ + 1);
    const bool owned = label.owned && minutes > 0;
    const auto through = minutes == 0 ? month_ : static_cast<std::size_t>(owned ? stock_.lastOwned() : label.lastMonth);
    if (mostThrough[through] >= minutes) continue;
    if (owned ? mostOwned >= label.left : mostOwned >= 0 && std::min(mostOwned, stock_.owned(through)) >= minutes)
      continue;
    if (bounds_.fits(label.cost)) {
      const std::int64_t useful = stock_.useful(label, month_ + 1);
      bool replaced = false;
      for (std::size_t i = 0; i < substitutes_.size() && !replaced; ++i) {
        const Substitute& substitute = substitutes_[i];
        replaced = month_ >= substitute.from &&
                   potential(substitute, label.cost, useful) > potentials[i * months + through] + substitute.fixed;
      }
      if (replaced) continue;
      for (std::size_t i = 0; i < substitutes_.size(); ++i) {
        // Owned minutes do not all serve equally long; without them it holds nothing.
        const std::int64_t here = potential(substitutes_[i], label.cost, owned ? 0 : minutes);
        const std::int64_t after = potential(substitutes_[i], label.cost, 0);
        for (std::size_t month = 0; month < months; ++month) {
          std::int64_t& least = potentials[i * months + month];
          least = std::min(least, month <= through ? here : after);
        }
      }
    }
    if (owned) {
      mostOwned = std::max(mostOwned, label.left);
    } else {
      for (std::size_t earlier = 0; earlier <= through; ++earlier)
        mostThrough[earlier] = std::max(mostThrough[earlier], minutes);
    }
    kept.push_back(label);
  }
  labels_ = std::move(kept);
}

std::vector<Label> Front::take(std::size_t width) {
  prune();
  if (labels_.size() <= width) return std::move(labels_);
  struct Promise {
    std::int64_t least;
    std::size_t at;
  };
  std::vector<Promise> promising;
  for (std::size_t i = 0; i < labels_.size(); ++i)
    promising.push_back({bounds_.least(bounds_.all().front(), labels_[i], month_), i});
  sort(promising,
       [](const Promise& a, const Promise& b) { return a.least != b.least ? a.least < b.least : a.at < b.at; });
  std::vector<Label> best;
  for (std::size_t i = 0; i < width; ++i) best.push_back(labels_[promising[i].at]);
  return best;
}

}  // namespace prorata
