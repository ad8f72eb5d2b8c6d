#include "prorata/coverage.hpp"

#include "random.hpp"

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

TEST_CASE("forty packs of one day are drawn on as they are listed") {
  CoverRequest request = requestOn("2024-08-20", basic, 120'000);
  for (std::int64_t i = 0; i < 40; ++i)
    request.cart.account.packs.push_back({std::nullopt, dateOf("2024-08-01"), Minutes{1 + i * 17 % 40}});
  const Coverage coverage = cover(builtIn("easemob-cn"), request);
  REQUIRE(coverage.packs.size() == 40);
  for (std::size_t i = 0; i < 40; ++i) CHECK(coverage.packs[i].minutes == request.cart.account.packs[i].remaining);
}

TEST_CASE("a late subscription can make minutes excess that were used before it") {
  CoverRequest request = requestOn("2026-11-30", free_, 9'000);
  request.cart.account.used = Minutes{9'000};
  request.cart.plan = basic;
  const Coverage coverage = cover(builtIn("easemob-cn"), request);
  CHECK(coverage.plan.minutes == Minutes{4'000});
  CHECK(coverage.overage.minutes == Minutes{5'000});
  CHECK(coverage.overage.amount == Money{3'500});
  CHECK(coverage.exhaustedOn.all == request.cart.on);
}

TEST_CASE("sources add up to the month, and no expired pack is drawn on, nor a newer one before an older") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    CoverRequest request{anyRequest(catalog), Minutes{0}};
    request.monthMinutes = Minutes{request.cart.account.used.value_or(Minutes{0}).value + within(0, 6'000)};
    const Coverage coverage = cover(catalog, request);
    std::int64_t sum = coverage.plan.used.value + coverage.overage.minutes.value + coverage.unserved.value;
    bool allEmpty = coverage.plan.used == coverage.plan.minutes;
    for (std::size_t i = 0; i < coverage.packs.size(); ++i) {
      const PackSource& pack = coverage.packs[i];
      sum += pack.used.value;
      RC_ASSERT(pack.validThrough >= request.cart.on);
      RC_ASSERT(pack.used <= pack.minutes);
      RC_ASSERT(pack.used == Minutes{0} || allEmpty);
      if (i > 0) RC_ASSERT(coverage.packs[i - 1].purchasedOn <= pack.purchasedOn);
      allEmpty = allEmpty && pack.used == pack.minutes;
    }
    RC_ASSERT(sum == request.monthMinutes.value);
    const bool excess = coverage.overage.minutes > Minutes{0} || coverage.unserved > Minutes{0};
    RC_ASSERT(!excess || allEmpty);
    RC_ASSERT(excess == coverage.exhaustedOn.all.has_value());
    const bool suspends = catalog.selfServe(coverage.plan.plan).overage == OverageMode::suspend;
    RC_ASSERT((suspends ? coverage.overage.minutes : coverage.unserved) == Minutes{0});
  }));
}

}  // namespace
}  // namespace prorata
