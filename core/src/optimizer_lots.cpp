#include "optimizer_lots.hpp"

#include <algorithm>

#include "absorption.hpp"

namespace prorata {

std::vector<Lot> ownedLots(const Catalog& catalog, const Account& account, Date on) {
  std::vector<Lot> lots;
  for (const std::size_t pack : drawOrder(catalog, account.packs, on)) {
    const Month last = monthOf(packWindow(catalog, account.packs[pack].purchasedOn).through);
    lots.push_back({static_cast<int>((last - monthOf(on)).count()), account.packs[pack].remaining.value});
  }
  return lots;
}

Int128 draw(std::vector<Lot>& lots, int month, Int128 excess) {
  Int128 drawn = 0;
  for (Lot& lot : lots) {
    if (lot.lastMonth < month) continue;
    const Int128 taken = std::min(lot.left, excess - drawn);
    lot.left -= taken;
    drawn += taken;
  }
  return drawn;
}

}  // namespace prorata
