#pragma once

#include <optional>
#include <vector>

#include "prorata/export.hpp"
#include "prorata/quote.hpp"

/// How a month's usage is absorbed: plan quota, packs, overage.
namespace prorata {
PRORATA_API_BEGIN

struct CoverRequest {
  /// The cart; coverage is that of the account once it is paid.
  QuoteRequest cart;
  /// Standard minutes of the whole month; at least what the account has used.
  Minutes monthMinutes;
};

/// Drawn on first.
struct PlanSource {
  PlanIndex plan;
  Minutes minutes;
  Minutes used;
};

struct PackSource {
  enum class Origin { owned, cart };
  /// Absent for a kind that is no longer sold.
  std::optional<PackIndex> pack;
  Origin origin;
  Date purchasedOn;
  Date validThrough;
  Minutes minutes;
  Minutes used;
};

struct Coverage {
  Period period;
  PlanSource plan;
  /// In the order they are drawn on. Empty packs are listed, expired ones are not.
  std::vector<PackSource> packs;
  struct {
    Minutes minutes;
    Money amount;
  } overage;
  /// Not served, because the plan suspends instead of billing.
  Minutes unserved;
  /// Absent: not this month.
  struct {
    std::optional<Date> plan;
    std::optional<Date> all;
  } exhaustedOn;
};

/// Plan quota first, then packs valid in the month by purchase date - as owned, the cart's last - then overage, rounded
/// once, or unserved minutes on a plan that suspends (Easemob: packs are drawn on in order of purchase; Agora: the free
/// plan suspends). A pack's expiry never decreases with its purchase date, so this order wastes nothing.
/// `exhaustedOn`: what is not yet used is spread evenly over the remaining days; the first day at whose end usage is
/// past the plan quota, or past quota and packs together.
/// Throws PricingError out_of_range at /monthMinutes when they are fewer than the account has used.
[[nodiscard]] Coverage cover(const Catalog& catalog, const CoverRequest& request);

PRORATA_API_END
}  // namespace prorata
