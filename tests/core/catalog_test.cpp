#include "prorata/catalog.hpp"

#include <utility>

#include "support.hpp"

namespace prorata {
namespace {

TEST_CASE("the charge date of a month") {
  Policy policy{};
  const auto september = Month{std::chrono::year{2024}, std::chrono::September};
  const auto chargedOn = [&](auto renewal) {
    policy.renewal = renewal;
    return toString(chargeDate(policy, september));
  };
  SECTION("is the 1st of that month for day 1") { CHECK(chargedOn(RenewalOnDay{1}) == "2024-09-01"); }
  SECTION("is a day of the month before for any other day") {
    CHECK(chargedOn(RenewalOnDay{2}) == "2024-08-02");
    CHECK(chargedOn(RenewalOnDay{28}) == "2024-08-28");
  }
  SECTION("is so many days before the last day of the month before") {
    CHECK(chargedOn(RenewalBeforeMonthEnd{0}) == "2024-08-31");
    CHECK(chargedOn(RenewalBeforeMonthEnd{2}) == "2024-08-29");
    CHECK(chargedOn(RenewalBeforeMonthEnd{26}) == "2024-08-05");
  }
}

TEST_CASE("next month is charged from its charge date on, and never when that is its own 1st") {
  Policy policy{};
  policy.renewal = RenewalOnDay{25};
  CHECK_FALSE(isNextMonthCharged(policy, dateOf("2024-08-24")));
  CHECK(isNextMonthCharged(policy, dateOf("2024-08-25")));
  policy.renewal = RenewalBeforeMonthEnd{26};
  CHECK_FALSE(isNextMonthCharged(policy, dateOf("2023-02-01")));
  CHECK(isNextMonthCharged(policy, dateOf("2023-02-02")));
  policy.renewal = RenewalOnDay{1};
  for (Date on = dateOf("2024-01-01"); on <= dateOf("2024-12-31"); on = plusDays(on, 1))
    REQUIRE_FALSE(isNextMonthCharged(policy, on));
}

TEST_CASE("a pack serves from the 1st of its month to the end of the same month a year on") {
  const Catalog catalog = builtIn("easemob-cn");
  struct Case {
    const char* purchasedOn;
    const char* from;
    const char* through;
  };
  for (const auto& [purchasedOn, from, through] :
       {Case{"2024-08-15", "2024-08-01", "2025-08-31"}, Case{"2024-02-10", "2024-02-01", "2025-02-28"},
        Case{"2027-02-10", "2027-02-01", "2028-02-29"}, Case{"2999-12-31", "2999-12-01", "3000-12-31"}}) {
    const DateRange window = packWindow(catalog, dateOf(purchasedOn));
    CHECK(toString(window.from) == from);
    CHECK(toString(window.through) == through);
  }
}

TEST_CASE("members of a price list that contradict each other are refused where they stand") {
  Catalog catalog = builtIn("easemob-cn");
  const auto refusedAt = [&](std::string_view path) {
    checkError([&] { checkCatalog(catalog); }, ErrorCode::invalidCatalog, path);
  };
  CHECK_NOTHROW(checkCatalog(catalog));
  auto& downgrade = catalog.policy.downgrade;

  SECTION("plan ids are unique") {
    catalog.plans[2].id = "basic";
    refusedAt("/plans/2/id");
  }
  SECTION("pack ids are unique") {
    catalog.packs[1].id = "pack-25k";
    refusedAt("/packs/1/id");
  }
  SECTION("bonus minutes are part of the minutes") {
    std::get<SelfServe>(catalog.plans[1].terms).bonusMinutes = Minutes{120'001};
    refusedAt("/plans/1/bonusMinutes");
  }
  SECTION("some plan bills its overage") {
    for (std::size_t i = 0; i < 4; ++i) std::get<SelfServe>(catalog.plans[i].terms).overage = OverageMode::suspend;
    refusedAt("/plans");
  }
  SECTION("a new account's plan is self-serve") {
    catalog.defaultPlan = 4;
    refusedAt("/defaultPlan");
  }
  SECTION("video classes ascend to one without limit") {
    catalog.conversion.video[1].maxPixels = 921'600;
    refusedAt("/conversion/video/1/maxPixels");
    catalog.conversion.video[1].maxPixels.reset();
    refusedAt("/conversion/video/1/maxPixels");
    catalog.conversion.video[1].maxPixels = 2'073'600;
    const auto first = std::exchange(catalog.conversion.video[0].maxPixels, std::nullopt);
    refusedAt("/conversion/video/0/maxPixels");
    catalog.conversion.video[0].maxPixels = first;
    catalog.conversion.video[3].maxPixels = 9'000'000;
    refusedAt("/conversion/video/3/maxPixels");
  }
  SECTION("an immediate downgrade goes with remaining-days prices, day-weighted quotas and nothing else") {
    downgrade.start = DowngradeStart::immediately;
    CHECK_NOTHROW(checkCatalog(catalog));
    downgrade.cutoff = DowngradeCutoff::renewalDay;
    refusedAt("/policy/downgrade/cutoff");
    downgrade.cutoff = DowngradeCutoff::none;
    downgrade.charge = DowngradeCharge::onRequest;
    refusedAt("/policy/downgrade/charge");
    downgrade.charge = DowngradeCharge::onRenewal;
    catalog.policy.proration.quota = QuotaProration::fullMonth;
    refusedAt("/policy/proration/quota");
    catalog.policy.proration.quota = QuotaProration::dayWeighted;
    catalog.policy.proration.price = PriceProration::fullMonth;
    refusedAt("/policy/proration/price");
  }
  SECTION("an immediate downgrade has nothing to wait for") {
    downgrade.start = DowngradeStart::immediately;
    downgrade.cutoff = DowngradeCutoff::renewalDayWait;
    refusedAt("/policy/downgrade/cutoff");
  }
  SECTION("a downgrade from next month needs a cutoff where that month is charged before it begins") {
    catalog.policy.renewal = RenewalOnDay{2};
    refusedAt("/policy/downgrade/cutoff");
    catalog.policy.renewal = RenewalBeforeMonthEnd{0};
    refusedAt("/policy/downgrade/cutoff");
    for (const DowngradeCutoff cutoff : {DowngradeCutoff::renewalDay, DowngradeCutoff::renewalDayWait}) {
      downgrade.cutoff = cutoff;
      CHECK_NOTHROW(checkCatalog(catalog));
    }
    downgrade = {DowngradeStart::immediately, true, DowngradeCharge::onRenewal, DowngradeCutoff::none,
                 Withdrawal::throughSales};
    CHECK_NOTHROW(checkCatalog(catalog));
  }
  SECTION("what was paid on request is not withdrawn by the buyer") {
    downgrade.withdrawal = Withdrawal::selfServe;
    CHECK_NOTHROW(checkCatalog(catalog));
    downgrade.charge = DowngradeCharge::onRequest;
    refusedAt("/policy/downgrade/withdrawal");
  }
  SECTION("a resolution is calibrated once") {
    catalog.conversion.calibrations->push_back(catalog.conversion.calibrations->front());
    refusedAt("/conversion/calibrations/1/pixels");
  }
}

}  // namespace
}  // namespace prorata
