#include "optimizer_purchases.hpp"

#include <algorithm>

#include "sort.hpp"

namespace prorata {

PackPurchases::PackPurchases(const Catalog& catalog, PackSelections& selections, const Bounds& bounds, Work& work)
    : catalog_(catalog),
      selections_(selections),
      bounds_(bounds),
      work_(work),
      base_(selections.base()),
      size_(base_.minutes.value) {}

void PackPurchases::use(std::size_t most, std::int64_t room) {
  groups_.clear();
  parts_.clear();
  for (std::size_t position = 0; position < most; ++position) {
    const PackSelection* selection = selections_.at(position);
    if (selection == nullptr) break;
    const Part part{selection->rest,
                    selection->restPrice,
                    selection->packs - selection->whole,
                    selection->whole,
                    bounds_.extra(*selection, size_),
                    static_cast<std::uint32_t>(position)};
    if (part.extra > room) break;
    work_.count(2);
    parts_.push_back(part);
    std::size_t group = 0;
    while (group < groups_.size() && groups_[group].smallest != selection->smallest) ++group;
    if (group == groups_.size()) groups_.push_back({selection->smallest, {}});
    groups_[group].parts.push_back(part);
  }
  const auto byRest = [](const Part& a, const Part& b) {
    return a.rest != b.rest ? a.rest < b.rest : a.selection < b.selection;
  };
  sort(parts_, byRest);
  for (Group& group : groups_) sort(group.parts, byRest);
}

std::size_t PackPurchases::firstFrom(const std::vector<Part>& parts, std::int64_t rest) {
  std::size_t from = 0, to = parts.size();
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    if (parts[middle].rest < rest) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

PackPurchase PackPurchases::partial(std::int64_t minutes) const {
  PackPurchase best;
  best.price = bounds_.overage(minutes);
  // Packs that are used up pay only where they are cheaper than overage.
  if (!bounds_.packsPay()) return best;
  const OverageRate& rate = catalog_.overage;
  // What a base pack costs less than the overage it saves, times perMinutes.
  const Int128 saved = base_.minutes * rate.price.value - base_.price * rate.perMinutes;
  const std::int64_t atRate = bounds_.all().front().worth * minutes - bounds_.parts(1) / 2;
  // At least one minute is left to overage, ever more from here on.
  const std::int64_t whole = (minutes - 1) / size_, rest = (minutes - 1) % size_;
  const std::size_t count = parts_.size(), first = firstFrom(parts_, rest + 1);
  for (std::size_t i = 1; i <= count; ++i) {
    const bool around = i > first;
    const Part& part = parts_[around ? first + count - i : first - i];
    const std::int64_t left = rest - part.rest + (around ? size_ : 0) + 1;
    const std::int64_t limit = bounds_.fits(best.price) ? bounds_.parts(best.price) : INT64_MAX;
    if (left > minutes) break;
    const std::int64_t atLeast = atRate + left * bounds_.overageExtra();
    if (atLeast > limit) break;
    work_.count(1);
    if (atLeast + part.extra > limit) continue;
    // Beside each selection as many base packs as fit, since each costs less than the overage it saves.
    const std::int64_t full = whole - (around ? 1 : 0);
    if (part.whole > full) continue;
    work_.count(8);
    const Int128 price = part.price + Int128{full} * base_.price.value;
    const Int128 amount = price + bounds_.overage(left);
    if (amount > best.price) continue;
    // A base pack may be left out while rounding hides it: the amount shows as the same while twice what it is exactly
    // stays below this.
    const Ratio exact{price * rate.perMinutes + left * Int128{rate.price.value}, rate.perMinutes};
    const Int128 room = (2 * amount + 1) * exact.denominator - 1 - 2 * exact.numerator;
    const auto without = static_cast<std::int64_t>(std::min<Int128>(full - part.whole, room / (2 * saved)));
    const std::int64_t packs = part.packs + full - without;
    if (amount == best.price && packs >= best.packs) continue;
    best = {static_cast<std::int64_t>(amount), packs, 0, part.selection, full - part.whole - without};
  }
  return best;
}

}  // namespace prorata
