#include "breakpoints.hpp"

#include <algorithm>

#include "sort.hpp"

namespace prorata {
namespace {

// Between two quotas, one plan is the cheapest of those whose quota suffices, at its price, and one of those that bill
// overage, whose costs all rise at the same rate. So from one quota to the next the cheapest changes once at most: from
// the one that bills to the one that suffices.
class Sweep {
 public:
  explicit Sweep(const Catalog& catalog) : catalog_(catalog) {
    for (PlanIndex plan = 0; plan < catalog.plans.size(); ++plan) {
      if (catalog.plans[plan].isSelfServe()) byQuota_.push_back(plan);
    }
    sort(byQuota_, [&](PlanIndex a, PlanIndex b) { return quota(a) != quota(b) ? quota(a) < quota(b) : a < b; });
    suffices_.resize(byQuota_.size() + 1);
    for (std::size_t i = byQuota_.size(); i-- > 0;) suffices_[i] = cheaper(suffices_[i + 1], byQuota_[i]);
  }

  std::vector<Breakpoint> all() {
    std::optional<PlanIndex> billing;
    Int128 from = 0;
    for (std::size_t i = 0; i <= byQuota_.size(); ++i) {
      const Int128 next = i < byQuota_.size() ? Int128{quota(byQuota_[i])} + 1 : largestInteger + Int128{1};
      if (from < next) addBetween(from, next, billing, suffices_[i]);
      from = std::max(from, next);
      if (i < byQuota_.size()) billing = cheaperToBill(billing, byQuota_[i]);
    }
    return std::move(found_);
  }

 private:
  using Candidate = std::optional<PlanIndex>;

  [[nodiscard]] std::int64_t quota(PlanIndex plan) const { return catalog_.selfServe(plan).monthlyMinutes.value; }
  [[nodiscard]] Int128 price(PlanIndex plan) const {
    return catalog_.selfServe(plan).monthlyPrice * catalog_.overage.perMinutes;
  }
  // What `usage` past the quota costs, times perMinutes.
  [[nodiscard]] Int128 billed(PlanIndex plan, Int128 usage) const {
    return price(plan) + (usage - quota(plan)) * catalog_.overage.price.value;
  }

  [[nodiscard]] Candidate cheaper(Candidate held, PlanIndex plan) const {
    if (!held || price(plan) < price(*held) || (price(plan) == price(*held) && plan < *held)) return plan;
    return held;
  }

  [[nodiscard]] Candidate cheaperToBill(Candidate held, PlanIndex plan) const {
    if (catalog_.selfServe(plan).overage == OverageMode::suspend) return held;
    if (!held || billed(plan, 0) < billed(*held, 0) || (billed(plan, 0) == billed(*held, 0) && plan < *held))
      return plan;
    return held;
  }

  // There is a plan that bills overage, so that one of the two stands.
  void addBetween(Int128 from, Int128 next, Candidate billing, Candidate sufficient) {
    if (!sufficient) return add(from, *billing);
    Int128 changes = from;
    if (billing) changes = std::clamp(firstNotCheaper(*billing, *sufficient, from, next), from, next);
    if (from < changes) add(from, *billing);
    if (changes < next) add(changes, *sufficient);
  }

  // The first usage at which what is billed is more than the sufficient plan's price - or as much, where that plan is
  // the lower tier.
  [[nodiscard]] Int128 firstNotCheaper(PlanIndex billing, PlanIndex sufficient, Int128 from, Int128 next) const {
    const Int128 rate = catalog_.overage.price.value;
    const Int128 room = price(sufficient) - billed(billing, from) - (sufficient < billing ? 1 : 0);
    if (room < 0) return from;
    return rate == 0 ? next : from + room / rate + 1;
  }

  void add(Int128 from, PlanIndex plan) {
    if (!found_.empty() && found_.back().plan == plan) return;
    if (!found_.empty()) found_.back().through = Minutes::of(from - 1);
    found_.push_back({plan, Minutes::of(from), std::nullopt});
  }

  const Catalog& catalog_;
  std::vector<PlanIndex> byQuota_;
  /// By position in that order: the cheapest plan from there on.
  std::vector<Candidate> suffices_;
  std::vector<Breakpoint> found_;
};

}  // namespace

std::vector<Breakpoint> breakpoints(const Catalog& catalog) { return Sweep(catalog).all(); }

}  // namespace prorata
