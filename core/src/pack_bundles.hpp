#pragma once

#include <optional>
#include <vector>

#include "prorata/quote.hpp"

/// Which packs are worth buying together.
namespace prorata {

/// Packs of kinds other than the base: see PackBundles.
struct BesideBase {
  Int128 minutes = 0;
  Int128 price = 0;
  Int128 packs = 0;
  /// Minutes of its smallest pack; past every need when it is empty.
  Int128 smallest = Int128{1} << 62;
  /// By position in the order of rates.
  std::vector<std::int64_t> quantities;
};

/// Packs bought at once. Lives no longer than the PackBundles it comes from.
struct Bundle {
  const BesideBase* selection = nullptr;
  /// Packs of the base kind beside the selection.
  Int128 base = 0;
  Int128 minutes = 0;
  Int128 price = 0;
  Int128 packs = 0;
};

/// A bundle is a number of base packs - the kind of lowest price per minute, the larger among equals - beside a
/// selection of other kinds. Which selections are worth listing hardly depends on how many minutes are needed, so the
/// list is made once and every need is answered from it, however large.
class PackBundles {
 public:
  /// No need will pass `mostMinutes`. Throws PricingError out_of_range at "" when the sizes of the packs have so little
  /// in common that there would be too many selections to list.
  PackBundles(const Catalog& catalog, Int128 mostMinutes);

  /// The least a minute of excess can cost, by pack or by overage.
  [[nodiscard]] Ratio lowestRate() const;

  /// The same by pack; nothing where none is sold.
  [[nodiscard]] std::optional<Ratio> packRate() const;

  /// How many selections each answer below looks at.
  [[nodiscard]] std::size_t size() const { return covering_.size() + partial_.size(); }

  /// Bundles that cover `need` and of which no pack could be left out. A bundle that is missing is dearer than one with
  /// at least as many minutes, or is equalled by one of as many minutes, no dearer and of no more packs.
  [[nodiscard]] std::vector<Bundle> covers(Int128 need) const;

  /// What serves `need` by overage and, it may be, packs that are used up on the way: of least packs + rounded overage,
  /// then of fewest packs. Its minutes are fewer than `need`.
  [[nodiscard]] Bundle bestPartial(Int128 need) const;

  /// How many of each kind, in the order of the price list.
  [[nodiscard]] std::vector<CartItem> contents(const Bundle& bundle) const;

 private:
  [[nodiscard]] const Pack& kind(std::size_t position) const { return catalog_.packs[kinds_[position]]; }
  [[nodiscard]] Ratio rate(PackIndex pack) const;
  [[nodiscard]] Ratio extra(const BesideBase& selection) const;
  [[nodiscard]] std::vector<BesideBase> selections(std::size_t kinds, Ratio mostExtra) const;
  [[nodiscard]] std::vector<BesideBase> withoutRedundant(std::vector<BesideBase> selections) const;
  [[nodiscard]] std::vector<BesideBase> withoutDearer(std::vector<BesideBase> selections) const;
  [[nodiscard]] Bundle bundleOf(const BesideBase& selection, Int128 base) const;

  const Catalog& catalog_;
  Int128 mostMinutes_;
  /// By rate; the first is the base.
  std::vector<PackIndex> kinds_;
  std::int64_t divisor_ = 0;
  std::vector<BesideBase> covering_;
  std::vector<BesideBase> partial_;
};

}  // namespace prorata
