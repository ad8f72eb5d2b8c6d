#pragma once

#include <optional>
#include <string>
#include <vector>

#include "changes.hpp"
#include "finding.hpp"
#include "prorata/catalog.hpp"

namespace prorata::cli {

/// What there is to say of a price list, and of what changed since the one before it.
struct Report {
  /// Absent for a built-in list, which has no lines to point at.
  std::optional<std::string> document;
  Findings faults, remarks;
  /// Absent where there are faults.
  std::optional<Catalog> list;
  std::optional<Catalog> former;
  std::vector<Change> changes;
};

[[nodiscard]] Report reportOn(std::string document);
[[nodiscard]] Report reportOn(Catalog builtIn);

/// Adds what changed since `former`, and a fault where the version does not say so. Nothing for a list with faults.
void holdAgainst(Report& report, Catalog former);

/// {"faults": [{"code", "path", "line", "message"}], "remarks": likewise, "changes": [{"plan" or "pack", "figure",
/// "before", "after"}], null where there was nothing to hold against}.
[[nodiscard]] std::string jsonOf(const Report& report);
/// A finding a line, as compilers write them, under the name of the list.
[[nodiscard]] std::string textOf(const Report& report, const std::string& name);

}  // namespace prorata::cli
