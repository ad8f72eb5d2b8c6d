#pragma once

#include <vector>

#include "pack_selections.hpp"

namespace prorata {

/// Of every remainder, the minutes that selections have beyond whole base packs, the best selection that has it: filled
/// up with base packs to equal minutes it costs least, then has the fewest packs, then the most of the kind listed
/// first. However many ways there are to combine packs, it takes no more work than remainders times kinds.
///
/// Which is best is asked as though base packs could be taken away as well. Where the best mix takes none away it is
/// the best of all; where it does, nothing is known.
class PackRemainders {
 public:
  /// Some fifty megabytes.
  static constexpr std::int64_t most = std::int64_t{1} << 21;

  /// How many remainders there are: multiples, below the base's minutes, of what the minutes of all kinds divide by.
  /// Precondition: the selections are not empty.
  [[nodiscard]] static std::int64_t countOf(const Catalog& catalog, const PackSelections& selections);

  /// Of kinds that cost no more than `limit` above the base's rate, times the base's minutes. The catalog lives as
  /// long. Precondition: `countOf` is not above `most`.
  PackRemainders(const Catalog& catalog, const PackSelections& selections, Int128 limit, Work& work);

  [[nodiscard]] Int128 limit() const { return limit_; }

  /// One place for each multiple of `unit` minutes, from 0 on.
  [[nodiscard]] std::size_t size() const { return costs_.size(); }
  [[nodiscard]] std::int64_t unit() const { return unit_; }

  struct Cost {
    /// Less the price of the whole base packs that its minutes make up.
    std::int64_t price;
    /// Its packs less those whole base packs.
    std::int64_t packs;
    friend bool operator==(const Cost&, const Cost&) = default;
  };
  /// Where no selection is worth having the price is above that of a base pack.
  [[nodiscard]] const Cost& cost(std::size_t place) const { return costs_[place]; }
  /// All its packs.
  [[nodiscard]] std::int64_t packs(std::size_t place) const { return made_[place].packs; }
  /// How many of each kind, by PackIndex.
  [[nodiscard]] std::vector<std::int64_t> quantities(std::size_t place) const;

 private:
  struct Made {
    std::int32_t packs;
    /// The kind added last.
    std::uint32_t kind;
    friend bool operator==(const Made&, const Made&) = default;
  };

  void add(PackIndex kind);

  const std::vector<Pack>& packs_;
  const Pack& base_;
  std::int64_t unit_;
  Int128 limit_;
  /// Apart, as most of the time is spent on looking these up.
  std::vector<Cost> costs_;
  std::vector<Made> made_;
};

}  // namespace prorata
