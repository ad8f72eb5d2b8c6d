#pragma once

#include <rapidcheck.h>

#include "support.hpp"

/// What properties are tried on: price lists of every valid combination of policies, with accounts and carts.
namespace prorata {

template <class... Values>
auto oneOf(Values... values) {
  return *rc::gen::element(values...);
}

/// Both included, whatever the size of the case.
inline std::int64_t within(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(100, rc::gen::inRange(least, most + 1));
}

/// True once in so many times.
inline bool onceIn(int times) { return within(1, times) == 1; }

inline Policy anyPolicy() {
  Policy policy{};
  policy.proration = {PriceProration::remainingDays, oneOf(Rounding::net, Rounding::line), QuotaProration::dayWeighted};
  if (onceIn(3)) {
    policy.renewal = RenewalBeforeMonthEnd{static_cast<int>(within(0, 26))};
  } else {
    policy.renewal = RenewalOnDay{onceIn(2) ? 1 : static_cast<int>(within(2, 28))};
  }
  auto& downgrade = policy.downgrade;
  downgrade = {DowngradeStart::nextMonth, oneOf(true, false), DowngradeCharge::onRenewal, DowngradeCutoff::none,
               oneOf(Withdrawal::throughSales, Withdrawal::selfServe)};
  if (onceIn(4)) {
    downgrade.start = DowngradeStart::immediately;
    return policy;
  }
  policy.proration.price = oneOf(PriceProration::remainingDays, PriceProration::fullMonth);
  policy.proration.quota = oneOf(QuotaProration::dayWeighted, QuotaProration::fullMonth);
  downgrade.cutoff = oneOf(DowngradeCutoff::renewalDay, DowngradeCutoff::renewalDayWait);
  const auto* onDay = std::get_if<RenewalOnDay>(&policy.renewal);
  if (onDay != nullptr && onDay->day == 1 && onceIn(2)) downgrade.cutoff = DowngradeCutoff::none;
  if (downgrade.withdrawal == Withdrawal::throughSales)
    downgrade.charge = oneOf(DowngradeCharge::onRenewal, DowngradeCharge::onRequest);
  return policy;
}

/// Four plans, some of them free, one more through sales, and three kinds of packs that live one month or more.
inline Catalog anyCatalog() {
  Catalog catalog = builtIn("easemob-cn");
  catalog.policy = anyPolicy();
  for (Plan& plan : catalog.plans) {
    if (!plan.isSelfServe()) continue;
    auto& terms = std::get<SelfServe>(plan.terms);
    terms.monthlyPrice = Money{onceIn(4) ? 0 : within(0, 2'000'000)};
    terms.monthlyMinutes = Minutes{within(0, 2'000)};
    terms.bonusMinutes = Minutes{0};
    terms.overage = oneOf(OverageMode::postpaid, OverageMode::suspend);
  }
  std::get<SelfServe>(catalog.plans[static_cast<std::size_t>(within(0, 3))].terms).overage = OverageMode::postpaid;
  for (Pack& pack : catalog.packs) {
    pack.minutes = Minutes{within(1, 1'000)};
    pack.price = Money{within(0, 20'000)};
  }
  catalog.packValidityMonths = static_cast<int>(within(1, 4));
  catalog.overage = {Money{within(0, 1'000)}, within(1, 1'000)};
  checkCatalog(catalog);
  return catalog;
}

inline PlanIndex anyPlan() { return static_cast<PlanIndex>(within(0, 3)); }

/// A day of any month, or one of those at which something changes: the 1st, the last, the charge date, the day before.
inline Date anyDayOf(const Catalog& catalog, Month month) {
  const Date charged = chargeDate(catalog.policy, monthAfter(month));
  switch (within(0, 6)) {
    case 0: return firstDayOf(month);
    case 1: return lastDayOf(month);
    case 2: return monthOf(charged) == month ? charged : firstDayOf(month);
    case 3: return plusDays(charged, -1);
    default: return plusDays(firstDayOf(month), static_cast<int>(within(0, daysIn(month) - 1)));
  }
}

/// Every other time around a February.
inline Date anyDate(const Catalog& catalog) {
  const std::chrono::year year{static_cast<int>(onceIn(2) ? within(2023, 2025) : within(2010, 2990))};
  const auto month = static_cast<unsigned>(onceIn(2) ? within(1, 3) : within(1, 12));
  const Date date = anyDayOf(catalog, year / static_cast<int>(month));
  return date < earliestRequestDate ? earliestRequestDate : date;
}

/// One that checkAccount takes: any of what an account may hold on that day.
inline Account anyAccount(const Catalog& catalog, Date on) {
  Account account;
  account.plan = anyPlan();
  if (onceIn(2)) {
    account.history = {
        {account.plan, plusDays(on, -static_cast<int>(within(0, daysIn(monthOf(on)) - remainingDays(on))))}};
    while (onceIn(2)) {
      const int before = daysIn(monthOf(on)) - remainingDays(account.history->front().from);
      account.history->insert(account.history->begin(), {anyPlan(), plusDays(account.history->front().from,
                                                                             -static_cast<int>(within(0, before)))});
    }
  }
  const PlanIndex scheduled = anyPlan();
  if (scheduled != account.plan && onceIn(2))
    account.pendingChange =
        PendingChange{scheduled, firstDayOf(monthAfter(monthOf(on), static_cast<int>(within(1, 3))))};
  if (onceIn(3)) account.lastDowngradeOn = plusDays(on, -static_cast<int>(within(0, 40)));
  for (auto packs = onceIn(3) ? 0 : within(1, 4); packs > 0; --packs) {
    OwnedPack pack{static_cast<PackIndex>(within(0, 2)), plusDays(on, -static_cast<int>(within(0, 200))),
                   Minutes{onceIn(5) ? 0 : within(1, 3'000)}};
    if (onceIn(5)) pack.pack.reset();
    account.packs.push_back(pack);
  }
  if (onceIn(2)) account.used = Minutes{within(1, 4'000)};
  if (onceIn(2)) account.balance = Money{within(-1'000'000, 10'000'000)};
  if (isNextMonthCharged(catalog.policy, on) && onceIn(2))
    account.nextMonthDifference = Money{oneOf(-1, 1) * within(1, 1'000'000)};
  checkAccount(catalog, account, on);
  return account;
}

/// A cart of one plan, perhaps refused, and up to two kinds of packs.
inline QuoteRequest anyRequest(const Catalog& catalog) {
  QuoteRequest request;
  request.on = anyDate(catalog);
  request.account = anyAccount(catalog, request.on);
  if (!onceIn(4)) request.plan = anyPlan();
  if (onceIn(2)) request.packs.push_back({1, within(1, 10)});
  if (onceIn(3)) request.packs.push_back({0, within(1, 3)});
  return request;
}

/// All that an account holds, as text: equal where every member is.
inline std::string described(const Account& account) {
  std::string text = "plan " + std::to_string(account.plan);
  const auto add = [&](const std::string& what) { text += "; " + what; };
  if (account.history) {
    for (const auto& [plan, from] : *account.history) add(std::to_string(plan) + " from " + toString(from));
  }
  if (account.pendingChange)
    add("pending " + std::to_string(account.pendingChange->plan) + " on " +
        toString(account.pendingChange->effectiveOn));
  if (account.lastDowngradeOn) add("downgrade on " + toString(*account.lastDowngradeOn));
  for (const OwnedPack& pack : account.packs)
    add("pack " + (pack.pack ? std::to_string(*pack.pack) : "?") + " of " + toString(pack.purchasedOn) + " with " +
        std::to_string(pack.remaining.value));
  if (account.used) add("used " + std::to_string(account.used->value));
  if (account.balance) add("balance " + std::to_string(account.balance->value));
  if (account.nextMonthDifference) add("difference " + std::to_string(account.nextMonthDifference->value));
  return text;
}

}  // namespace prorata
