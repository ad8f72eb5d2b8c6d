#include "pack_remainders.hpp"

#include <algorithm>
#include <numeric>

namespace prorata {

std::int64_t PackRemainders::countOf(const Catalog& catalog, const PackSelections& selections) {
  std::int64_t divisor = selections.base().minutes.value;
  for (const PackIndex kind : selections.kinds()) divisor = std::gcd(divisor, catalog.packs[kind].minutes.value);
  return selections.base().minutes.value / divisor;
}

PackRemainders::PackRemainders(const Catalog& catalog, const PackSelections& selections, Int128 limit, Work& work)
    : packs_(catalog.packs),
      base_(selections.base()),
      unit_(base_.minutes.value / countOf(catalog, selections)),
      limit_(limit),
      costs_(static_cast<std::size_t>(base_.minutes.value / unit_), {base_.price.value + 1, 0}),
      made_(costs_.size(), {0, 0}) {
  costs_[0].price = 0;
  // The last of the price list first: whoever comes later decides between equals.
  for (std::size_t i = selections.kinds().size(); i-- > 0;) {
    const PackIndex kind = selections.kinds()[i];
    const Pack& pack = packs_[kind];
    if (extraOf(pack, base_) > limit) continue;
    work.count(4 * size());
    add(kind);
  }
}

// Packs of a kind lead from remainder to remainder in circles. Once around a circle they are as many minutes as some
// base packs, for more: so the best of some remainder has none of the kind, and those after it follow in turn. Where
// that one is, is not known; but by the second time around it has been passed, and what no longer changes stays so.
void PackRemainders::add(PackIndex kind) {
  const Pack& pack = packs_[kind];
  const bool afterBase = &pack > &base_;
  const std::int64_t basePrice = base_.price.value;
  const std::int64_t whole = pack.minutes.value / base_.minutes.value;
  const auto step = static_cast<std::size_t>(pack.minutes.value % base_.minutes.value / unit_);
  const std::int64_t price = pack.price.value - whole * basePrice;
  // Base packs are better, or one more of them has more minutes for less.
  if (step == 0 || price > basePrice) return;

  const std::size_t count = size(), circles = std::gcd(step, count), around = count / circles;
  for (std::size_t circle = 0; circle < circles; ++circle) {
    std::size_t next = circle;
    for (std::size_t walked = 0; walked < 2 * around; ++walked) {
      const std::size_t at = next;
      next += step;
      const std::int64_t carried = next >= count ? 1 : 0;
      if (carried > 0) next -= count;
      const Cost with{costs_[at].price + price - carried * basePrice, costs_[at].packs + 1 - whole - carried};
      bool better = costs_[at].price <= basePrice && with.price <= std::min(basePrice, costs_[next].price);
      if (better && with.price == costs_[next].price) {
        better = with.packs <= costs_[next].packs;
        // Of a kind listed after the base, more base packs beside it come first.
        if (with.packs == costs_[next].packs && afterBase) better = made_[at].packs < made_[next].packs;
      }
      const Made made{made_[at].packs + 1, static_cast<std::uint32_t>(kind)};
      if (better && (with != costs_[next] || made != made_[next])) {
        costs_[next] = with;
        made_[next] = made;
      } else if (walked >= around) {
        break;
      }
    }
  }
}

// What is best of a remainder has a part that is best of its own: each pack leads back to one.
std::vector<std::int64_t> PackRemainders::quantities(std::size_t place) const {
  std::vector<std::int64_t> quantities(packs_.size(), 0);
  while (made_[place].packs > 0) {
    const PackIndex kind = made_[place].kind;
    const auto step = static_cast<std::size_t>(packs_[kind].minutes.value % base_.minutes.value / unit_);
    ++quantities[kind];
    place = (place + size() - step) % size();
  }
  return quantities;
}

}  // namespace prorata
