#include "optimizer_options.hpp"

#include <algorithm>

namespace prorata {
namespace {

class Finder {
 public:
  Finder(const Catalog& catalog, const Account& account, Date on, const std::vector<Minutes>& forecast)
      : catalog_(catalog), account_(account), on_(on), forecast_(forecast) {
    // What is bought, owed and owned makes no difference to what a change costs.
    account_.packs.clear();
    account_.balance.reset();
    account_.nextMonthDifference.reset();
  }

  Options find() const {
    Options options{{}, secondMonthKeepsTier()};
    for (int month = 0; month < static_cast<int>(forecast_.size()); ++month) {
      const std::vector<Option> all = month == 0 ? firstMonth() : laterMonth(month);
      options.byMonth.push_back(withoutDearer(all, month, options.secondMonthKeepsTier));
    }
    return options;
  }

 private:
  [[nodiscard]] Option option(int month, PlanIndex plan, Money cost, Minutes quota) const {
    const Minutes usage = forecast_[static_cast<std::size_t>(month)];
    return {plan, cost, quota, Minutes::of(std::max<Int128>(0, usage - quota)), catalog_.selfServe(plan).overage};
  }

  // Today's plan, which is paid for, and what a quote sells at once.
  [[nodiscard]] std::vector<Option> firstMonth() const {
    std::vector<Option> options;
    QuoteRequest request{on_, account_, {}, {}};
    for (PlanIndex plan = 0; plan < catalog_.plans.size(); ++plan) {
      const PlanChange change = quotePlanChange(catalog_, account_, on_, plan);
      const bool atOnce = change.allowed() && *change.effectiveOn == on_;
      if (plan != account_.plan && !atOnce) continue;
      request.plan = plan;
      const Quote bill = quote(catalog_, request);
      options.push_back(option(0, plan, bill.amountDue, bill.quota.after));
    }
    return options;
  }

  [[nodiscard]] std::vector<Option> laterMonth(int month) const {
    const auto& pending = account_.pendingChange;
    const Month here = monthAfter(monthOf(on_), month);
    const bool before = pending && here < monthOf(pending->effectiveOn);
    const bool start = pending && here == monthOf(pending->effectiveOn);
    std::vector<Option> options;
    for (PlanIndex plan = 0; plan < catalog_.plans.size(); ++plan) {
      if (!catalog_.plans[plan].isSelfServe()) continue;
      if (before && plan != account_.plan) continue;
      if (start && plan < pending->plan) continue;
      const SelfServe& terms = catalog_.selfServe(plan);
      options.push_back(option(month, plan, terms.monthlyPrice, terms.monthlyMinutes));
    }
    return options;
  }

  // A downgrade asked for today from the plan the month ends on: would it be refused, or start a month later?
  [[nodiscard]] bool secondMonthKeepsTier() const {
    if (account_.pendingChange) return false;
    const auto& rule = catalog_.policy.downgrade;
    const bool limited =
        rule.oncePerMonth && account_.lastDowngradeOn && monthOf(*account_.lastDowngradeOn) == monthOf(on_);
    const bool late = rule.cutoff != DowngradeCutoff::none && isNextMonthCharged(catalog_.policy, on_);
    return limited || late;
  }

  // An option goes when another costs strictly less, leaves no more excess and can bill it if there is any; of equal
  // ones the lowest tier stays. At equal cost a smaller quota may use up packs that would be wasted.
  [[nodiscard]] static std::vector<Option> withoutDearer(const std::vector<Option>& all, int month, bool keepsTier) {
    std::vector<Option> kept;
    for (const Option& mine : all) {
      const auto dropsMine = [&](const Option& other) {
        if (other.excess > mine.excess || other.cost > mine.cost) return false;
        if (other.cost == mine.cost && (other.excess < mine.excess || other.plan >= mine.plan)) return false;
        // A higher tier in the first month, or a lower one in the second, does not stand in for the other.
        if (keepsTier && month == 0 && other.plan > mine.plan) return false;
        if (keepsTier && month == 1 && other.plan < mine.plan) return false;
        return other.excess == Minutes{0} || other.overage == OverageMode::postpaid ||
               mine.overage == OverageMode::suspend;
      };
      if (std::none_of(all.begin(), all.end(), dropsMine)) kept.push_back(mine);
    }
    return kept;
  }

  const Catalog& catalog_;
  Account account_;
  Date on_;
  const std::vector<Minutes>& forecast_;
};

}  // namespace

Options optionsFor(const Catalog& catalog, const Account& account, Date on, const std::vector<Minutes>& forecast) {
  return Finder(catalog, account, on, forecast).find();
}

}  // namespace prorata
