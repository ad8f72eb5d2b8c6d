#include "prorata/account.hpp"

#include "support.hpp"

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

TEST_CASE("an owned pack is usable to the last day of its window") {
  const Catalog catalog = builtIn("easemob-cn");
  const OwnedPack pack{0, dateOf("2024-08-31"), Minutes{1}};
  CHECK(isUsable(catalog, pack, dateOf("2024-08-31")));
  CHECK(isUsable(catalog, pack, dateOf("2025-08-31")));
  CHECK_FALSE(isUsable(catalog, pack, dateOf("2025-09-01")));
}

}  // namespace
}  // namespace prorata
