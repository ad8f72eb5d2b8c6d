#include "pack_bundles.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "prorata/error.hpp"

namespace prorata {
namespace {

constexpr std::size_t mostSelections = 200'000;

}  // namespace

PackBundles::PackBundles(const Catalog& catalog, Int128 mostMinutes) : catalog_(catalog), mostMinutes_(mostMinutes) {
  kinds_.resize(catalog.packs.size());
  std::iota(kinds_.begin(), kinds_.end(), PackIndex{0});
  std::stable_sort(kinds_.begin(), kinds_.end(), [&](PackIndex a, PackIndex b) {
    const auto order = rate(a) <=> rate(b);
    return order != 0 ? order < 0 : catalog.packs[a].minutes > catalog.packs[b].minutes;
  });
  if (kinds_.empty()) return;
  for (const Pack& pack : catalog.packs) divisor_ = std::gcd(divisor_, pack.minutes.value);

  // As many minutes in base packs alone cost at most one base pack more than the selection's share of the base's rate.
  covering_ = withoutDearer(selections(kinds_.size(), {kind(0).price.value, 1}));

  // Packs that are used up pay only where they are cheaper than overage; and where a selection's extra cost passes what
  // the base packs it could displace save, by a whole minor unit so that rounding cannot make up for it, it never does.
  const Ratio overageRate = catalog.overage.cost(1);
  const auto dearer = std::find_if(kinds_.begin(), kinds_.end(), [&](PackIndex i) { return rate(i) >= overageRate; });
  const auto paying = static_cast<std::size_t>(dearer - kinds_.begin());
  if (paying == 0) return;
  const Ratio worth = catalog.overage.cost(kind(0).minutes.value);
  partial_ = selections(paying, {worth.numerator + (1 - kind(0).price.value) * worth.denominator, worth.denominator});
}

Ratio PackBundles::rate(PackIndex pack) const {
  return {catalog_.packs[pack].price.value, catalog_.packs[pack].minutes.value};
}

Ratio PackBundles::lowestRate() const {
  const Ratio overage = catalog_.overage.cost(1);
  return kinds_.empty() ? overage : std::min(overage, rate(kinds_.front()));
}

std::optional<Ratio> PackBundles::packRate() const {
  return kinds_.empty() ? std::nullopt : std::optional(rate(kinds_.front()));
}

// What a selection costs above its minutes' share of the base's rate; never negative.
Ratio PackBundles::extra(const BesideBase& selection) const {
  const Pack& base = kind(0);
  return {selection.price * base.minutes.value - selection.minutes * base.price.value, base.minutes.value};
}

// Kind by kind; what a kind adds is pruned before the next one multiplies it.
std::vector<BesideBase> PackBundles::selections(std::size_t kinds, Ratio mostExtra) const {
  // As many packs as the base has parts contain some whose minutes are a multiple of the base's: base packs replace
  // them at no higher price and in no greater number.
  const Int128 mostPacks = kind(0).minutes.value / divisor_ - 1;
  std::vector<BesideBase> all(1);
  all.front().quantities.assign(kinds_.size(), 0);
  for (std::size_t position = 1; position < kinds; ++position) {
    const Pack& pack = kind(position);
    for (std::size_t i = 0, count = all.size(); i < count; ++i) {
      BesideBase grown = all[i];
      // A pack added to minutes that cover every need is left out again.
      while (grown.packs < mostPacks && grown.minutes < mostMinutes_) {
        grown.minutes += pack.minutes.value;
        grown.price += pack.price.value;
        grown.packs += 1;
        grown.smallest = std::min<Int128>(grown.smallest, pack.minutes.value);
        ++grown.quantities[position];
        if (extra(grown) > mostExtra) break;
        all.push_back(grown);
        if (all.size() > mostSelections)
          throw PricingError(ErrorCode::outOfRange, "", "The packs can be combined in too many ways.");
      }
    }
    all = withoutRedundant(std::move(all));
  }
  return all;
}

// Drops a selection when another with base packs added has the same minutes for no more money and no more packs.
std::vector<BesideBase> PackBundles::withoutRedundant(std::vector<BesideBase> selections) const {
  const std::int64_t size = kind(0).minutes.value;
  std::stable_sort(selections.begin(), selections.end(), [](const BesideBase& a, const BesideBase& b) {
    if (a.minutes != b.minutes) return a.minutes < b.minutes;
    return a.price != b.price ? a.price < b.price : a.packs < b.packs;
  });
  std::vector<BesideBase> kept;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> byRemainder;
  for (BesideBase& candidate : selections) {
    auto& rivals = byRemainder[static_cast<std::int64_t>(candidate.minutes % size)];
    const bool redundant = std::any_of(rivals.begin(), rivals.end(), [&](std::size_t i) {
      const Int128 added = (candidate.minutes - kept[i].minutes) / size;
      return kept[i].price + added * kind(0).price.value <= candidate.price && kept[i].packs + added <= candidate.packs;
    });
    if (redundant) continue;
    rivals.push_back(kept.size());
    kept.push_back(std::move(candidate));
  }
  return kept;
}

// Drops a selection when another with base packs added has at least its minutes for less money. Cut at the base's size,
// a selection is a remainder and a price less that of the whole base packs in it; base packs level the quotients.
std::vector<BesideBase> PackBundles::withoutDearer(std::vector<BesideBase> selections) const {
  const Pack& base = kind(0);
  const auto quotient = [&](const BesideBase& s) { return s.minutes / base.minutes.value; };
  const auto remainder = [&](const BesideBase& s) { return s.minutes % base.minutes.value; };
  const auto reduced = [&](const BesideBase& s) { return s.price - quotient(s) * base.price.value; };
  std::stable_sort(selections.begin(), selections.end(), [&](const BesideBase& a, const BesideBase& b) {
    if (quotient(a) != quotient(b)) return quotient(a) < quotient(b);
    return remainder(a) > remainder(b);
  });
  std::vector<BesideBase> kept;
  std::optional<Int128> leastReduced;
  // By remainder, the least reduced price of any selection with at least that remainder: prices fall as keys fall.
  std::map<Int128, Int128> leastFrom;
  for (BesideBase& candidate : selections) {
    const Int128 rest = remainder(candidate), price = reduced(candidate);
    const auto atLeast = leastFrom.lower_bound(rest);
    const bool dearer = (atLeast != leastFrom.end() && atLeast->second < price) ||
                        (leastReduced && *leastReduced + base.price.value < price);
    if (dearer) continue;
    leastReduced = leastReduced ? std::min(*leastReduced, price) : price;
    const bool improves = atLeast == leastFrom.end() || price < atLeast->second;
    if (improves) {
      leastFrom[rest] = price;
      for (auto below = leastFrom.find(rest); below != leastFrom.begin() && std::prev(below)->second >= price;)
        leastFrom.erase(std::prev(below));
    }
    kept.push_back(std::move(candidate));
  }
  return kept;
}

Bundle PackBundles::bundleOf(const BesideBase& selection, Int128 base) const {
  return {&selection, base, selection.minutes + base * kind(0).minutes.value,
          selection.price + base * kind(0).price.value, selection.packs + base};
}

std::vector<Bundle> PackBundles::covers(Int128 need) const {
  std::vector<Bundle> found;
  for (const BesideBase& selection : covering_) {
    const Int128 size = kind(0).minutes.value;
    const Int128 base = need > selection.minutes ? roundedUp({need - selection.minutes, size}) : 0;
    const Bundle bundle = bundleOf(selection, base);
    const Int128 smallest = base > 0 ? std::min(selection.smallest, size) : selection.smallest;
    if (bundle.minutes - need < smallest) found.push_back(bundle);
  }
  // Largest first: what costs more than a larger one is not worth it.
  std::stable_sort(found.begin(), found.end(), [](const Bundle& a, const Bundle& b) { return a.minutes > b.minutes; });
  std::vector<Bundle> worth;
  for (const Bundle& bundle : found) {
    while (!worth.empty() && worth.back().minutes == bundle.minutes && worth.back().price > bundle.price)
      worth.pop_back();
    if (worth.empty() || bundle.price <= worth.back().price) worth.push_back(bundle);
  }
  return worth;
}

Bundle PackBundles::bestPartial(Int128 need) const {
  const OverageRate& overage = catalog_.overage;
  const auto cost = [&](const Bundle& bundle) -> Ratio {
    return {bundle.price * overage.perMinutes + (need - bundle.minutes) * overage.price.value, overage.perMinutes};
  };
  // As many base packs as are used up: each costs less than the overage it saves.
  const auto fullest = [&](const BesideBase& selection) {
    return bundleOf(selection, (need - 1 - selection.minutes) / kind(0).minutes.value);
  };
  Bundle best;
  Int128 least = rounded(cost(best));
  for (const BesideBase& selection : partial_) {
    if (selection.minutes < need) least = std::min(least, rounded(cost(fullest(selection))));
  }
  if (least == rounded(cost(best))) return best;

  // Among those that show the least amount, the fewest packs; a base pack may be left out while rounding hides it.
  best.packs = -1;
  for (const BesideBase& selection : partial_) {
    if (selection.minutes >= need) continue;
    Bundle bundle = fullest(selection);
    const Ratio exact = cost(bundle);
    // Shown as `least` while twice the cost stays below this.
    const Int128 room = (2 * least + 1) * exact.denominator - 1 - 2 * exact.numerator;
    if (room < 0) continue;
    const Int128 saved =
        kind(0).minutes.value * Int128{overage.price.value} - kind(0).price.value * Int128{overage.perMinutes};
    bundle = bundleOf(selection, bundle.base - std::min(bundle.base, room / (2 * saved)));
    if (best.packs < 0 || bundle.packs < best.packs) best = bundle;
  }
  return best;
}

std::vector<CartItem> PackBundles::contents(const Bundle& bundle) const {
  std::vector<CartItem> items;
  if (bundle.selection == nullptr) return items;
  for (std::size_t position = 0; position < kinds_.size(); ++position) {
    const Int128 quantity = position == 0 ? bundle.base : bundle.selection->quantities[position];
    if (quantity > 0) items.push_back({kinds_[position], checkedInteger(quantity)});
  }
  std::sort(items.begin(), items.end(), [](const CartItem& a, const CartItem& b) { return a.pack < b.pack; });
  return items;
}

}  // namespace prorata
