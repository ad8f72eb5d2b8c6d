#pragma once

#include <string>
#include <vector>

#include "prorata/catalog.hpp"

namespace prorata::cli {

/// A figure that is another one in the newer price list.
struct Change {
  enum class Subject { list, plan, pack };
  Subject subject;
  /// The plan or pack; empty for the list.
  std::string id;
  /// The member of the normalised list, "monthlyPrice" or "overage/price"; or "offered", false or true; "cheapestFor",
  /// the usages for which a plan is the cheapest, [[from, through]]; "plans/order" and "packs/order" of those in both
  /// lists.
  std::string figure;
  /// JSON; null where there was or is none.
  std::string before, after;

  /// Whether a quote or an answer depends on it, so that the version has to change.
  [[nodiscard]] bool isPriced() const;
};

/// What changed for whom: by plan, by pack, then for all. Names and the source are not looked at.
[[nodiscard]] std::vector<Change> changesBetween(const Catalog& before, const Catalog& after);

}  // namespace prorata::cli
