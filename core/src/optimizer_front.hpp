#pragma once

#include <array>
#include <vector>

#include "optimizer_bounds.hpp"
#include "optimizer_label.hpp"

namespace prorata {

/// The labels of one month's end for which no other is at least as good.
///
/// A label is dropped for one that costs no more (then wastes no more, then has no more packs) and has in every later
/// month as many minutes: draws are forced and more minutes never cost more, whatever comes. It is dropped as well for
/// one that could still buy the minutes it has less - as packs when it first needs them, or as overage - and have cost
/// less.
class Front {
 public:
  /// Everything named lives as long.
  Front(const Catalog& catalog, const Options& options, const Stock& stock, const Bounds& bounds, Work& work);

  /// Forgets all labels; those that come are of this month's end.
  void start(std::size_t month);

  /// Whether one here holds nothing or a purchase of this month, with so much left, and has cost less.
  [[nodiscard]] bool hasCheaper(std::int64_t left, std::int64_t cost) const {
    const Place& place = places_[placeOf(left)];
    return place.at > 0 && place.cost < cost;
  }

  /// Whether one here is at least as good for certain. To answer no is never wrong.
  [[nodiscard]] bool beats(const Label& label);

  void add(const Label& label);

  /// The labels that remain, best first; of those the most promising, if there are more than `width`.
  [[nodiscard]] std::vector<Label> take(std::size_t width);

 private:
  /// A way to have a minute later: it costs so much, after a fixed amount, in the bounds' parts.
  struct Substitute {
    std::int64_t perMinute;
    std::int64_t fixed;
    /// From which month's end on it is open to every schedule.
    std::size_t from;
  };
  /// Of labels that leave minutes as long as any, the one with the least cost less the worth of its minutes.
  struct Rival {
    std::int64_t cost;
    std::int64_t potential;
  };
  struct Stair {
    std::int64_t cost;
    std::int64_t minutes;
  };

  struct Place {
    std::int64_t left = 0;
    std::int64_t cost = 0;
    /// One past the position of the label; 0 where there is none.
    std::size_t at = 0;
  };

  void addSubstitute(Ratio rate, Int128 fixed, std::size_t from);
  [[nodiscard]] bool isAlike(const Label& label) const;
  [[nodiscard]] std::int64_t potential(const Substitute& substitute, std::int64_t cost, std::int64_t minutes) const;
  [[nodiscard]] std::size_t placeOf(std::int64_t left) const {
    const std::size_t mask = places_.size() - 1;
    const auto mixed = static_cast<std::uint64_t>(left) * 0x9E37'79B9'7F4A'7C15U;
    std::size_t place = static_cast<std::size_t>(mixed >> 40) & mask;
    while (places_[place].at > 0 && places_[place].left != left) place = (place + 1) & mask;
    return place;
  }
  void growPlaces();
  void forgetPlaces();
  void prune();
  void summarise();

  const Options& options_;
  const Stock& stock_;
  const Bounds& bounds_;
  Work& work_;
  int validity_;
  std::vector<Substitute> substitutes_;

  std::size_t month_ = 0;
  /// Whether the plan taken in the month restricts the next one, so that labels of different plans are not compared.
  bool apart_ = false;
  std::vector<Label> labels_;
  /// How many may come together before those that are dominated are dropped.
  std::size_t crowded_ = 0;
  // What is known of the labels that were here then: by ascending cost, all that leave more minutes as long as any; and
  // the best rival by substitute.
  std::vector<Stair> stairs_;
  std::vector<Rival> rivals_;
  /// The labels that hold nothing or a purchase of this month, by what is left: open addressing, the size a power of
  /// two.
  std::vector<Place> places_;
  std::size_t placed_ = 0;
};

}  // namespace prorata
