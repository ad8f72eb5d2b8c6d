#include "prorata/optimizer.hpp"

#include <rapidcheck.h>

#include <chrono>

#include "optimizer_brute_force.hpp"
#include "support.hpp"

namespace prorata {
namespace {

constexpr PlanIndex free = 0, basic = 1, premium = 2, flagship = 3;

OptimizeRequest ahead(const Catalog& catalog, std::string_view on, std::initializer_list<std::int64_t> forecast) {
  OptimizeRequest request{dateOf(on), newAccount(catalog), {}};
  for (const std::int64_t minutes : forecast) request.forecast.push_back({minutes});
  return request;
}

std::vector<PlanIndex> plansOf(const PurchasePlan& schedule) {
  std::vector<PlanIndex> plans;
  for (const ScheduledMonth& month : schedule.months) plans.push_back(month.plan);
  return plans;
}

using Plans = std::vector<PlanIndex>;

std::int64_t packsIn(const PurchasePlan& schedule) {
  std::int64_t packs = 0;
  for (const ScheduledMonth& month : schedule.months) {
    for (const CartItem& item : month.packs) packs += item.quantity;
  }
  return packs;
}

Merit meritOf(const PurchasePlan& schedule) {
  return {schedule.total.value, schedule.packMinutes.expired.value + schedule.packMinutes.left.value,
          packsIn(schedule)};
}

/// One plan that costs nothing and includes nothing, and one kind of pack.
Catalog packsOnly(std::int64_t packMinutes, std::int64_t packPrice, OverageRate overage) {
  Catalog catalog = builtIn("easemob-cn");
  catalog.plans.resize(1);
  auto& terms = std::get<SelfServe>(catalog.plans[0].terms);
  terms.monthlyMinutes = Minutes{0};
  terms.overage = OverageMode::postpaid;
  catalog.packs.resize(1);
  catalog.packs[0].minutes = Minutes{packMinutes};
  catalog.packs[0].price = Money{packPrice};
  catalog.overage = overage;
  return catalog;
}

TEST_CASE("each month takes the plan that is cheapest for it") {
  const Catalog catalog = builtIn("easemob-cn");
  const auto schedule = optimize(catalog, ahead(catalog, "2024-08-01", {5'000, 130'000, 400'000, 1'500'000, 5'000}));
  CHECK(plansOf(schedule) == Plans{free, basic, premium, flagship, free});
  // 738.00 + 2 388.00 + 8 399.00 and 10 000 minutes over, 70.00.
  CHECK(schedule.total == Money{73'800 + 238'800 + 839'900 + 7'000});
}

TEST_CASE("months before a pending change stay on today's plan, and its own month is not below its tier") {
  const Catalog catalog = builtIn("easemob-cn");
  auto request = ahead(catalog, "2024-08-16", {5'000, 400'000, 5'000, 5'000});
  request.account.plan = premium;
  request.account.pendingChange = {basic, dateOf("2024-10-01")};
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, premium, basic, free});
  // The pending plan is a floor and not a ceiling.
  request.forecast = {{5'000}, {5'000}, {400'000}, {5'000}};
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, premium, premium, free});
}

TEST_CASE("a downgrade that the monthly limit refuses today keeps next month on the plan this month ends on") {
  const Catalog catalog = builtIn("easemob-cn");
  auto request = ahead(catalog, "2024-08-16", {100'000, 5'000, 5'000});
  request.account.plan = premium;
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, free, free});
  request.account.lastDowngradeOn = dateOf("2024-08-01");
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, premium, free});
  request.account.lastDowngradeOn = dateOf("2024-07-31");
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, free, free});
}

TEST_CASE("a downgrade past the cutoff starts a month later, so next month is not below this month's plan") {
  const Catalog catalog = builtIn("shengwang-cn");
  auto request = ahead(catalog, "2024-08-24", {100'000, 5'000, 5'000});
  request.account.plan = premium;
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, free, free});
  request.on = dateOf("2024-08-25");
  CHECK(plansOf(optimize(catalog, request)) == Plans{premium, premium, free});
}

