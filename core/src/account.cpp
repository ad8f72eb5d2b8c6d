#include "prorata/account.hpp"

#include <string>

#include "prorata/error.hpp"

namespace prorata {
namespace {

[[noreturn]] void contradict(const std::string& path, const std::string& message) {
  throw PricingError(ErrorCode::inconsistentAccount, "/account" + path, message);
}

void checkHistory(const Catalog& catalog, const Account& account, Date on) {
  const auto& history = *account.history;
  if (history.empty()) contradict("/history", "A history names at least one plan; leave it out instead.");
  for (std::size_t i = 0; i < history.size(); ++i) {
    const std::string path = "/history/" + std::to_string(i);
    if (monthOf(history[i].from) != monthOf(on))
      contradict(path + "/from", "The history is that of the month asked for.");
    if (history[i].from > on) contradict(path + "/from", "The history does not pass the date asked for.");
    if (i > 0 && history[i].from < history[i - 1].from) contradict(path + "/from", "The history ascends.");
    if (!catalog.plans[history[i].plan].isSelfServe())
      contradict(path + "/plan", "A plan sold through sales cannot be part of the month.");
    if (i + 1 == history.size() && history[i].plan != account.plan)
      contradict(path + "/plan", "The history ends with the plan held.");
  }
}

void checkPendingChange(const Catalog& catalog, const Account& account, Date on) {
  const PendingChange& pending = *account.pendingChange;
  if (pending.plan == account.plan) contradict("/pendingChange/plan", "A change is to another plan.");
  if (!catalog.plans[pending.plan].isSelfServe())
    contradict("/pendingChange/plan", "A change is to a plan that is not sold through sales.");
  if (pending.effectiveOn <= on || pending.effectiveOn != firstDayOf(monthOf(pending.effectiveOn)))
    contradict("/pendingChange/effectiveOn", "A scheduled change starts on the 1st of a later month.");
}

}  // namespace

Account newAccount(const Catalog& catalog) {
  Account account;
  account.plan = catalog.defaultPlan;
  return account;
}

void checkAccount(const Catalog& catalog, const Account& account, Date on) {
  if (!catalog.plans[account.plan].isSelfServe())
    throw PricingError(ErrorCode::managedAccount, "/account/plan", "This account's plan is managed by the sales team.");
  if (account.history) checkHistory(catalog, account, on);
  if (account.pendingChange) checkPendingChange(catalog, account, on);
  if (account.lastDowngradeOn && *account.lastDowngradeOn > on)
    contradict("/lastDowngradeOn", "The last downgrade was asked for on or before the date asked for.");
  if (account.nextMonthDifference && *account.nextMonthDifference == Money{0})
    contradict("/nextMonthDifference", "A difference is not 0; leave it out instead.");
  if (account.nextMonthDifference && !isNextMonthCharged(catalog.policy, on))
    contradict("/nextMonthDifference", "Nothing is to be made up for a month that is not yet charged.");
  for (std::size_t i = 0; i < account.packs.size(); ++i) {
    if (account.packs[i].purchasedOn > on)
      contradict("/packs/" + std::to_string(i) + "/purchasedOn", "A pack was bought on or before the date asked for.");
  }
}

std::vector<PlanSpell> planHistory(const Account& account, Date on) {
  if (account.history) return *account.history;
  return {{account.plan, firstDayOf(monthOf(on))}};
}

namespace {

// How many days of the month each spell has; none where another begins on the same day.
std::vector<int> daysOf(const std::vector<PlanSpell>& history) {
  std::vector<int> days;
  for (std::size_t i = 0; i < history.size(); ++i) {
    const int begins = remainingDays(history[i].from);
    days.push_back(i + 1 < history.size() ? begins - remainingDays(history[i + 1].from) : begins);
  }
  return days;
}

}  // namespace

Minutes monthQuota(const Catalog& catalog, const Account& account, Date on) {
  if (catalog.policy.proration.quota == QuotaProration::fullMonth)
    return catalog.selfServe(account.plan).monthlyMinutes;
  const std::vector<PlanSpell> history = planHistory(account, on);
  const std::vector<int> days = daysOf(history);
  bool anyPaid = false;
  for (std::size_t i = 0; i < history.size(); ++i) anyPaid |= days[i] > 0 && !catalog.plans[history[i].plan].isFree();
  // Below 2^53 minutes times 31 days in all.
  Int128 minuteDays = 0;
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (anyPaid && catalog.plans[history[i].plan].isFree()) continue;
    minuteDays += catalog.selfServe(history[i].plan).monthlyMinutes * days[i];
  }
  return Minutes::of(roundedDown({minuteDays, daysIn(monthOf(on))}));
}

PlanIndex planStarting(const Account& account, Month month) {
  const bool changed = account.pendingChange && monthOf(account.pendingChange->effectiveOn) <= month;
  return changed ? account.pendingChange->plan : account.plan;
}

bool isPaidOnRequest(const Catalog& catalog, const Account& account, Month month) {
  const auto& pending = account.pendingChange;
  return catalog.policy.downgrade.charge == DowngradeCharge::onRequest && pending && pending->plan < account.plan &&
         monthOf(pending->effectiveOn) == month;
}

bool isUsable(const Catalog& catalog, const OwnedPack& pack, Date on) {
  return on <= packWindow(catalog, pack.purchasedOn).through;
}

}  // namespace prorata
