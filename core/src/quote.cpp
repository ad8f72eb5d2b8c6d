#include "prorata/quote.hpp"

#include <algorithm>
#include <array>

namespace prorata {
namespace {

// Until it is executed with the renewal of the month it starts with.
bool canWithdraw(const Catalog& catalog, const Account& account, Date on) {
  return account.pendingChange && catalog.policy.downgrade.withdrawal == Withdrawal::selfServe &&
         on < chargeDate(catalog.policy, monthOf(account.pendingChange->effectiveOn));
}

ChangeKind kindOf(const Catalog& catalog, const Account& account, Date on, PlanIndex to) {
  const PlanIndex from = account.plan;
  if (from == to) return canWithdraw(catalog, account, on) ? ChangeKind::withdraw : ChangeKind::none;
  if (to > from) return catalog.plans[from].isFree() ? ChangeKind::subscribe : ChangeKind::upgrade;
  return catalog.plans[to].isFree() ? ChangeKind::cancel : ChangeKind::downgrade;
}

// The first refusal that applies; the order is part of the rule.
std::optional<Refusal> refusalOf(const Catalog& catalog, const Account& account, Date on, PlanIndex to,
                                 ChangeKind kind) {
  if (kind == ChangeKind::withdraw) return std::nullopt;
  if (account.pendingChange) return Refusal::pendingChange;
  if (to == account.plan) return Refusal::alreadyOnPlan;
  if (!catalog.plans[to].isSelfServe()) return Refusal::contactSales;
  if (to > account.plan) return std::nullopt;
  const auto& rule = catalog.policy.downgrade;
  const bool downgradedThisMonth = account.lastDowngradeOn && monthOf(*account.lastDowngradeOn) == monthOf(on);
  if (rule.oncePerMonth && downgradedThisMonth) return Refusal::downgradeLimit;
  if (rule.cutoff == DowngradeCutoff::renewalDayWait && isNextMonthCharged(catalog.policy, on))
    return Refusal::alreadyRenewed;
  return std::nullopt;
}

Date effectiveDate(const Policy& policy, PlanIndex from, PlanIndex to, Date on) {
  if (to >= from || policy.downgrade.start == DowngradeStart::immediately) return on;
  const bool missedCutoff = policy.downgrade.cutoff == DowngradeCutoff::renewalDay && isNextMonthCharged(policy, on);
  return firstDayOf(monthAfter(monthOf(on), missedCutoff ? 2 : 1));
}

// A change at once when next month is charged already leaves the difference of its prices to that month's 1st.
void addDifference(const Catalog& catalog, Account& account, const PlanChange& change) {
  const Money old = catalog.selfServe(change.from).monthlyPrice;
  const Int128 sum =
      catalog.selfServe(change.to).monthlyPrice - old + account.nextMonthDifference.value_or(Money{0}).value;
  account.nextMonthDifference.reset();
  if (sum != 0) account.nextMonthDifference = Money::of(sum);
}

Account applyChange(const Catalog& catalog, Account account, const PlanChange& change, Date on) {
  if (!change.allowed()) return account;
  if (change.kind == ChangeKind::withdraw) {
    account.pendingChange.reset();
    return account;
  }
  if (change.to < change.from) account.lastDowngradeOn = on;
  if (*change.effectiveOn > on) {
    account.pendingChange = PendingChange{change.to, *change.effectiveOn};
    return account;
  }
  std::vector<PlanSpell> history = planHistory(account, on);
  while (!history.empty() && history.back().from == on) history.pop_back();
  history.push_back({change.to, on});
  account.history = std::move(history);
  account.plan = change.to;
  if (isNextMonthCharged(catalog.policy, on)) addDifference(catalog, account, change);
  return account;
}

QuotedPack quotePack(const Catalog& catalog, const CartItem& item, Date on) {
  const Pack& pack = catalog.packs[item.pack];
  return {item.pack, item.quantity, Minutes::of(pack.minutes * item.quantity), Money::of(pack.price * item.quantity),
          packWindow(catalog, on)};
}

// `account` is the account after the change, so a downgrade just asked for and one that was pending look alike.
Renewal nextRenewal(const Catalog& catalog, const Account& account, Date on) {
  const Month next = monthAfter(monthOf(on));
  if (account.nextMonthDifference)
    return {firstDayOf(next), next, planStarting(account, next), *account.nextMonthDifference, {}};

  Month month = isNextMonthCharged(catalog.policy, on) ? monthAfter(next) : next;
  if (isPaidOnRequest(catalog, account, month)) month = monthAfter(month);
  const PlanIndex plan = planStarting(account, month);
  return {chargeDate(catalog.policy, month), month, plan, catalog.selfServe(plan).monthlyPrice, {}};
}

BalanceEffect balanceEffect(Money before, Money due) {
  const Int128 left = before - due;
  const Int128 shortfall = due.value > 0 ? std::max<Int128>(0, -left) : 0;
  return {before, Money::of(shortfall > 0 ? 0 : left), Money::of(shortfall)};
}

Money renewalShortfall(Money renewal, Money balance) {
  return Money::of(renewal.value > 0 ? std::max<Int128>(0, renewal - balance) : 0);
}

// What an allowed change costs now. An amount of 0 is no line of the bill.
std::array<PlanLine, 2> chargeAndCredit(const Catalog& catalog, const PlanChange& change, Date on) {
  const Policy& policy = catalog.policy;
  const Money oldPrice = catalog.selfServe(change.from).monthlyPrice;
  const Money newPrice = catalog.selfServe(change.to).monthlyPrice;
  const Month month = monthOf(*change.effectiveOn);
  PlanLine charge{PlanLine::Kind::charge, change.to, month, newPrice, std::nullopt, Money{0}};
  PlanLine credit{PlanLine::Kind::credit, change.from, month, oldPrice, std::nullopt, Money{0}};

  const bool startsLater = *change.effectiveOn > on;
  if (startsLater && policy.downgrade.charge == DowngradeCharge::onRequest) charge.amount = newPrice;
  if (startsLater || change.kind == ChangeKind::withdraw) return {charge, credit};

  std::optional<ProratedDays> proration;
  if (policy.proration.price == PriceProration::remainingDays)
    proration = ProratedDays{remainingDays(on), daysIn(month)};
  // A price is below 2^53 and a month has at most 31 days.
  const auto share = [&](std::int64_t price) {
    return proration ? roundedQuotient(price * proration->days, std::int64_t{proration->ofDays}) : price;
  };
  charge.proration = credit.proration = proration;
  charge.amount.value = share(newPrice.value);
  credit.amount.value = policy.proration.rounding == Rounding::net
                            ? share(newPrice.value - oldPrice.value) - charge.amount.value
                            : -share(oldPrice.value);
  return {charge, credit};
}

Money sumOf(const std::vector<QuoteLine>& lines) {
  Int128 sum = 0;
  for (const QuoteLine& line : lines) sum += std::visit([](const auto& l) { return l.amount.value; }, line);
  return Money::of(sum);
}

}  // namespace

PlanChange quotePlanChange(const Catalog& catalog, const Account& account, Date on, PlanIndex to) {
  PlanChange change{kindOf(catalog, account, on, to), account.plan, to, {}, {}, {}};
  change.refusal = refusalOf(catalog, account, on, to, change.kind);
  if (change.allowed()) {
    change.effectiveOn = effectiveDate(catalog.policy, account.plan, to, on);
  } else if (change.refusal == Refusal::pendingChange) {
    change.allowedFrom = account.pendingChange->effectiveOn;
  } else if (change.refusal == Refusal::downgradeLimit || change.refusal == Refusal::alreadyRenewed) {
    change.allowedFrom = firstDayOf(monthAfter(monthOf(on)));
  }
  return change;
}

std::vector<PlanLine> planChangeLines(const Catalog& catalog, const PlanChange& change, Date on) {
  std::vector<PlanLine> lines;
  if (!change.allowed()) return lines;
  for (const PlanLine& line : chargeAndCredit(catalog, change, on)) {
    if (line.amount != Money{0}) lines.push_back(line);
  }
  return lines;
}

Money planChangeAmount(const Catalog& catalog, const PlanChange& change, Date on) {
  if (!change.allowed()) return Money{0};
  const auto [charge, credit] = chargeAndCredit(catalog, change, on);
  return Money::of(charge.amount + credit.amount);
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
    quote.accountAfter = applyChange(catalog, request.account, *quote.planChange, on);
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
  const Minutes used = request.account.used.value_or(Minutes{0});
  const Int128 unused = quote.quota.after.value + packMinutes - used.value;
  quote.capacity = {quote.quota.after, Minutes::of(packMinutes), used, Minutes::of(std::max<Int128>(0, unused))};

  const PlanIndex nextPlan = planStarting(quote.accountAfter, monthAfter(monthOf(on)));
  quote.nextMonth = {nextPlan, catalog.selfServe(nextPlan).monthlyMinutes};
  quote.renewal = nextRenewal(catalog, quote.accountAfter, on);

  if (request.account.balance) {
    quote.balance = balanceEffect(*request.account.balance, quote.amountDue);
    quote.accountAfter.balance = quote.balance->after;
    quote.renewal.shortfall = renewalShortfall(quote.renewal.amount, quote.balance->after);
  }
  return quote;
}

Purchase purchase(const Catalog& catalog, const QuoteRequest& request) {
  Purchase purchase{quote(catalog, request), {}};
  const auto& balance = purchase.quote.balance;
  if (!balance || balance->shortfall == Money{0}) purchase.account = purchase.quote.accountAfter;
  return purchase;
}

}  // namespace prorata