TEST_CASE("an upgrade past the cutoff pays for next month too, and may then not be worth it") {
  const Catalog catalog = builtIn("shengwang-cn");
  // 130 000 minutes: 840.00 over on free, 738.00 and 70.00 on basic, of which the month after is a second one.
  CHECK(plansOf(optimize(catalog, ahead(catalog, "2024-08-24", {130'000, 0, 0}))) == Plans{basic, free, free});
  CHECK(plansOf(optimize(catalog, ahead(catalog, "2024-08-25", {130'000, 0, 0}))) == Plans{free, free, free});
}

TEST_CASE("of equally cheap schedules the one that wastes fewer pack minutes is taken") {
  Catalog catalog = packsOnly(10, 40, {Money{10}, 1});
  catalog.packs.push_back(catalog.packs[0]);
  catalog.packs[1].id = "smaller";
  catalog.packs[1].minutes = Minutes{8};
  const auto schedule = optimize(catalog, ahead(catalog, "2024-08-16", {8}));
  REQUIRE(schedule.months[0].packs.size() == 1);
  CHECK(schedule.months[0].packs[0].pack == 1);
  CHECK(meritOf(schedule) == Merit{40, 0, 1});
}

TEST_CASE("of equally cheap schedules that waste as much the one with fewer packs is taken") {
  // 4 for 10 minutes of overage, 1 for a pack of 3: 8 minutes show 3 with no pack, with one and with two.
  const Catalog catalog = packsOnly(3, 1, {Money{4}, 10});
  CHECK(meritOf(optimize(catalog, ahead(catalog, "2024-08-16", {8}))) == Merit{3, 0, 0});
}

TEST_CASE("packs that serve through the last month of the forecast are left, those that served their time expired") {
  Catalog catalog = packsOnly(10, 1, {Money{5}, 1});
  for (const int validity : {1, 2, 3}) {
    catalog.packValidityMonths = validity;
    const auto schedule = optimize(catalog, ahead(catalog, "2024-08-31", {7, 0, 0}));
    CHECK(schedule.packMinutes.expired == Minutes{validity < 2 ? 3 : 0});
    CHECK(schedule.packMinutes.left == Minutes{validity < 2 ? 0 : 3});
  }
}

TEST_CASE("owned packs are drawn on before any is bought, and count as expired when their last month passes") {
  Catalog catalog = packsOnly(10, 1, {Money{5}, 1});
  auto request = ahead(catalog, "2025-08-16", {4, 3, 0});
  request.account.packs = {{0, dateOf("2024-08-20"), Minutes{6}}, {0, dateOf("2024-07-31"), Minutes{9}}};
  const auto schedule = optimize(catalog, request);
  CHECK(schedule.months[0].fromPacks == Minutes{4});
  CHECK(schedule.months[0].packs.empty());
  CHECK(schedule.months[1].packs.size() == 1);
  CHECK(schedule.packMinutes.expired == Minutes{2});
  CHECK(schedule.packMinutes.left == Minutes{7});
}

TEST_CASE("a plan that suspends is taken only where packs cover all it does not include") {
  Catalog catalog = packsOnly(10, 50, {Money{1}, 1});
  catalog.plans = builtIn("agora-global").plans;
  catalog.plans.resize(2);
  std::get<SelfServe>(catalog.plans[0].terms).monthlyMinutes = Minutes{0};
  std::get<SelfServe>(catalog.plans[1].terms).monthlyMinutes = Minutes{0};
  std::get<SelfServe>(catalog.plans[1].terms).monthlyPrice = Money{30};
  CHECK(plansOf(optimize(catalog, ahead(catalog, "2024-08-01", {5}))) == Plans{1});
  catalog.packs[0].price = Money{34};
  const auto schedule = optimize(catalog, ahead(catalog, "2024-08-01", {5}));
  CHECK(plansOf(schedule) == Plans{0});
  CHECK(schedule.months[0].overage == Minutes{0});
  CHECK(schedule.baseline.unserved == Minutes{5});
  CHECK(schedule.saving == Money{-34});
}

TEST_CASE("a forecast that no schedule serves is out of range at /forecast") {
  Catalog catalog = builtIn("agora-global");
  catalog.packs.clear();
  auto request = ahead(catalog, "2024-08-16", {10'001, 10'001});
  request.account.pendingChange = {1, dateOf("2024-10-01")};
  checkError([&] { static_cast<void>(optimize(catalog, request)); }, ErrorCode::outOfRange, "/forecast");
  request.forecast = {{10'000}, {10'000}};
  CHECK(optimize(catalog, request).total == Money{0});
}

TEST_CASE("a first month forecast below what is used already is out of range at /forecast/0") {
  const Catalog catalog = builtIn("easemob-cn");
  auto request = ahead(catalog, "2024-08-16", {99, 5'000});
  request.account.used = Minutes{100};
  checkError([&] { static_cast<void>(optimize(catalog, request)); }, ErrorCode::outOfRange, "/forecast/0");
  request.forecast[0] = Minutes{100};
  CHECK(optimize(catalog, request).total == Money{0});
}

TEST_CASE("a total past 2^53 - 1 is out of range, however it comes about") {
  const Catalog catalog = packsOnly(1, largestInteger, {Money{largestInteger}, 1});
  auto request = ahead(catalog, "2024-08-16", {1});
  CHECK(optimize(catalog, request).total == Money{largestInteger});
  request.forecast = {{1}, {1}};
  checkError([&] { static_cast<void>(optimize(catalog, request)); }, ErrorCode::outOfRange, "");
  request.forecast = {{largestInteger}};
  checkError([&] { static_cast<void>(optimize(catalog, request)); }, ErrorCode::outOfRange, "");
}

TEST_CASE("minutes by the quadrillion are planned as quickly as a few") {
  const Catalog catalog = builtIn("easemob-cn");
  auto request = ahead(catalog, "2024-08-16", {});
  request.account.plan = basic;
  for (std::int64_t month = 0; month < 36; ++month)
    request.forecast.push_back({1'000'000'000'000 * (1 + month * month % 7)});
  const auto schedule = optimize(catalog, request);
  CHECK(schedule.months[35].packs.back().pack == 2);
  CHECK(schedule.saving > Money{0});
}

// ---------------------------------------------------------------- what could take long

/// easemob-cn without enterprise and with these packs: minutes and price.
Catalog withPacks(const std::vector<std::pair<std::int64_t, std::int64_t>>& packs) {
  Catalog catalog = builtIn("easemob-cn");
  const Pack sample = catalog.packs.front();
  catalog.packs.clear();
  for (const auto& [minutes, price] : packs) {
    catalog.packs.push_back(sample);
    catalog.packs.back().minutes = Minutes{minutes};
    catalog.packs.back().price = Money{price};
  }
  return catalog;
}

OptimizeRequest spiky(const Catalog& catalog, std::int64_t spike) {
  auto request = ahead(catalog, "2024-08-16", {});
  for (std::int64_t month = 0; month < 36; ++month)
    request.forecast.push_back({month % 5 == 0 ? spike : 20'000 + 613 * month});
  return request;
}

TEST_CASE("ten kinds of pack, each step one per cent off, are planned") {
  std::vector<std::pair<std::int64_t, std::int64_t>> steps;
  std::int64_t percent = 10'000;
  for (const std::int64_t thousands : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
    steps.emplace_back(thousands * 1'000, thousands * 680 * percent / 10'000);
    percent = percent * 99 / 100;
  }
  const Catalog catalog = withPacks(steps);
  const auto schedule = optimize(catalog, spiky(catalog, 6'000'001));
  CHECK(schedule.total.value > 0);
  CHECK(schedule.total.value <= 8 * 839'900 + 8 * 3'150'000);
}

TEST_CASE("packs of 1009, 1013 and 1019 minutes are planned, or the request is refused") {
  for (const std::int64_t scale : {1, 10}) {
    const Catalog catalog =
        withPacks({{1'009 * scale, 605 * scale}, {1'013 * scale, 608 * scale}, {1'019 * scale, 611 * scale}});
    try {
      const auto schedule = optimize(catalog, spiky(catalog, 6'000'001));
      CHECK(schedule.total.value > 0);
    } catch (const PricingError& error) {
      CHECK(error.code() == ErrorCode::outOfRange);
      CHECK(error.path().empty());
    }
  }
}

TEST_CASE("a schedule of packs that can be combined in more ways than can be compared is refused") {
  const Catalog catalog = withPacks({{10'007, 6'004}, {10'009, 6'005}, {10'037, 6'022}, {10'039, 6'023}});
  const auto request = spiky(catalog, 6'000'001);
  checkError([&] { static_cast<void>(optimize(catalog, request)); }, ErrorCode::outOfRange, "");
  try {
    static_cast<void>(optimize(catalog, request));
  } catch (const PricingError& error) {
    CHECK(std::string(error.what()) == "The packs can be combined in too many ways to compare them all.");
  }
  // What was refused leaves nothing behind. On free 20 014 minutes are over, and that is two packs.
  const auto schedule = optimize(catalog, ahead(catalog, "2024-08-16", {10'007 + 10'007 + 10'000}));
  CHECK(schedule.months[0].packs.front().quantity == 2);
}

TEST_CASE("money back that dwarfs every price is taken") {
  Catalog catalog = packsOnly(10, 40, {Money{10}, 1});
  catalog.policy.proration.price = PriceProration::fullMonth;
  catalog.plans.push_back(catalog.plans[0]);
  catalog.plans[1].id = "cheaper";
  std::get<SelfServe>(catalog.plans[0].terms).monthlyPrice = Money{15'822'605'188};
  auto request = ahead(catalog, "2024-08-16", {0, 0});
  request.account.plan = 0;
  CHECK(optimize(catalog, request).total == Money{-15'822'605'188});
}

// ---------------------------------------------------------------- against trying everything

template <class... Values>
auto oneOf(Values... values) {
  return *rc::gen::element(values...);
}

std::int64_t within(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(100, rc::gen::inRange(least, most + 1));
}

bool inOneOf(int times) { return within(1, times) == 1; }

/// A price list of one to three plans and up to three kinds of tiny packs that live one to three months.
Catalog tinyCatalog() {
  Catalog catalog = builtIn(oneOf("easemob-cn", "shengwang-cn", "agora-global"));
  if (catalog.id == "easemob-cn" && inOneOf(3)) catalog.policy.downgrade.start = DowngradeStart::immediately;
  catalog.plans.resize(static_cast<std::size_t>(within(1, 3)));
  for (Plan& plan : catalog.plans) {
    SelfServe terms;
    terms.monthlyPrice = Money{inOneOf(4) ? 0 : within(1, 30)};
    terms.monthlyMinutes = Minutes{within(0, 8)};
    terms.overage = oneOf(OverageMode::postpaid, OverageMode::postpaid, OverageMode::suspend);
    plan.terms = terms;
  }
  catalog.packs.resize(static_cast<std::size_t>(within(0, 3)));
  for (Pack& pack : catalog.packs) {
    pack.minutes = Minutes{within(1, 6)};
    pack.price = Money{within(0, 12)};
  }
  catalog.packValidityMonths = static_cast<int>(within(1, 3));
  catalog.overage = {Money{within(0, 12)}, within(1, 9)};
  return catalog;
}

OptimizeRequest tinyRequest(const Catalog& catalog) {
  OptimizeRequest request{dateOf(oneOf("2024-08-16", "2024-08-01", "2024-08-31", "2024-02-28")), {}, {}};
  Account& account = request.account;
  account.plan = static_cast<PlanIndex>(within(0, static_cast<std::int64_t>(catalog.plans.size()) - 1));
  const Month month = monthOf(request.on);
  const auto pending = static_cast<PlanIndex>(within(0, static_cast<std::int64_t>(catalog.plans.size()) - 1));
  if (pending != account.plan && inOneOf(3))
    account.pendingChange = {pending, firstDayOf(monthAfter(month, static_cast<int>(within(1, 3))))};
  if (inOneOf(3)) account.lastDowngradeOn = firstDayOf(month);
  for (auto packs = inOneOf(2) ? within(1, 3) : 0; packs > 0; --packs) {
    const Month bought = monthAfter(month, -static_cast<int>(within(0, catalog.packValidityMonths + 1)));
    account.packs.push_back({std::nullopt, firstDayOf(bought), Minutes{within(0, 7)}});
  }
  for (auto months = within(1, 4); months > 0; --months) {
    const bool spike = inOneOf(4);
    request.forecast.push_back({inOneOf(4) ? 0 : within(0, spike ? 18 : 7)});
  }
  account.used = Minutes{within(0, request.forecast[0].value)};
  return request;
}

// Fewer where every step is checked by sanitizers.
#ifdef NDEBUG
constexpr int instancesATime = 40;
#else
constexpr int instancesATime = 4;
#endif

TEST_CASE("no schedule is better than the optimum, in total, in wasted minutes, in packs") {
  int expiring = 0, unserved = 0;
  CHECK(rc::check([&] {
    for (int i = 0; i < instancesATime; ++i) {
      const Catalog catalog = tinyCatalog();
      const OptimizeRequest request = tinyRequest(catalog);
      std::optional<Merit> found;
      try {
        const PurchasePlan schedule = optimize(catalog, request);
        expiring += schedule.packMinutes.expired > Minutes{0};
        found = meritOf(schedule);
      } catch (const PricingError& error) {
        RC_ASSERT(error.path() == "/forecast");
        ++unserved;
      }
      RC_ASSERT(found == bestByTrying(catalog, request));
    }
  }));
  // The instances are worth trying.
  CHECK(expiring > instancesATime);
  CHECK(unserved > 0);
}

}  // namespace
}  // namespace prorata
