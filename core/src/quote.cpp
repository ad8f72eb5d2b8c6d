#include "prorata/quote.hpp"

#include <algorithm>

namespace prorata {
namespace {

ChangeKind kindOf(const Catalog& catalog, PlanIndex from, PlanIndex to) {
  if (from == to) return ChangeKind::none;
  if (to > from) return catalog.plans[from].isFree() ? ChangeKind::subscribe : ChangeKind::upgrade;
  return catalog.plans[to].isFree() ? ChangeKind::cancel : ChangeKind::downgrade;
}

// The first refusal that applies; the order is part of the rule.
std::optional<Refusal> refusalOf(const Catalog& catalog, const Account& account, Date on, PlanIndex to) {
  if (account.pendingChange) return Refusal::pendingChange;
  if (to == account.plan) return Refusal::alreadyOnPlan;
  if (!catalog.plans[to].isSelfServe()) return Refusal::contactSales;
  const bool downgradedThisMonth = account.lastDowngradeOn && monthOf(*account.lastDowngradeOn) == monthOf(on);
  if (to < account.plan && downgradedThisMonth) return Refusal::downgradeLimit;
  return std::nullopt;
}

Date effectiveDate(const Policy& policy, PlanIndex from, PlanIndex to, Date on) {
  if (to > from || policy.downgrade.start == DowngradeStart::immediately) return on;
  const bool missedCutoff = policy.downgrade.cutoff == DowngradeCutoff::renewalDay && isNextMonthCharged(policy, on);
  return firstDayOf(monthAfter(monthOf(on), missedCutoff ? 2 : 1));
}

Account applyChange(Account account, const PlanChange& change, Date on) {
  if (!change.allowed()) return account;
  if (*change.effectiveOn > on) {
    account.pendingChange = PendingChange{change.to, *change.effectiveOn};
    return account;
  }
  // A spell that begins on the same day as the one before it replaces it: that one gets no days.
  account.history = planHistory(account, on);
  account.history->push_back({change.to, on});
  account.plan = change.to;
  return account;
}

QuotedPack quotePack(const Catalog& catalog, const CartItem& item, Date on) {
  const Pack& pack = catalog.packs[item.pack];
  return {item.pack, item.quantity, Minutes::of(pack.minutes * item.quantity), Money::of(pack.price * item.quantity),
          packWindow(catalog, on)};
}

// `account` is the account after the change, so a downgrade just asked for and one that was pending look alike.
Renewal nextRenewal(const Catalog& catalog, const Account& account, const std::optional<PlanChange>& change, Date on) {
  const Policy& policy = catalog.policy;
  const auto price = [&](PlanIndex plan) { return catalog.selfServe(plan).monthlyPrice; };
  const Month next = monthAfter(monthOf(on));
  const bool charged = isNextMonthCharged(policy, on);

  // Next month is paid for on the old plan already, so its 1st makes up the difference (Agora).
  const bool upgradedNow = change && change->allowed() && change->to > change->from;
  if (charged && upgradedNow)
    return {firstDayOf(next), next, change->to, Money::of(price(change->to) - price(change->from))};

  Month month = charged ? monthAfter(next) : next;
  // A lower plan charged on request has its first month paid for.
  const auto& pending = account.pendingChange;
  const bool paidOnRequest = policy.downgrade.charge == DowngradeCharge::onRequest && pending &&
                             pending->plan < account.plan && monthOf(pending->effectiveOn) == month;
  if (paidOnRequest) month = monthAfter(month);
  const PlanIndex plan = planStarting(account, month);
  return {chargeDate(policy, month), month, plan, price(plan)};
}

Money sumOf(const std::vector<QuoteLine>& lines) {
  Int128 sum = 0;
  for (const QuoteLine& line : lines) sum += std::visit([](const auto& l) { return l.amount.value; }, line);
  return Money::of(sum);
}

}  // namespace

PlanChange quotePlanChange(const Catalog& catalog, const Account& account, Date on, PlanIndex to) {
  PlanChange change{kindOf(catalog, account.plan, to), account.plan, to, refusalOf(catalog, account, on, to), {}, {}};
  if (change.allowed()) {
    change.effectiveOn = effectiveDate(catalog.policy, account.plan, to, on);
  } else if (change.refusal == Refusal::pendingChange) {
    change.allowedFrom = account.pendingChange->effectiveOn;
  } else if (change.refusal == Refusal::downgradeLimit) {
    change.allowedFrom = firstDayOf(monthAfter(monthOf(on)));
  }
  return change;
}

std::vector<PlanLine> planChangeLines(const Catalog& catalog, const PlanChange& change, Date on) {
  if (!change.allowed()) return {};
  const Policy& policy = catalog.policy;
  const Money oldPrice = catalog.selfServe(change.from).monthlyPrice;
  const Money newPrice = catalog.selfServe(change.to).monthlyPrice;
  const Month month = monthOf(*change.effectiveOn);

  std::vector<PlanLine> lines;
  const auto add = [&](PlanLine line) {
    if (line.amount != Money{0}) lines.push_back(line);
  };

  if (*change.effectiveOn > on) {
    if (policy.downgrade.charge == DowngradeCharge::onRequest)
      add({PlanLine::Kind::charge, change.to, month, newPrice, std::nullopt, newPrice});
    return lines;
  }

  std::optional<ProratedDays> proration;
  if (policy.proration.price == PriceProration::remainingDays)
    proration = ProratedDays{remainingDays(on), daysIn(month)};
  const auto share = [&](Int128 price) {
    return proration ? rounded({price * proration->days, proration->ofDays}) : price;
  };

  const Int128 charge = share(newPrice.value);
  const Int128 credit =
      policy.proration.rounding == Rounding::net ? share(newPrice - oldPrice) - charge : -share(oldPrice.value);
  add({PlanLine::Kind::charge, change.to, month, newPrice, proration, Money::of(charge)});
  add({PlanLine::Kind::credit, change.from, month, oldPrice, proration, Money::of(credit)});
  return lines;
}

Quote quote(const Catalog& catalog, const QuoteRequest& request) {
  const Date on = request.on;
  Quote quote{};
  quote.on = on;
  quote.period = billingPeriod(on);
  quote.accountAfter = request.account;

  if (request.plan) {
    quote.planChange = quotePlanChange(catalog, request.account, on, *request.plan);
    for (const PlanLine& line : planChangeLines(catalog, *quote.planChange, on)) quote.lines.emplace_back(line);
    quote.accountAfter = applyChange(request.account, *quote.planChange, on);
  }

  for (const CartItem& item : request.packs) {
    const QuotedPack pack = quotePack(catalog, item, on);
    quote.packs.push_back(pack);
    quote.accountAfter.packs.push_back({item.pack, on, pack.minutes});
    if (pack.amount != Money{0})
      quote.lines.emplace_back(PackLine{item.pack, catalog.packs[item.pack].price, item.quantity, pack.amount});
  }
  quote.amountDue = sumOf(quote.lines);

  quote.quota = {monthQuota(catalog, request.account, on), monthQuota(catalog, quote.accountAfter, on)};

  Int128 packMinutes = 0;
  for (const OwnedPack& pack : quote.accountAfter.packs) {
    if (isUsable(catalog, pack, on)) packMinutes += pack.remaining.value;
  }
  const Int128 unused = quote.quota.after.value + packMinutes - request.account.used.value;
  quote.capacity = {quote.quota.after, Minutes::of(packMinutes), request.account.used,
                    Minutes::of(std::max<Int128>(0, unused))};

  const PlanIndex nextPlan = planStarting(quote.accountAfter, monthAfter(monthOf(on)));
  quote.nextMonth = {nextPlan, catalog.selfServe(nextPlan).monthlyMinutes};
  quote.renewal = nextRenewal(catalog, quote.accountAfter, quote.planChange, on);

  if (request.account.balance) {
    const Money before = *request.account.balance;
    const Int128 left = before - quote.amountDue;
    quote.balance = BalanceEffect{before, Money::of(std::max<Int128>(0, left)), Money::of(std::max<Int128>(0, -left))};
  }
  return quote;
}

}  // namespace prorata
