#include "optimizer_label.hpp"

#include <algorithm>

namespace prorata {

Stock::Stock(const Options& options, const std::vector<Lot>& owned) {
  demandBefore_.push_back(0);
  for (const std::vector<Option>& month : options.byMonth) {
    std::int64_t most = 0;
    for (const Option& option : month) most = std::max(most, option.excess.value);
    demandBefore_.push_back(demandBefore_.back() + most);
  }

  ownedFrom_.assign(months() + 1, 0);
  ownedUse_.assign(months() + 1, 0);
  for (std::size_t month = months(); month-- > 0;) {
    Int128 serving = 0;
    for (const Lot& lot : owned) serving += lot.lastMonth >= static_cast<int>(month) ? lot.left : 0;
    // No forecast uses so many, and an answer with so many unused is none.
    if (serving > Int128{1} << 60) static_cast<void>(checkedInteger(serving));
    ownedFrom_[month] = static_cast<std::int64_t>(serving);
    if (serving > 0) lastOwned_ = std::max(lastOwned_, static_cast<int>(month));
    // What the month uses is limited by its need, what later ones use as well by what still serves them.
    const std::int64_t need = demandBefore_[month + 1] - demandBefore_[month];
    ownedUse_[month] = std::min(ownedFrom_[month], need + ownedUse_[month + 1]);
  }
}

}  // namespace prorata
