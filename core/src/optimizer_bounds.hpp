#pragma once

#include <vector>

#include "optimizer_label.hpp"
#include "pack_selections.hpp"

namespace prorata {

/// What the rest of a schedule costs at least.
///
/// Whatever a pack minute is taken to be worth, up to the lowest rate of a pack, the months still to come cost at least
/// their plans and every excess minute at that worth - or at the overage rate, where the plan bills overage and that is
/// lower - less the minutes held, and less half a minor unit of rounding for a month that bills overage. Of two worths
/// the bound is the higher: the lowest rate of all, close where packs are bought as overage is, and the packs' own,
/// close where a plan that suspends leaves no choice.
///
/// Amounts are in parts of a minor unit, 2^bits of them, as fine as lets every sum below fit in 64 bits. What still
/// does not fit makes a bound lower, which costs time and nothing else.
class Bounds {
 public:
  /// `stock` lives as long.
  Bounds(const Catalog& catalog, const Options& options, const Stock& stock, const PackSelections& selections);

  /// In minor units: far above every answer, far below overflow.
  static constexpr std::int64_t beyondEveryAnswer = std::int64_t{1} << 56;

  /// Every amount of parts lies within +- this.
  static constexpr std::int64_t most = std::int64_t{1} << 60;

  struct Bound {
    /// Of a minute.
    std::int64_t worth;
    /// By month: what it and all later ones cost at least, without the minutes held.
    std::vector<std::int64_t> from;
  };
  [[nodiscard]] const std::vector<Bound>& all() const { return bounds_; }

  /// An amount, or `most` if that is less.
  [[nodiscard]] std::int64_t parts(std::int64_t amount) const {
    return amount < most >> bits_ ? amount * (std::int64_t{1} << bits_) : most;
  }
  [[nodiscard]] bool fits(std::int64_t amount) const { return amount < most >> bits_; }
  /// What a selection costs above the packs' lowest rate, rounded down.
  [[nodiscard]] std::int64_t extra(const PackSelection& selection, std::int64_t baseMinutes) const;

  /// Whether a minute of overage is dearer than the packs' lowest rate, and by how much, rounded down.
  [[nodiscard]] bool packsPay() const { return packsPay_; }
  [[nodiscard]] std::int64_t overageExtra() const { return overageExtra_; }

  /// What so many minutes of overage cost in minor units, or something past every answer.
  [[nodiscard]] std::int64_t overage(std::int64_t minutes) const {
    if (minutes <= narrowOverage_)
      return (2 * minutes * overage_.price.value + overage_.perMinutes) / (2 * overage_.perMinutes);
    return static_cast<std::int64_t>(std::min<Int128>(Int128{2} * beyondEveryAnswer, rounded(overage_.cost(minutes))));
  }

  /// How much more the option costs at least, of bounds().front(), than the best of its month.
  [[nodiscard]] std::int64_t gap(std::size_t month, std::size_t option) const { return gaps_[month][option]; }
  /// The options of a month by that gap.
  [[nodiscard]] const std::vector<std::size_t>& byGap(std::size_t month) const { return order_[month]; }

  /// What a schedule with this label of the month's end costs at least.
  [[nodiscard]] std::int64_t least(const Bound& bound, const Label& label, std::size_t month) const {
    return parts(label.cost) - stock_.useful(label, month + 1) * bound.worth + bound.from[month + 1];
  }

 private:
  [[nodiscard]] std::int64_t worthOf(Ratio rate) const;
  void addBound(const Options& options, Ratio rate);

  const Stock& stock_;
  OverageRate overage_;
  /// Up to so many minutes, overage is worked out in 64 bits.
  std::int64_t narrowOverage_;
  bool packsPay_;
  std::int64_t overageExtra_;
  int bits_ = 32;
  std::vector<Bound> bounds_;
  std::vector<std::vector<std::int64_t>> gaps_;
  std::vector<std::vector<std::size_t>> order_;
};

}  // namespace prorata
