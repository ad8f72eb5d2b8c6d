#include "prorata/account.hpp"

#include "random.hpp"

namespace prorata {
namespace {

constexpr PlanIndex free_ = 0, basic = 1, premium = 2, flagship = 3, enterprise = 4;

TEST_CASE("an account that contradicts itself is refused where it does") {
  const Catalog catalog = builtIn("easemob-cn");
  const Date on = dateOf("2024-08-16");
  Account account;
  account.plan = basic;
  const auto contradicts = [&](std::string_view path) {
    checkError([&] { checkAccount(catalog, account, on); }, ErrorCode::inconsistentAccount, path);
  };
  const auto history = [&](std::vector<PlanSpell> spells) { account.history = std::move(spells); };

  SECTION("in its history") {
    history({{free_, dateOf("2024-08-03")}, {premium, dateOf("2024-08-03")}, {basic, on}});
    CHECK_NOTHROW(checkAccount(catalog, account, on));
    history({});
    contradicts("/account/history");
    history({{basic, dateOf("2024-07-31")}});
    contradicts("/account/history/0/from");
    history({{basic, dateOf("2024-08-17")}});
    contradicts("/account/history/0/from");
    history({{free_, dateOf("2024-08-09")}, {basic, dateOf("2024-08-08")}});
    contradicts("/account/history/1/from");
    history({{enterprise, dateOf("2024-08-01")}, {basic, dateOf("2024-08-08")}});
    contradicts("/account/history/0/plan");
    history({{basic, dateOf("2024-08-01")}, {premium, dateOf("2024-08-08")}});
    contradicts("/account/history/1/plan");
  }
  SECTION("in its pending change") {
    account.pendingChange = PendingChange{free_, dateOf("2024-11-01")};
    CHECK_NOTHROW(checkAccount(catalog, account, on));
    account.pendingChange = PendingChange{basic, dateOf("2024-09-01")};
    contradicts("/account/pendingChange/plan");
    account.pendingChange = PendingChange{enterprise, dateOf("2024-09-01")};
    contradicts("/account/pendingChange/plan");
    account.pendingChange = PendingChange{free_, dateOf("2024-09-02")};
    contradicts("/account/pendingChange/effectiveOn");
    account.pendingChange = PendingChange{free_, dateOf("2024-08-01")};
    contradicts("/account/pendingChange/effectiveOn");
  }
  SECTION("in dates after the one asked for") {
    account.lastDowngradeOn = on;
    account.packs = {{std::nullopt, on, Minutes{1}}};
    CHECK_NOTHROW(checkAccount(catalog, account, on));
    account.packs.push_back({0, dateOf("2024-08-17"), Minutes{1}});
    contradicts("/account/packs/1/purchasedOn");
    account.packs.clear();
    account.lastDowngradeOn = dateOf("2024-08-17");
    contradicts("/account/lastDowngradeOn");
  }
  SECTION("in a difference for a month that is not charged, or one of 0") {
    const Catalog early = builtIn("shengwang-cn");
    account.nextMonthDifference = Money{-1};
    CHECK_NOTHROW(checkAccount(early, account, dateOf("2024-08-25")));
    const auto refused = [&](const Catalog& list, const char* day) {
      checkError([&] { checkAccount(list, account, dateOf(day)); }, ErrorCode::inconsistentAccount,
                 "/account/nextMonthDifference");
    };
    refused(early, "2024-08-24");
    refused(catalog, "2024-08-31");
    account.nextMonthDifference = Money{0};
    refused(early, "2024-08-25");
  }
  SECTION("and one whose plan the sales team manages is no account of ours") {
    account.plan = enterprise;
    checkError([&] { checkAccount(catalog, account, on); }, ErrorCode::managedAccount, "/account/plan");
  }
}

TEST_CASE("a month's quota") {
  const Date on = dateOf("2024-08-16");
  Account account;
  account.plan = flagship;
  const auto weighted = [&](std::vector<PlanSpell> history) {
    account.history = std::move(history);
    return monthQuota(builtIn("easemob-cn"), account, on).value;
  };
  SECTION("is the plan's own when it is held all month") {
    CHECK(monthQuota(builtIn("easemob-cn"), account, on).value == 1'500'000);
  }
  SECTION("weighs the plans by their days, the day of a change belonging to the new one") {
    CHECK(weighted({{basic, dateOf("2024-08-01")}, {flagship, on}}) == (120'000 * 15 + 1'500'000 * 16) / 31);
  }
  SECTION("counts the last of several changes on one day") {
    CHECK(weighted({{basic, dateOf("2024-08-01")}, {premium, on}, {flagship, on}}) == 832'258);
  }
  SECTION("carries nothing for free days of a month in which a plan is paid for") {
    account.plan = basic;
    const auto november = [&](std::vector<PlanSpell> history) {
      account.history = std::move(history);
      account.plan = account.history->back().plan;
      return monthQuota(builtIn("easemob-cn"), account, dateOf("2024-11-30")).value;
    };
    CHECK(november({{free_, dateOf("2024-11-01")}, {basic, dateOf("2024-11-11")}}) == 80'000);
    CHECK(november({{basic, dateOf("2024-11-11")}, {premium, dateOf("2024-11-21")}}) == 173'333);
    CHECK(november({{free_, dateOf("2024-11-01")}, {basic, dateOf("2024-11-30")}}) == 4'000);
    CHECK(november({{basic, dateOf("2024-11-01")}, {free_, dateOf("2024-11-02")}}) == 4'000);
    CHECK(november({{basic, dateOf("2024-11-01")}, {free_, dateOf("2024-11-01")}}) == 10'000);
    CHECK(november({{free_, dateOf("2024-11-11")}}) == 6'666);
  }
  SECTION("carries nothing before the service started") {
    CHECK(weighted({{flagship, dateOf("2024-08-11")}}) == 1'500'000 * 21 / 31);
  }
  SECTION("is the quota of the plan held whatever the history, where quotas are full-month") {
    account.history = {{basic, dateOf("2024-08-01")}, {flagship, on}};
    CHECK(monthQuota(builtIn("shengwang-cn"), account, on).value == 1'500'000);
  }
}

TEST_CASE("a month starts with the plan held, or with the pending one from its month on") {
  Account account;
  account.plan = flagship;
  account.pendingChange = PendingChange{basic, dateOf("2024-10-01")};
  const auto month = [](unsigned number) { return Month{std::chrono::year{2024}, std::chrono::month{number}}; };
  CHECK(planStarting(account, month(9)) == flagship);
  CHECK(planStarting(account, month(10)) == basic);
  CHECK(planStarting(account, month(11)) == basic);
}

TEST_CASE("only the first month of a lower plan is paid on request") {
  Account account;
  account.plan = premium;
  account.pendingChange = PendingChange{basic, dateOf("2025-10-01")};
  const auto paid = [&](const char* catalog, const char* month) {
    return isPaidOnRequest(builtIn(catalog), account, monthOf(dateOf(month)));
  };
  CHECK_FALSE(paid("agora-global", "2025-09-01"));
  CHECK(paid("agora-global", "2025-10-01"));
  CHECK_FALSE(paid("agora-global", "2025-11-01"));
  CHECK_FALSE(paid("easemob-cn", "2025-10-01"));
  account.pendingChange->plan = flagship;
  CHECK_FALSE(paid("agora-global", "2025-10-01"));
  account.pendingChange.reset();
  CHECK_FALSE(paid("agora-global", "2025-10-01"));
}

TEST_CASE("an owned pack is usable to the last day of its window") {
  const Catalog catalog = builtIn("easemob-cn");
  const OwnedPack pack{0, dateOf("2024-08-31"), Minutes{1}};
  CHECK(isUsable(catalog, pack, dateOf("2024-08-31")));
  CHECK(isUsable(catalog, pack, dateOf("2025-08-31")));
  CHECK_FALSE(isUsable(catalog, pack, dateOf("2025-09-01")));
}

// ---------------------------------------------------------------- properties

/// Day by day, and in no other way than the rule says it.
std::int64_t quotaByDays(const Catalog& catalog, const Account& account, Date on) {
  const Month month = monthOf(on);
  std::int64_t paid = 0, unpaid = 0;
  bool anyPaid = false;
  for (Date day = firstDayOf(month); day <= lastDayOf(month); day = plusDays(day, 1)) {
    std::optional<PlanIndex> held;
    for (const auto& [plan, from] : planHistory(account, on)) {
      if (from <= day) held = plan;
    }
    if (!held) continue;
    const SelfServe& terms = catalog.selfServe(*held);
    anyPaid |= terms.monthlyPrice > Money{0};
    (terms.monthlyPrice > Money{0} ? paid : unpaid) += terms.monthlyMinutes.value;
  }
  return (anyPaid ? paid : unpaid) / daysIn(month);
}

TEST_CASE("a weighted quota is what adding up the days gives, a full one the plan's own") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    const Date on = anyDate(catalog);
    const Account account = anyAccount(catalog, on);
    const bool weighted = catalog.policy.proration.quota == QuotaProration::dayWeighted;
    const auto expected =
        weighted ? quotaByDays(catalog, account, on) : catalog.selfServe(account.plan).monthlyMinutes.value;
    RC_ASSERT(monthQuota(catalog, account, on).value == expected);
  }));
}

}  // namespace
}  // namespace prorata
