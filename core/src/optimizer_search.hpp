#pragma once

#include <optional>
#include <vector>

#include "optimizer_bounds.hpp"
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
/// Month by month a label keeps what a way of buying has cost, the pack minutes it holds unused, its packs and what is
/// left. A label is dropped for one that costs no more (then wastes no more, then has no more packs) and has in every
/// later month as many minutes: draws are forced and more minutes never cost more, whatever comes. It is dropped for
/// one that could buy all it has left and still have cost less. And it is dropped when even the least the months to
/// come can cost leaves it no better than a schedule already known: narrow searches, which keep few labels a month,
/// find such schedules first, and the exact one then looks for a better one only.
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
  };
  struct Widths {
    std::size_t labels;
    std::size_t selections;
  };

  [[nodiscard]] const std::vector<Option>& options(std::size_t month) const { return options_.byMonth[month]; }
  /// Whether the plan taken in the month restricts the next one, so that labels of different plans are not compared.
  [[nodiscard]] bool isApart(std::size_t month) const { return month == 0 && options_.secondMonthKeepsTier; }
  [[nodiscard]] static Merit merit(const Label& label) { return {label.cost, label.unused, label.packs}; }
  [[nodiscard]] std::int64_t usable(const Label& label, std::size_t month) const;
  [[nodiscard]] std::int64_t useful(const Label& label, std::size_t month) const;
  [[nodiscard]] std::int64_t least(const Bounds::Bound& bound, const Label& label, std::size_t month) const;
  [[nodiscard]] bool isNoBetter(const Label& label, std::size_t month) const;
  [[nodiscard]] std::int64_t replacement(std::int64_t minutes) const;

  void search(Widths widths);
  void extend(std::uint32_t previous, std::size_t month);
  void take(const Label& before, std::size_t month, const Option& option);
  void buy(const Label& label, std::size_t month, const PackPurchase& purchase);
  void add(const Label& label, std::size_t month);
  [[nodiscard]] std::uint32_t& placeOf(std::int64_t left);
  void growPlaces();
  void forgetPlaces();
  [[nodiscard]] std::vector<Label> prune(std::size_t month, std::size_t width);
  void keepBest();

  const Catalog& catalog_;
  const Options& options_;
  PackSelections& selections_;
  Work& work_;
  std::size_t months_;
  Bounds bounds_;
  std::optional<PackPurchases> purchases_;

  /// Minutes of the owned packs usable in each month, if none were used before; 0 past the forecast.
  std::vector<std::int64_t> ownedFrom_;

  std::optional<Merit> known_;
  /// What a better schedule costs at most, in the bounds' parts.
  std::int64_t limit_ = INT64_MAX;
  std::optional<Schedule> best_;
  bool passedRange_ = false;

  /// The labels that a month comes to.
  std::vector<Label> fresh_;
  std::size_t crowded_ = 0;
  /// Where in fresh_ those are that hold nothing or a purchase of this month, by what is left: open addressing, one
  /// past the position, the size a power of two.
  std::vector<std::uint32_t> byLeft_;
  std::size_t lefts_ = 0;
  /// levels_[m]: the labels before month m.
  std::vector<std::vector<Label>> levels_;
};

}  // namespace prorata
