#include "prorata/quote.hpp"

#include <rapidcheck.h>

#include "support.hpp"

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
  account.pendingChange = PendingChange{free_, dateOf("2024-09-01")};
  for (const PlanIndex to : {free_, premium, flagship, enterprise}) CHECK(refusal(to) == Refusal::pendingChange);
}

// ---------------------------------------------------------------- properties

/// easemob-cn with one of every legal combination of policies.
Catalog anyCatalog() {
  Catalog catalog = builtIn("easemob-cn");
  Policy& policy = catalog.policy;
  policy.proration.rounding = *rc::gen::element(Rounding::net, Rounding::line);
  policy.renewal = *rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange(1, 29),
                   [](int day) { return std::variant<RenewalOnDay, RenewalBeforeMonthEnd>{RenewalOnDay{day}}; }),
      rc::gen::map(rc::gen::inRange(0, 28), [](int days) {
        return std::variant<RenewalOnDay, RenewalBeforeMonthEnd>{RenewalBeforeMonthEnd{days}};
      }));
  if (*rc::gen::arbitrary<bool>()) {
    policy.downgrade.start = DowngradeStart::immediately;
  } else {
    policy.proration.price = *rc::gen::element(PriceProration::remainingDays, PriceProration::fullMonth);
    policy.proration.quota = *rc::gen::element(QuotaProration::dayWeighted, QuotaProration::fullMonth);
    policy.downgrade.charge = *rc::gen::element(DowngradeCharge::onRenewal, DowngradeCharge::onRequest);
    policy.downgrade.cutoff = *rc::gen::element(DowngradeCutoff::none, DowngradeCutoff::renewalDay);
  }
  for (Plan& plan : catalog.plans) {
    if (!plan.isSelfServe()) continue;
    auto& terms = std::get<SelfServe>(plan.terms);
    terms.monthlyPrice = Money{*rc::gen::inRange<std::int64_t>(0, 2'000'000)};
    terms.monthlyMinutes = Minutes{*rc::gen::inRange<std::int64_t>(0, 2'000'000)};
  }
  return catalog;
}

Date anyDate() { return plusDays(earliestRequestDate, *rc::gen::inRange(0, 365'242)); }

PlanIndex anyPlan() { return *rc::gen::inRange<PlanIndex>(0, 4); }

QuoteRequest anyRequest() {
  QuoteRequest request;
  request.on = anyDate();
  request.account.plan = anyPlan();
  request.plan = anyPlan();
  if (*rc::gen::arbitrary<bool>()) request.packs.push_back({1, *rc::gen::inRange<std::int64_t>(1, 10'001)});
  if (*rc::gen::arbitrary<bool>()) request.account.balance = Money{*rc::gen::inRange<std::int64_t>(-1'000, 10'000'000)};
  return request;
}

TEST_CASE("the lines sum to the amount due, and none of them is 0") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    const Quote bill = quote(catalog, anyRequest());
    std::int64_t sum = 0;
    for (const QuoteLine& line : bill.lines) {
      const Money amount = std::visit([](const auto& l) { return l.amount; }, line);
      RC_ASSERT(amount != Money{0});
      sum += amount.value;
    }
    RC_ASSERT(sum == bill.amountDue.value);
    if (bill.balance) {
      RC_ASSERT(bill.balance->before - bill.amountDue == bill.balance->after - bill.balance->shortfall);
    }
  }));
}

TEST_CASE("under line rounding, changes on one day add up to the direct one") {
  CHECK(rc::check([] {
    Catalog catalog = anyCatalog();
    catalog.policy.proration.rounding = Rounding::line;
    const Date on = anyDate();
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
  QuoteRequest request = anyRequest();

  Upgrade() {
    request.account.plan = *rc::gen::inRange<PlanIndex>(0, 3);
    request.plan = *rc::gen::inRange<PlanIndex>(request.account.plan + 1, 4);
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

TEST_CASE("the quota after an upgrade is never below the old plan's") {
  CHECK(rc::check([] {
    const Upgrade upgrade;
    const Quote bill = quote(upgrade.catalog, upgrade.request);
    RC_ASSERT(bill.quota.before == upgrade.catalog.selfServe(upgrade.request.account.plan).monthlyMinutes);
    RC_ASSERT(bill.quota.after >= bill.quota.before);
  }));
}

TEST_CASE("a renewal lies after the day asked about and pays for a month that has not ended") {
  CHECK(rc::check([] {
    const Quote bill = quote(anyCatalog(), anyRequest());
    RC_ASSERT(bill.renewal.on > bill.on);
    RC_ASSERT(bill.renewal.month > monthOf(bill.on));
  }));
}

}  // namespace
}  // namespace prorata
