#include "absorption.hpp"

#include <algorithm>

#include "sort.hpp"

namespace prorata {
namespace {

// Takes from `left` what `available` can give.
Minutes draw(Minutes available, Minutes& left) {
  const Minutes drawn = std::min(available, left);
  left.value -= drawn.value;
  return drawn;
}

}  // namespace

std::vector<std::size_t> drawOrder(const Catalog& catalog, const std::vector<OwnedPack>& packs, Date on) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    if (isUsable(catalog, packs[i], on)) order.push_back(i);
  }
  sort(order, [&](std::size_t a, std::size_t b) {
    return packs[a].purchasedOn != packs[b].purchasedOn ? packs[a].purchasedOn < packs[b].purchasedOn : a < b;
  });
  return order;
}

Absorption absorb(const Catalog& catalog, PlanIndex plan, Minutes quota, const std::vector<OwnedPack>& packs,
                  const std::vector<std::size_t>& order, Minutes usage) {
  Absorption absorption{};
  Minutes left = usage;
  absorption.fromPlan = draw(quota, left);
  for (const std::size_t pack : order) absorption.fromPacks.push_back(draw(packs[pack].remaining, left));
  if (catalog.selfServe(plan).overage == OverageMode::suspend) {
    absorption.unserved = left;
  } else {
    absorption.overage = {left, Money::of(rounded(catalog.overage.cost(left.value)))};
  }
  return absorption;
}

}  // namespace prorata
