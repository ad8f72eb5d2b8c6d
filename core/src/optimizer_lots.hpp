#pragma once

#include <vector>

#include "prorata/account.hpp"

namespace prorata {

/// Pack minutes that serve through a month of the forecast, the first being 0; perhaps past its end.
struct Lot {
  int lastMonth;
  Int128 left;
};

/// The owned packs that can serve the month of `on`, in the order they are drawn on: first to expire first.
[[nodiscard]] std::vector<Lot> ownedLots(const Catalog& catalog, const Account& account, Date on);

/// Draws a month's excess from the lots that still serve it; answers how much they gave.
Int128 draw(std::vector<Lot>& lots, int month, Int128 excess);

}  // namespace prorata
