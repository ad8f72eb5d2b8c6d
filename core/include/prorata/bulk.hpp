#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "prorata/catalog.hpp"
#include "prorata/export.hpp"

/// The amounts due for many plan changes at once, column by column.
namespace prorata {
PRORATA_API_BEGIN

/// Row i: on the day on[i], counted from 1970-01-01, from plan from[i] to plan to[i], by tier. Equal lengths.
struct QuoteColumns {
  std::span<const std::int32_t> on;
  std::span<const std::uint8_t> from;
  std::span<const std::uint8_t> to;
  /// The number of row 0 where these are a part of longer columns: the paths of errors count from there.
  std::size_t first = 0;
};

/// Stands for a change that is not allowed, to the plan held included.
inline constexpr std::int64_t noAmount = std::numeric_limits<std::int64_t>::min();

/// due[i]: the amount due that `quote` gives for an account that has held plan from[i] since the 1st and nothing else.
/// As many as there are rows.
/// Throws PricingError, with the row in the path ("/to/17"): invalid_value for columns of unequal lengths, at the first
/// row that the shortest lacks; unknown_plan for an index that is no plan; managed_account for a `from` sold through
/// sales; invalid_date for a day outside the request span.
void quoteColumns(const Catalog& catalog, const QuoteColumns& columns, std::span<std::int64_t> due);

PRORATA_API_END
}  // namespace prorata
