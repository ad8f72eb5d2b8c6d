#pragma once

#include <vector>

#include "optimizer_bounds.hpp"
#include "pack_selections.hpp"

namespace prorata {

/// Packs bought in a month for minutes that no older ones cover.
struct PackPurchase {
  std::int64_t price = 0;
  std::int64_t packs = 0;
  /// Minutes beyond the need.
  std::int64_t left = 0;
  /// Position of the selection, and the base packs beside it.
  std::uint32_t selection = 0;
  std::int64_t basePacks = 0;
};

/// What can be bought for a need: packs for all of it, of which none could be left out, or packs that are used up and
/// overage for the rest.
///
/// Selections are kept by what is left of them beyond whole base packs. A selection covers a need with little to spare
/// where its rest is little above the need's, and leaves little to overage where it is little below; so both questions
/// look at a stretch of the list only.
class PackPurchases {
 public:
  /// Everything named lives as long.
  PackPurchases(const Catalog& catalog, PackSelections& selections, const Bounds& bounds, Work& work);

  /// Precondition for all below: the selections are not empty. From now on only the first `most` of them are used, and
  /// only those that cost no more than `room` above the packs' lowest rate.
  void use(std::size_t most, std::int64_t room);

  /// Calls `visit` with every purchase of the selections in use that covers `minutes` with no pack to spare and costs
  /// no more than `room` above the packs' lowest rate. One that is missing is dearer than one with at least as many
  /// minutes, or no better than one with as many.
  template <class Visit>
  void covers(std::int64_t minutes, std::int64_t room, Visit visit) const;

  /// Whether `minutes` in packs pass the price of every answer.
  [[nodiscard]] bool passesRange(std::int64_t minutes) const {
    return minutes / size_ > Bounds::beyondEveryAnswer / std::max<std::int64_t>(1, base_.price.value);
  }

  /// Packs that are used up, so that they and the overage on the rest, rounded, cost least; then the fewest.
  /// Its `price` holds both, and nothing is left.
  [[nodiscard]] PackPurchase partial(std::int64_t minutes) const;

 private:
  /// A selection, reduced to what is beside whole base packs.
  struct Part {
    std::int64_t rest;
    std::int64_t price;
    /// Its packs less one for each whole base pack.
    std::int64_t packs;
    std::int64_t whole;
    std::int64_t extra;
    std::uint32_t selection;
  };
  /// Selections with the same smallest pack, by rest. Such a cover has less to spare than that pack, or than a base
  /// pack where that is less.
  struct Group {
    std::int64_t smallest;
    std::vector<Part> parts;
  };

  [[nodiscard]] static std::size_t firstFrom(const std::vector<Part>& parts, std::int64_t rest);
  [[nodiscard]] PackPurchase purchase(const Part& part, std::int64_t whole, std::int64_t left) const {
    return {part.price + whole * base_.price.value, part.packs + whole, left, part.selection, whole - part.whole};
  }

  const Catalog& catalog_;
  PackSelections& selections_;
  const Bounds& bounds_;
  Work& work_;
  const Pack& base_;
  std::int64_t size_;
  std::vector<Group> groups_;
  /// All of them, by rest.
  std::vector<Part> parts_;
};

template <class Visit>
void PackPurchases::covers(std::int64_t minutes, std::int64_t room, Visit visit) const {
  const std::int64_t whole = minutes / size_, rest = minutes % size_;
  for (const Group& group : groups_) {
    work_.count(4);
    const std::size_t count = group.parts.size(), first = firstFrom(group.parts, rest);
    for (std::size_t i = 0; i < count; ++i) {
      const bool around = first + i >= count;
      const Part& part = group.parts[around ? first + i - count : first + i];
      const std::int64_t left = part.rest - rest + (around ? size_ : 0);
      if (left >= group.smallest) break;
      work_.count(1);
      if (part.extra > room) continue;
      const std::int64_t full = whole + (around ? 1 : 0);
      if (part.whole <= full) {
        visit(purchase(part, full, left));
      } else {
        // No base pack beside it; it may have more than one to spare if all its packs are larger.
        const std::int64_t spare = left + (part.whole - full) * size_;
        if (spare < group.smallest) visit(purchase(part, part.whole, spare));
      }
    }
  }
}

}  // namespace prorata
