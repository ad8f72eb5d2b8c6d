#include "prorata/quote.hpp"

#include "random.hpp"

namespace prorata {
namespace {

constexpr PlanIndex free_ = 0, basic = 1, premium = 2, flagship = 3, enterprise = 4;

QuoteRequest requestOn(std::string_view on, PlanIndex held, std::optional<PlanIndex> to) {
  QuoteRequest request;
  request.on = dateOf(on);
  request.account.plan = held;
  request.plan = to;
  return request;
}

TEST_CASE("an upgrade makes up the difference for the remaining days") {
  const Quote bill = quote(builtIn("easemob-cn"), requestOn("2024-08-16", basic, flagship));
  REQUIRE(bill.lines.size() == 2);
  CHECK(std::get<PlanLine>(bill.lines[0]).amount == Money{433'497});
  CHECK(std::get<PlanLine>(bill.lines[1]).amount == Money{-38'091});
  CHECK(bill.amountDue == Money{395'406});
  CHECK(bill.quota.after == Minutes{832'258});
  CHECK(bill.accountAfter.plan == flagship);
}

TEST_CASE("the account after a scheduled downgrade is that of today with a pending change") {
  const Quote bill = quote(builtIn("shengwang-cn"), requestOn("2024-08-26", flagship, basic));
  CHECK(bill.amountDue == Money{0});
  CHECK(bill.accountAfter.plan == flagship);
  REQUIRE(bill.accountAfter.pendingChange);
  CHECK(toString(bill.accountAfter.pendingChange->effectiveOn) == "2024-10-01");
}

TEST_CASE("the first refusal that applies is the one given") {
  const Catalog catalog = builtIn("easemob-cn");
  Account account;
  account.plan = premium;
  const Date on = dateOf("2024-08-16");
  const auto refusal = [&](PlanIndex to) { return quotePlanChange(catalog, account, on, to).refusal; };
  CHECK(refusal(premium) == Refusal::alreadyOnPlan);
  CHECK(refusal(enterprise) == Refusal::contactSales);
  CHECK(refusal(basic) == std::nullopt);
  account.lastDowngradeOn = dateOf("2024-08-01");
  CHECK(refusal(basic) == Refusal::downgradeLimit);
  CHECK(refusal(flagship) == std::nullopt);
  CHECK(quotePlanChange(builtIn("shengwang-cn"), account, on, basic).allowed());
  account.pendingChange = PendingChange{free_, dateOf("2024-09-01")};
  for (const PlanIndex to : {free_, premium, flagship, enterprise}) CHECK(refusal(to) == Refusal::pendingChange);
  CHECK(planChangeAmount(catalog, quotePlanChange(catalog, account, dateOf("2024-08-16"), flagship),
                         dateOf("2024-08-16")) == Money{0});
}

TEST_CASE("after next month was charged a lower plan is refused until the 1st, where the policy has it wait") {
  const Catalog catalog = builtIn("agora-global");
  Account account;
  account.plan = premium;
  const auto change = [&](const char* on, PlanIndex to) { return quotePlanChange(catalog, account, dateOf(on), to); };
  CHECK(change("2025-08-29", basic).allowed());
  CHECK(change("2025-08-30", basic).refusal == Refusal::alreadyRenewed);
  CHECK(toString(change("2025-08-30", basic).allowedFrom.value()) == "2025-09-01");
  CHECK(change("2025-08-30", flagship).allowed());
  account.lastDowngradeOn = dateOf("2025-08-01");
  CHECK(change("2025-08-30", basic).refusal == Refusal::downgradeLimit);
  CHECK(change("2025-09-01", basic).allowed());
}

TEST_CASE("a scheduled change is withdrawn, by naming the plan held, until its month is charged") {
  QuoteRequest request = requestOn("2024-08-24", flagship, flagship);
  request.account.pendingChange = PendingChange{basic, dateOf("2024-09-01")};
  const auto bill = [&](const char* catalog, const char* on) {
    request.on = dateOf(on);
    return quote(builtIn(catalog), request);
  };
  const Quote withdrawn = bill("shengwang-cn", "2024-08-24");
  CHECK(withdrawn.planChange->kind == ChangeKind::withdraw);
  CHECK(withdrawn.planChange->effectiveOn == request.on);
  CHECK(withdrawn.lines.empty());
  CHECK_FALSE(withdrawn.accountAfter.pendingChange);
  CHECK(withdrawn.renewal.plan == flagship);
  const Quote executed = bill("shengwang-cn", "2024-08-25");
  CHECK(executed.planChange->kind == ChangeKind::none);
  CHECK(executed.planChange->refusal == Refusal::pendingChange);
  CHECK(executed.accountAfter.pendingChange);
  CHECK(bill("easemob-cn", "2024-08-24").planChange->refusal == Refusal::pendingChange);
}

TEST_CASE("what late changes leave for the 1st adds up, and one of 0 is none") {
  Catalog catalog = builtIn("easemob-cn");
  catalog.policy.renewal = RenewalOnDay{25};
  catalog.policy.downgrade.start = DowngradeStart::immediately;
  catalog.policy.downgrade.oncePerMonth = false;
  checkCatalog(catalog);
  Account account;
  account.plan = basic;
  const auto changed = [&](PlanIndex to) {
    account = purchase(catalog, {dateOf("2024-08-26"), account, to, {}}).account.value();
    return account.nextMonthDifference;
  };
  CHECK(changed(premium) == Money{165'000});
  CHECK(changed(flagship) == Money{766'100});
  CHECK_FALSE(account.lastDowngradeOn);
  CHECK(changed(free_) == Money{-73'800});
  CHECK(account.lastDowngradeOn == dateOf("2024-08-26"));
  CHECK(changed(basic) == std::nullopt);
  CHECK(quote(catalog, {dateOf("2024-08-26"), account, {}, {}}).renewal.month == monthOf(dateOf("2024-10-01")));
}

TEST_CASE("a debt stops nothing that costs nothing now, and is paid first where something is due") {
  QuoteRequest request = requestOn("2024-08-16", basic, free_);
  request.account.balance = Money{-50'000};
  const Purchase cancelled = purchase(builtIn("easemob-cn"), request);
  CHECK(cancelled.quote.balance->after == Money{-50'000});
  CHECK(cancelled.quote.balance->shortfall == Money{0});
  CHECK(cancelled.quote.renewal.shortfall == Money{0});
  REQUIRE(cancelled.account);
  CHECK(cancelled.account->pendingChange->plan == free_);
  request.packs = {{0, 1}};
  const Purchase withPack = purchase(builtIn("easemob-cn"), request);
  CHECK(withPack.quote.balance->shortfall == Money{66'800});
  CHECK_FALSE(withPack.account);
}

TEST_CASE("the account after a purchase says nothing that it has nothing to say of") {
  const Purchase nothing = purchase(builtIn("easemob-cn"), requestOn("2024-08-16", basic, std::nullopt));
  REQUIRE(nothing.account);
  CHECK(described(*nothing.account) == "plan 1");
  const Purchase upgrade = purchase(builtIn("easemob-cn"), requestOn("2024-08-16", basic, flagship));
  CHECK(described(upgrade.account.value()) == "plan 3; 1 from 2024-08-01; 3 from 2024-08-16");
  QuoteRequest again = requestOn("2024-08-16", premium, flagship);
  again.account.history = {{basic, dateOf("2024-08-01")}, {free_, again.on}, {premium, again.on}};
  CHECK(described(purchase(builtIn("easemob-cn"), again).account.value()) ==
        "plan 3; 1 from 2024-08-01; 3 from 2024-08-16");
  const Purchase downgrade = purchase(builtIn("easemob-cn"), requestOn("2024-08-16", basic, free_));
  CHECK(described(downgrade.account.value()) == "plan 1; pending 0 on 2024-09-01; downgrade on 2024-08-16");
}

// ---------------------------------------------------------------- properties

TEST_CASE("the lines sum to the amount due, and none of them is 0") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    const Quote bill = quote(catalog, anyRequest(catalog));
    std::int64_t sum = 0;
    for (const QuoteLine& line : bill.lines) {
      const Money amount = std::visit([](const auto& l) { return l.amount; }, line);
      RC_ASSERT(amount != Money{0});
      sum += amount.value;
    }
    RC_ASSERT(sum == bill.amountDue.value);
  }));
}

TEST_CASE("a balance pays what is due, or says what is missing, and what the renewal then lacks") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    QuoteRequest request = anyRequest(catalog);
    request.account.balance = Money{within(-1'000'000, 3'000'000)};
    const Quote bill = quote(catalog, request);
    const auto& [before, after, shortfall] = *bill.balance;
    RC_ASSERT(before - bill.amountDue == after - shortfall);
    RC_ASSERT(shortfall >= Money{0});
    RC_ASSERT(shortfall == Money{0} || after == Money{0});
    if (bill.amountDue > Money{0}) {
      RC_ASSERT(after >= Money{0});
    } else {
      RC_ASSERT(shortfall == Money{0});
    }
    const Money renewal = bill.renewal.amount;
    const bool lacks = renewal > Money{0} && renewal > after;
    RC_ASSERT(bill.renewal.shortfall->value == (lacks ? renewal.value - after.value : 0));
  }));
}

TEST_CASE("a refused change leaves the account and the next charge as they are") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    QuoteRequest request = anyRequest(catalog);
    request.packs.clear();
    const Quote bill = quote(catalog, request);
    if (bill.planChange && bill.planChange->allowed()) return;
    RC_ASSERT(described(bill.accountAfter) == described(request.account));
    RC_ASSERT(bill.lines.empty());
  }));
}

TEST_CASE("a purchase followed by a quote agrees with the quote before it") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    QuoteRequest request = anyRequest(catalog);
    const Purchase bought = purchase(catalog, request);
    RC_ASSERT(bought.account.has_value() == (!bought.quote.balance || bought.quote.balance->shortfall == Money{0}));
    if (!bought.account) return;
    checkAccount(catalog, *bought.account, request.on);
    const Quote before = bought.quote;
    const Quote after = quote(catalog, {request.on, *bought.account, {}, {}});
    RC_ASSERT(after.amountDue == Money{0});
    RC_ASSERT(after.quota.before == before.quota.after);
    RC_ASSERT(after.capacity.packs == before.capacity.packs);
    RC_ASSERT(after.capacity.remaining == before.capacity.remaining);
    RC_ASSERT(after.nextMonth.plan == before.nextMonth.plan);
    RC_ASSERT(after.nextMonth.quota == before.nextMonth.quota);
    RC_ASSERT(after.renewal.on == before.renewal.on);
    RC_ASSERT(after.renewal.month == before.renewal.month);
    RC_ASSERT(after.renewal.plan == before.renewal.plan);
    RC_ASSERT(after.renewal.amount == before.renewal.amount);
    RC_ASSERT(after.renewal.shortfall == before.renewal.shortfall);
    if (before.balance) RC_ASSERT(after.balance->before == before.balance->after);
    RC_ASSERT(described(after.accountAfter) == described(*bought.account));
  }));
}

TEST_CASE("a withdrawal leaves the account as if nothing had been scheduled") {
  CHECK(rc::check([] {
    Catalog catalog = anyCatalog();
    QuoteRequest request = anyRequest(catalog);
    request.plan = request.account.plan;
    request.packs.clear();
    const Quote bill = quote(catalog, request);
    if (bill.planChange->kind != ChangeKind::withdraw) return;
    RC_ASSERT(catalog.policy.downgrade.withdrawal == Withdrawal::selfServe);
    Account without = request.account;
    without.pendingChange.reset();
    RC_ASSERT(described(bill.accountAfter) == described(without));
    const Quote plain = quote(catalog, {request.on, without, {}, {}});
    RC_ASSERT(bill.amountDue == Money{0});
    RC_ASSERT(bill.renewal.on == plain.renewal.on);
    RC_ASSERT(bill.renewal.amount == plain.renewal.amount);
    RC_ASSERT(bill.nextMonth.plan == request.account.plan);
  }));
}

TEST_CASE("under line rounding, changes on one day add up to the direct one") {
  CHECK(rc::check([] {
    Catalog catalog = anyCatalog();
    catalog.policy.proration.rounding = Rounding::line;
    const Date on = anyDate(catalog);
    const auto due = [&](PlanIndex from, PlanIndex to) {
      QuoteRequest request;
      request.on = on;
      request.account.plan = from;
      request.plan = to;
      return quote(catalog, request).amountDue.value;
    };
    RC_ASSERT(due(free_, basic) + due(basic, premium) + due(premium, flagship) == due(free_, flagship));
  }));
}

/// A change to a higher tier that is neither cheaper nor smaller than the plan held, on any day but a month's last.
struct Upgrade {
  Catalog catalog = anyCatalog();
  QuoteRequest request;

  Upgrade() {
    request.on = anyDate(catalog);
    request.account.plan = static_cast<PlanIndex>(within(0, 2));
    request.plan = static_cast<PlanIndex>(within(static_cast<std::int64_t>(request.account.plan) + 1, 3));
    auto& held = std::get<SelfServe>(catalog.plans[request.account.plan].terms);
    auto& wanted = std::get<SelfServe>(catalog.plans[*request.plan].terms);
    if (held.monthlyPrice > wanted.monthlyPrice) std::swap(held.monthlyPrice, wanted.monthlyPrice);
    if (held.monthlyMinutes > wanted.monthlyMinutes) std::swap(held.monthlyMinutes, wanted.monthlyMinutes);
    if (request.on == lastDayOf(monthOf(request.on))) request.on = plusDays(request.on, -1);
  }
};

// Under `line` rounding the two roundings may differ by a minor unit from one day to the next.
TEST_CASE("upgrading a day later in a month never costs more") {
  CHECK(rc::check([] {
    Upgrade upgrade;
    upgrade.catalog.policy.proration.rounding = Rounding::net;
    const Money today = quote(upgrade.catalog, upgrade.request).amountDue;
    upgrade.request.on = plusDays(upgrade.request.on, 1);
    RC_ASSERT(quote(upgrade.catalog, upgrade.request).amountDue <= today);
  }));
}

TEST_CASE("the quota after an upgrade is not below the old plan's, but after a subscription it is the days' share") {
  int fallen = 0;
  CHECK(rc::check([&] {
    const Upgrade upgrade;
    const Quote bill = quote(upgrade.catalog, upgrade.request);
    const Minutes held = upgrade.catalog.selfServe(upgrade.request.account.plan).monthlyMinutes;
    const Minutes wanted = upgrade.catalog.selfServe(*upgrade.request.plan).monthlyMinutes;
    RC_ASSERT(bill.quota.before == held);
    const bool subscribed = bill.planChange->kind == ChangeKind::subscribe && bill.renewal.amount != Money{0};
    if (upgrade.catalog.policy.proration.quota == QuotaProration::dayWeighted && subscribed) {
      const int days = remainingDays(upgrade.request.on);
      RC_ASSERT(bill.quota.after.value == wanted.value * days / bill.period.days);
      fallen += bill.quota.after < bill.quota.before;
    } else {
      RC_ASSERT(bill.quota.after >= bill.quota.before);
    }
  }));
  CHECK(fallen > 0);
}

TEST_CASE("a renewal lies after the day asked about and pays for a month that has not ended") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    const Quote bill = quote(catalog, anyRequest(catalog));
    RC_ASSERT(bill.renewal.on > bill.on);
    RC_ASSERT(bill.renewal.month > monthOf(bill.on));
  }));
}

}  // namespace
}  // namespace prorata
