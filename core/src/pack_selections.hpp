#pragma once

#include <optional>
#include <vector>

#include "prorata/quote.hpp"
#include "work.hpp"

/// Which packs are worth buying together.
namespace prorata {

/// Packs of kinds other than the base: see PackSelections.
struct PackSelection {
  std::int64_t minutes = 0;
  std::int64_t price = 0;
  std::int64_t packs = 0;
  /// Minutes of its smallest pack; past every number of minutes when it is empty.
  std::int64_t smallest = INT64_MAX;
  /// minutes = whole x the base's + rest, with rest below the base's.
  std::int64_t whole = 0;
  std::int64_t rest = 0;
  /// price - whole x the base's; from 0 to the base's price.
  std::int64_t restPrice = 0;
  /// What it costs above the base's rate, times the base's minutes; never negative.
  Int128 extra = 0;
  /// By how many minutes its packs fall short of as many base packs.
  Int128 shortfall = 0;
  /// It is `quantity` packs of `kind` beside an earlier selection without that kind, and none later in the price list.
  std::size_t beside = 0;
  PackIndex kind = 0;
  std::int64_t quantity = 0;
};

/// Price per minute.
[[nodiscard]] inline Ratio rateOf(const Pack& pack) { return {pack.price.value, pack.minutes.value}; }

/// What a pack costs above the base's rate, times the base's minutes: below 2^53 x 2^53.
[[nodiscard]] inline Int128 extraOf(const Pack& pack, const Pack& base) {
  return Int128{pack.price.value} * base.minutes.value - Int128{pack.minutes.value} * base.price.value;
}

/// A purchase is a number of base packs - the kind of lowest price per minute, the largest among equals - beside a
/// selection of other kinds. A selection is worth listing only when no other, with base packs added, has the same
/// minutes for less (then with fewer packs, then with more of the kind listed first), or more minutes for less money.
/// That does not depend on how many minutes are needed, so that one list answers every need, however large.
///
/// They are listed by what they cost above the base's rate: whoever has found a purchase that costs so much more than
/// its minutes at that rate need not look past it, and the rest of the list is never made.
class PackSelections {
 public:
  /// Of all kinds, or of those alone whose rate is below `below`. No need will pass `mostMinutes`, itself below 2^60.
  /// `work` lives as long.
  PackSelections(const Catalog& catalog, Int128 mostMinutes, Work& work, std::optional<Ratio> below = std::nullopt);

  /// Whether there is no such kind.
  [[nodiscard]] bool empty() const { return !base_; }

  /// Precondition for this and all below: not empty.
  [[nodiscard]] const Pack& base() const { return catalog_.packs[*base_]; }
  [[nodiscard]] PackIndex basePack() const { return *base_; }

  /// The other kinds worth having, in the order of the price list.
  [[nodiscard]] const std::vector<PackIndex>& kinds() const { return kinds_; }

  /// The selection at a position, the empty one first; nothing past the end of the list. Valid until the next call.
  [[nodiscard]] const PackSelection* at(std::size_t position) {
    while (position >= listed_.size()) {
      if (!listNext()) return nullptr;
    }
    return &listed_[position];
  }

  /// How many of each kind, by PackIndex.
  [[nodiscard]] std::vector<std::int64_t> quantities(std::size_t position, std::int64_t basePacks) const;

 private:
  /// What is listed of one rest.
  struct Listed {
    std::int64_t rest = -1;
    std::int64_t leastWhole = 0;
    std::size_t last = 0;
  };
  struct Stair {
    std::int64_t rest;
    std::int64_t price;
  };

  /// A pack of a kind beside a listed selection.
  struct Candidate {
    Int128 extra;
    Int128 shortfall;
    std::uint32_t beside;
    std::uint32_t kind;
  };

  [[nodiscard]] static bool isFirst(const Candidate& a, const Candidate& b);
  [[nodiscard]] PackSelection plus(std::size_t position, PackIndex kind) const;
  [[nodiscard]] bool listNext();
  void list(const PackSelection& selection);
  void grow(std::size_t position);
  [[nodiscard]] bool isWorthListing(const PackSelection& selection);
  [[nodiscard]] bool hasMoreOfFirst(const PackSelection& selection, const PackSelection& other) const;
  [[nodiscard]] Listed& listedOf(std::int64_t rest);
  void growTable();
  [[nodiscard]] std::size_t stairFrom(std::int64_t rest) const;
  void addStair(const PackSelection& selection);

  const Catalog& catalog_;
  Int128 mostMinutes_;
  Work& work_;
  std::optional<PackIndex> base_;
  std::vector<PackIndex> kinds_;
  std::vector<PackSelection> listed_;
  /// Not listed yet, the cheapest above the base's rate in front.
  std::vector<Candidate> candidates_;
  /// Open addressing by rest; the size is a power of two.
  std::vector<Listed> table_;
  std::size_t rests_ = 0;
  /// Rests and their prices, both ascending: no selection below one base pack has as much for less.
  std::vector<Stair> stairs_;
};

}  // namespace prorata
