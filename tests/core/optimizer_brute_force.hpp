#pragma once

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "prorata/optimizer.hpp"

namespace prorata {

/// What a schedule is judged by, in this order.
struct Merit {
  std::int64_t total = 0;
  std::int64_t wasted = 0;
  std::int64_t packs = 0;

  friend auto operator<=>(const Merit&, const Merit&) = default;
};

/// The optimiser's rules with no idea of how to be quick: every plan and every purchase in every month is tried, packs
/// kept for later included. For forecasts of a few months and packs of a few minutes.
class BruteForce {
 public:
  BruteForce(const Catalog& catalog, OptimizeRequest request) : catalog_(catalog), request_(std::move(request)) {
    for (const Pack& pack : catalog.packs) largestPack_ = std::max(largestPack_, pack.minutes.value);
    downgradeWaits_ = downgradeWaits();
  }

  /// Nothing when no schedule serves every minute.
  std::optional<Merit> best() {
    const std::optional<Merit> kept = bestAsScheduled();
    const Account& account = request_.account;
    if (quotePlanChange(catalog_, account, request_.on, account.plan).kind != ChangeKind::withdraw) return kept;
    OptimizeRequest takenBack = request_;
    takenBack.account.pendingChange.reset();
    const std::optional<Merit> without = BruteForce(catalog_, takenBack).bestAsScheduled();
    if (!kept || !without) return kept ? kept : without;
    return std::min(*kept, *without);
  }

 private:
  std::optional<Merit> bestAsScheduled() {
    Lots owned;
    for (const OwnedPack& pack : request_.account.packs) {
      const Month last = monthOf(packWindow(catalog_, pack.purchasedOn).through);
      const auto months = (last - monthOf(request_.on)).count();
      if (months >= 0) owned[static_cast<int>(months)] += pack.remaining.value;
    }
    return from(0, owned, request_.account.plan);
  }

  /// Minutes by the last month they serve, which is the order they are drawn in.
  using Lots = std::map<int, std::int64_t>;

  struct Terms {
    std::int64_t price;
    std::int64_t quota;
  };

  [[nodiscard]] int months() const { return static_cast<int>(request_.forecast.size()); }
  [[nodiscard]] std::int64_t usage(int month) const { return request_.forecast[static_cast<std::size_t>(month)].value; }

  /// Whether a downgrade asked for today, nothing being scheduled, would not start next month.
  [[nodiscard]] bool downgradeWaits() const {
    if (request_.account.pendingChange || catalog_.plans.size() == 1) return false;
    Account highest = request_.account;
    highest.plan = catalog_.plans.size() - 1;
    const PlanChange change = quotePlanChange(catalog_, highest, request_.on, 0);
    return !change.allowed() || *change.effectiveOn > firstDayOf(monthAfter(monthOf(request_.on)));
  }

  [[nodiscard]] std::optional<Terms> terms(int month, PlanIndex plan, PlanIndex before) const {
    if (!catalog_.plans[plan].isSelfServe()) return std::nullopt;
    const SelfServe& offer = catalog_.selfServe(plan);
    if (month > 0) {
      if (month == 1 && downgradeWaits_ && plan < before) return std::nullopt;
      if (const auto& pending = request_.account.pendingChange) {
        const Month here = monthAfter(monthOf(request_.on), month), start = monthOf(pending->effectiveOn);
        if (here < start && plan != request_.account.plan) return std::nullopt;
        if (here == start && plan < pending->plan) return std::nullopt;
      }
      return Terms{offer.monthlyPrice.value, offer.monthlyMinutes.value};
    }
    QuoteRequest change;
    change.on = request_.on;
    change.account = request_.account;
    if (plan == request_.account.plan) return Terms{0, quote(catalog_, change).quota.before.value};
    change.plan = plan;
    const Quote bill = quote(catalog_, change);
    if (bill.planChange->effectiveOn != request_.on) return std::nullopt;
    return Terms{bill.amountDue.value, bill.quota.after.value};
  }

  struct Purchase {
    std::int64_t minutes = 0;
    std::int64_t price = 0;
    std::int64_t packs = 0;

    friend auto operator<=>(const Purchase&, const Purchase&) = default;
  };

  // More than the largest pack beyond all usage while the packs live means that a whole pack is never touched. Of
  // purchases of the same minutes, the cheapest, then that of fewest packs.
  [[nodiscard]] std::vector<Purchase> purchases(int month) const {
    std::int64_t most = largestPack_;
    for (int later = month; later < months() && later <= month + catalog_.packValidityMonths; ++later)
      most += usage(later);
    std::vector<Purchase> all(1);
    for (const Pack& pack : catalog_.packs) {
      for (std::size_t i = 0, count = all.size(); i < count; ++i) {
        Purchase more = all[i];
        while ((more.minutes += pack.minutes.value) < most) {
          more.price += pack.price.value;
          ++more.packs;
          all.push_back(more);
        }
      }
    }
    std::sort(all.begin(), all.end());
    const auto same = [](const Purchase& a, const Purchase& b) { return a.minutes == b.minutes; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
  }

  std::optional<Merit> from(int month, const Lots& lots, PlanIndex before) {
    if (month == months()) {
      Merit end;
      for (const auto& [last, minutes] : lots) end.wasted += minutes;
      return end;
    }
    const auto [place, isNew] = known_.try_emplace({month, month == 1 && downgradeWaits_ ? before : 0, lots});
    if (!isNew) return place->second;
    std::optional<Merit> best;
    for (PlanIndex plan = 0; plan < catalog_.plans.size(); ++plan) {
      const auto offer = terms(month, plan, before);
      if (!offer) continue;
      for (const Purchase& purchase : purchases(month)) {
        Lots left = lots;
        if (purchase.packs > 0) left[month + catalog_.packValidityMonths] += purchase.minutes;
        std::int64_t over = std::max<std::int64_t>(0, usage(month) - offer->quota);
        for (auto& [last, minutes] : left) {
          const std::int64_t drawn = std::min(over, minutes);
          minutes -= drawn;
          over -= drawn;
        }
        if (over > 0 && catalog_.selfServe(plan).overage == OverageMode::suspend) continue;
        std::int64_t expired = left.contains(month) ? left[month] : 0;
        std::erase_if(left, [&](const auto& lot) { return lot.first == month || lot.second == 0; });
        auto rest = from(month + 1, left, plan);
        if (!rest) continue;
        rest->total += offer->price + purchase.price + Money::of(rounded(catalog_.overage.cost(over))).value;
        rest->wasted += expired;
        rest->packs += purchase.packs;
        best = best ? std::min(*best, *rest) : rest;
      }
    }
    return known_.at({month, month == 1 && downgradeWaits_ ? before : 0, lots}) = best;
  }

  const Catalog& catalog_;
  OptimizeRequest request_;
  std::int64_t largestPack_ = 0;
  bool downgradeWaits_ = false;
  std::map<std::tuple<int, PlanIndex, Lots>, std::optional<Merit>> known_;
};

/// The best schedule, a scheduled change kept or, where the buyer can, taken back.
inline std::optional<Merit> bestByTrying(const Catalog& catalog, OptimizeRequest request) {
  const auto kept = BruteForce(catalog, request).best();
  if (quotePlanChange(catalog, request.account, request.on, request.account.plan).kind != ChangeKind::withdraw)
    return kept;
  request.account.pendingChange.reset();
  const auto withdrawn = BruteForce(catalog, request).best();
  return kept && withdrawn ? std::min(*kept, *withdrawn) : withdrawn ? withdrawn : kept;
}

}  // namespace prorata
