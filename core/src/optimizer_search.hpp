#pragma once

#include <optional>
#include <vector>

#include "optimizer_front.hpp"
#include "optimizer_purchases.hpp"
#include "optimizer_schedule.hpp"

namespace prorata {

/// Finds the schedule of least merit.
///
/// Packs need only be bought in a month that exhausts every older minute, and only so many that none of them stays idle
/// that month: an idle pack may as well be bought later, for the same price, and then serves longer. So after a
/// purchase the minutes in hand are one pair, how many are left and the last month they serve; and before the first
/// purchase they are the owned packs, of which first-bought is first to expire, so that their rest is one number.
///
/// Month by month labels keep what a way of buying has cost and what is left (see Front). A label is dropped when even
/// the least the months to come can cost (see Bounds) leaves it no better than a schedule already known: narrow
/// searches, which keep few labels a month, find such schedules first, and the exact one then looks for a better one.
class Search {
 public:
  /// Everything named lives as long.
  Search(const Catalog& catalog, const Options& options, const std::vector<Lot>& owned, PackSelections& selections,
         Work& work);

  /// The best schedule, if there is a better one than `known`. Throws PricingError out_of_range at "" when that takes
  /// more than `work`.
  [[nodiscard]] std::optional<Schedule> betterThan(const std::optional<Schedule>& known);

  /// Whether ways were left aside because they cost more than any answer may.
  [[nodiscard]] bool passedRange() const { return passedRange_; }

 private:
  // Sums stay below 2^63: costs are left aside past 2^56, a month costs at most three times that, and no need, pack or
  // forecast passes 2^53 minutes.
  struct Widths {
    std::size_t labels;
    std::size_t selections;
  };

  [[nodiscard]] const std::vector<Option>& options(std::size_t month) const { return options_.byMonth[month]; }
  [[nodiscard]] bool isNoBetter(const Label& label, std::size_t month) const;

  void search(Widths widths);
  void extend(std::uint32_t previous, std::size_t month);
  void take(const Label& before, std::size_t month, const Option& option);
  void buy(const Label& label, std::size_t month, const PackPurchase& purchase);
  void add(const Label& label, std::size_t month);
  void keepBest();

  const Catalog& catalog_;
  const Options& options_;
  PackSelections& selections_;
  Work& work_;
  std::size_t months_;
  Stock stock_;
  Bounds bounds_;
  Front front_;
  /// Absent where no pack is sold.
  std::optional<PackPurchases> purchases_;

  std::optional<Merit> known_;
  /// What a better schedule costs at most, in the bounds' parts.
  std::int64_t limit_ = INT64_MAX;
  std::optional<Schedule> best_;
  bool passedRange_ = false;

  /// levels_[m]: the labels before month m.
  std::vector<std::vector<Label>> levels_;
};

}  // namespace prorata
