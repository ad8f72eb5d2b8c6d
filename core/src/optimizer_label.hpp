#pragma once

#include <vector>

#include "optimizer_lots.hpp"
#include "optimizer_options.hpp"
#include "optimizer_schedule.hpp"

namespace prorata {

/// Where a way of buying stands at the end of a month.
struct Label {
  std::int64_t cost = 0;
  /// Pack minutes owned or bought and not used so far; what is still unused at the end is wasted.
  std::int64_t unused = 0;
  std::int64_t packs = 0;
  std::int64_t left = 0;
  /// Base packs and selection bought this month, in the month's option, after the label before.
  std::int64_t basePacks = 0;
  std::uint32_t selection = 0;
  std::uint32_t previous = 0;
  std::uint16_t option = 0;
  /// Whether what is left is of the packs owned; otherwise all of it serves through `lastMonth`.
  bool owned = false;
  std::int8_t lastMonth = -1;

  [[nodiscard]] Merit merit() const { return {cost, unused, packs}; }
};

/// Which of the minutes in hand later months can still use.
///
/// All packs live equally long, so that first-bought is first to expire and a later one is touched only when every
/// earlier one is empty. Of owned packs with so many minutes left in all, a month can therefore use those minutes or
/// the ones it could use if none had been used before, whichever are fewer.
class Stock {
 public:
  Stock(const Options& options, const std::vector<Lot>& owned);

  [[nodiscard]] std::size_t months() const { return demandBefore_.size() - 1; }

  /// Owned minutes usable in the month, if none were used before; 0 past the forecast.
  [[nodiscard]] std::int64_t owned(std::size_t month) const { return ownedFrom_[month]; }
  /// The last month with any of them; before month 0 when there is none.
  [[nodiscard]] int lastOwned() const { return lastOwned_; }

  /// The most minutes all months together can need beyond their quotas; at most 36 x 2^53.
  [[nodiscard]] std::int64_t demand() const { return demandBefore_.back(); }

  /// Minutes that a label of an earlier month's end could use in `month`.
  [[nodiscard]] std::int64_t usable(const Label& label, std::size_t month) const {
    if (label.owned) return std::min(label.left, ownedFrom_[month]);
    return label.lastMonth >= static_cast<int>(month) ? label.left : 0;
  }
  /// Those that can be used in all from `month` on.
  [[nodiscard]] std::int64_t useful(const Label& label, std::size_t month) const {
    if (label.owned) return std::min(label.left, ownedUse_[month]);
    if (label.lastMonth < static_cast<int>(month)) return 0;
    const auto after = static_cast<std::size_t>(label.lastMonth) + 1;
    return std::min(label.left, demandBefore_[after] - demandBefore_[month]);
  }

 private:
  /// Before each month, the most that all earlier ones can need.
  std::vector<std::int64_t> demandBefore_;
  std::vector<std::int64_t> ownedFrom_;
  /// The most of the owned minutes that can be used from a month on.
  std::vector<std::int64_t> ownedUse_;
  int lastOwned_ = -1;
};

}  // namespace prorata
