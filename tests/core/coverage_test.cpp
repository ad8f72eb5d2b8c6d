#include "prorata/coverage.hpp"

#include <rapidcheck.h>

#include "support.hpp"

namespace prorata {
namespace {

constexpr PlanIndex free_ = 0, basic = 1;

CoverRequest requestOn(std::string_view on, PlanIndex held, std::int64_t monthMinutes) {
  CoverRequest request;
  request.cart.on = dateOf(on);
  request.cart.account.plan = held;
  request.monthMinutes = Minutes{monthMinutes};
  return request;
}

TEST_CASE("of two packs the one bought first is drawn on first, and the cart's comes last") {
  CoverRequest request = requestOn("2024-08-20", basic, 120'000 + 300'000);
  request.cart.account.packs = {{1, dateOf("2024-08-16"), Minutes{250'000}},
                                {1, dateOf("2024-08-15"), Minutes{250'000}}};
  request.cart.packs = {{0, 2}};
  const Coverage coverage = cover(builtIn("easemob-cn"), request);
  REQUIRE(coverage.packs.size() == 3);
  CHECK(toString(coverage.packs[0].purchasedOn) == "2024-08-15");
  CHECK(coverage.packs[0].used == Minutes{250'000});
  CHECK(coverage.packs[1].used == Minutes{50'000});
  CHECK(coverage.packs[2].origin == PackSource::Origin::cart);
  CHECK(coverage.packs[2].minutes == Minutes{50'000});
  CHECK(coverage.packs[2].used == Minutes{0});
  CHECK(coverage.overage.minutes == Minutes{0});
}

TEST_CASE("what nothing absorbs is billed once, or not served where the plan suspends") {
  const Coverage billed = cover(builtIn("easemob-cn"), requestOn("2024-08-01", basic, 220'000));
  CHECK(billed.overage.minutes == Minutes{100'000});
  CHECK(billed.overage.amount == Money{70'000});
  const Coverage suspended = cover(builtIn("agora-global"), requestOn("2024-08-01", free_, 110'000));
  CHECK(suspended.overage.minutes == Minutes{0});
  CHECK(suspended.unserved == Minutes{100'000});
}

TEST_CASE("usage is spread over the remaining days, and a day counts when its end is past the capacity") {
  const auto runsOut = [](std::int64_t used, std::int64_t month) {
    CoverRequest request = requestOn("2024-08-22", free_, month);
    request.cart.account.used = Minutes{used};
    const auto day = cover(builtIn("easemob-cn"), request).exhaustedOn.plan;
    return day ? toString(*day) : "never";
  };
  // 10 days remain; the quota is 10 000.
  CHECK(runsOut(0, 10'000) == "never");
  CHECK(runsOut(0, 10'001) == "2024-08-31");
  CHECK(runsOut(0, 20'000) == "2024-08-27");
  CHECK(runsOut(0, 20'001) == "2024-08-26");
  CHECK(runsOut(10'000, 10'000) == "never");
  CHECK(runsOut(10'000, 10'001) == "2024-08-22");
  CHECK(runsOut(10'001, 10'001) == "2024-08-22");
}

TEST_CASE("a month cannot end with fewer minutes than it has used") {
  CoverRequest request = requestOn("2024-08-22", free_, 9);
  request.cart.account.used = Minutes{10};
  checkError([&] { static_cast<void>(cover(builtIn("easemob-cn"), request)); }, ErrorCode::outOfRange, "/monthMinutes");
}

TEST_CASE("sources add up to the month, and no expired pack is drawn on, nor a newer one before an older") {
  CHECK(rc::check([] {
    const Catalog catalog = builtIn(*rc::gen::element<std::string>("easemob-cn", "agora-global"));
    CoverRequest request = requestOn("2024-08-01", *rc::gen::inRange<PlanIndex>(0, 4), 0);
    request.cart.on = plusDays(dateOf("2024-01-01"), *rc::gen::inRange(0, 1000));
    request.monthMinutes = Minutes{*rc::gen::inRange<std::int64_t>(0, 3'000'000)};
    const int owned = *rc::gen::inRange(0, 6);
    for (int i = 0; i < owned; ++i)
      request.cart.account.packs.push_back({1, plusDays(request.cart.on, -*rc::gen::inRange(0, 500)),
                                            Minutes{*rc::gen::inRange<std::int64_t>(0, 250'001)}});
    if (*rc::gen::arbitrary<bool>()) request.cart.packs.push_back({0, *rc::gen::inRange<std::int64_t>(1, 9)});

    const Coverage coverage = cover(catalog, request);
    std::int64_t sum = coverage.plan.used.value + coverage.overage.minutes.value + coverage.unserved.value;
    for (std::size_t i = 0; i < coverage.packs.size(); ++i) {
      const PackSource& pack = coverage.packs[i];
      sum += pack.used.value;
      RC_ASSERT(pack.validThrough >= request.cart.on);
      RC_ASSERT(pack.used <= pack.minutes);
      if (i == 0) {
        RC_ASSERT(pack.used == Minutes{0} || coverage.plan.used == coverage.plan.minutes);
      } else {
        const PackSource& older = coverage.packs[i - 1];
        RC_ASSERT(older.purchasedOn <= pack.purchasedOn);
        RC_ASSERT(pack.used == Minutes{0} || older.used == older.minutes);
      }
    }
    RC_ASSERT(sum == request.monthMinutes.value);
  }));
}

}  // namespace
}  // namespace prorata
