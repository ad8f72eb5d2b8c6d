#include "prorata/comparison.hpp"

#include <rapidcheck.h>

#include "support.hpp"

namespace prorata {
namespace {

Comparison compareAt(const Catalog& catalog, std::int64_t minutes, int months = 1) {
  return compare(catalog, {dateOf("2024-08-16"), newAccount(catalog), Minutes{minutes}, months});
}

TEST_CASE("easemob-cn breaks even at 10 001, 355 715 and 1 258 715 minutes") {
  const auto breakpoints = compareAt(builtIn("easemob-cn"), 0).breakpoints;
  REQUIRE(breakpoints.size() == 4);
  const std::int64_t from[] = {0, 10'001, 355'715, 1'258'715};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(breakpoints[i].plan == i);
    CHECK(breakpoints[i].from.value == from[i]);
    CHECK(breakpoints[i].through == (i < 3 ? std::optional<Minutes>{Minutes{from[i + 1] - 1}} : std::nullopt));
  }
}

TEST_CASE("breakpoints end with the largest usage there is") {
  Catalog catalog = builtIn("easemob-cn");
  auto& terms = std::get<SelfServe>(catalog.plans[0].terms);
  const auto breakpointsWithQuota = [&](std::int64_t minutes) {
    terms.monthlyMinutes = Minutes{minutes};
    return compareAt(catalog, 0).breakpoints;
  };
  const auto whole = breakpointsWithQuota(largestInteger);
  REQUIRE(whole.size() == 1);
  CHECK((whole[0].plan == 0 && whole[0].from == Minutes{0} && !whole[0].through));

  // One minute is left: of the plans that bill it, flagship's price less its quota at the rate of overage is the least.
  const auto allButOne = breakpointsWithQuota(largestInteger - 1);
  REQUIRE(allButOne.size() == 2);
  CHECK((allButOne[0].plan == 0 && allButOne[0].through == Minutes{largestInteger - 1}));
  CHECK((allButOne[1].plan == 3 && allButOne[1].from == Minutes{largestInteger} && !allButOne[1].through));
}

TEST_CASE("of two plans that bill the same for every usage past their quotas the lower tier is named") {
  Catalog catalog = builtIn("easemob-cn");
  catalog.plans.resize(2);
  catalog.overage = {Money{1}, 1};
  const auto breakpointsOf = [&](std::int64_t lower, std::int64_t higher) {
    const std::int64_t sizes[] = {lower, higher};
    for (std::size_t plan = 0; plan < 2; ++plan) {
      auto& terms = std::get<SelfServe>(catalog.plans[plan].terms);
      terms.monthlyPrice = Money{sizes[plan]};
      terms.monthlyMinutes = Minutes{sizes[plan]};
      terms.overage = OverageMode::postpaid;
    }
    return compareAt(catalog, 0).breakpoints;
  };
  const auto never = breakpointsOf(0, 10);
  REQUIRE(never.size() == 1);
  CHECK(never[0].plan == 0);

  const auto atTen = breakpointsOf(10, 0);
  REQUIRE(atTen.size() == 2);
  CHECK((atTen[0].plan == 1 && atTen[1].plan == 0 && atTen[1].from == Minutes{10}));

  // At twice that rate the first five minutes cost as much.
  catalog.overage = {Money{2}, 1};
  const auto atFive = breakpointsOf(10, 0);
  REQUIRE(atFive.size() == 2);
  CHECK((atFive[1].plan == 0 && atFive[1].from == Minutes{5}));
  std::get<SelfServe>(catalog.plans[0].terms).monthlyPrice = Money{2};
  const auto atOne = compareAt(catalog, 0).breakpoints;
  REQUIRE(atOne.size() == 2);
  CHECK((atOne[1].plan == 0 && atOne[1].from == Minutes{1}));
}

TEST_CASE("a month of one minute costs a thousand times its price for a thousand minutes") {
  CHECK(compareAt(builtIn("easemob-cn"), 1).rows[1].month->perThousand == Money{73'800'000});
  CHECK_FALSE(compareAt(builtIn("easemob-cn"), 0).rows[1].month->perThousand);
}

TEST_CASE("a pack one size larger can be cheaper than filling up with small ones and overage") {
  const Catalog catalog = builtIn("easemob-cn");
  // 1 200 000 minutes over basic's quota: one large pack and 200 000 more cost less with a medium pack on top.
  const auto view = compareAt(catalog, 120'000 + 100'000, 12).rows[1].longRun;
  REQUIRE(view);
  REQUIRE(view->packs.size() == 2);
  CHECK((view->packs[0].pack == 0 && view->packs[0].quantity == 8));
  CHECK((view->packs[1].pack == 2 && view->packs[1].quantity == 1));
  CHECK(view->packAmount == Money{8 * 16'800 + 618'000});
  CHECK(view->overageAmount == Money{0});
  // 240 000: ten small packs would cost 1 680.00, a medium one 1 599.00.
  const auto larger = compareAt(catalog, 120'000 + 20'000, 12).rows[1].longRun;
  REQUIRE(larger->packs.size() == 1);
  CHECK((larger->packs[0].pack == 1 && larger->packs[0].quantity == 1));
}

TEST_CASE("a plan that suspends is covered by packs alone, or not at all") {
  Catalog catalog = builtIn("agora-global");
  CHECK(compareAt(catalog, 20'000, 1).rows[0].longRun->packs.size() == 1);
  catalog.packs.clear();
  CHECK_FALSE(compareAt(catalog, 20'000, 1).rows[0].longRun);
  CHECK(compareAt(catalog, 10'000, 1).rows[0].longRun);
  CHECK(compareAt(catalog, 10'001, 1).cheapest.month == 1);
}

// ---------------------------------------------------------------- properties

/// Few small plans and packs, so that everything can be tried.
Catalog smallCatalog() {
  Catalog catalog = builtIn("easemob-cn");
  catalog.plans.resize(static_cast<std::size_t>(*rc::gen::inRange(1, 5)));
  for (Plan& plan : catalog.plans) {
    auto& terms = std::get<SelfServe>(plan.terms);
    terms.monthlyPrice = Money{*rc::gen::inRange<std::int64_t>(0, 60)};
    terms.monthlyMinutes = Minutes{*rc::gen::inRange<std::int64_t>(0, 40)};
    terms.overage = *rc::gen::element(OverageMode::postpaid, OverageMode::postpaid, OverageMode::suspend);
  }
  std::get<SelfServe>(catalog.plans.back().terms).overage = OverageMode::postpaid;
  for (Pack& pack : catalog.packs) {
    pack.minutes = Minutes{*rc::gen::inRange<std::int64_t>(1, 20)};
    pack.price = Money{*rc::gen::inRange<std::int64_t>(0, 25)};
  }
  catalog.overage = {Money{*rc::gen::inRange<std::int64_t>(0, 12)}, *rc::gen::inRange<std::int64_t>(1, 9)};
  return catalog;
}

/// Every mix that could matter, tried one by one: {cost x perMinutes, packs, -quantities}.
std::optional<std::array<std::int64_t, 5>> bruteForceMix(const Catalog& catalog, OverageMode mode,
                                                         std::int64_t minutes) {
  std::optional<std::array<std::int64_t, 5>> best;
  const auto most = [&](std::size_t pack) { return minutes / catalog.packs[pack].minutes.value + 1; };
  for (std::int64_t a = 0; a <= most(0); ++a) {
    for (std::int64_t b = 0; b <= most(1); ++b) {
      for (std::int64_t c = 0; c <= most(2); ++c) {
        const std::int64_t quantities[] = {a, b, c};
        std::int64_t covered = 0, price = 0;
        for (std::size_t i = 0; i < 3; ++i) {
          covered += quantities[i] * catalog.packs[i].minutes.value;
          price += quantities[i] * catalog.packs[i].price.value;
        }
        const std::int64_t over = std::max<std::int64_t>(0, minutes - covered);
        if (over > 0 && mode == OverageMode::suspend) continue;
        const std::array<std::int64_t, 5> mix{price * catalog.overage.perMinutes + over * catalog.overage.price.value,
                                              a + b + c, -a, -b, -c};
        if (!best || mix < *best) best = mix;
      }
    }
  }
  return best;
}

TEST_CASE("the long view takes the mix that trying them all finds") {
  CHECK(rc::check([] {
    const Catalog catalog = smallCatalog();
    const int months = *rc::gen::inRange(1, 4);
    const auto usage = *rc::gen::inRange<std::int64_t>(0, 60);
    const Comparison comparison = compareAt(catalog, usage, months);
    for (const ComparisonRow& row : comparison.rows) {
      const SelfServe& terms = catalog.selfServe(row.plan);
      const std::int64_t excess = std::max<std::int64_t>(0, usage - terms.monthlyMinutes.value) * months;
      const auto best = bruteForceMix(catalog, terms.overage, excess);
      RC_ASSERT(row.longRun.has_value() == best.has_value());
      std::array<std::int64_t, 3> quantities{};
      for (const CartItem& item : row.longRun->packs) quantities[item.pack] = item.quantity;
      for (std::size_t i = 0; i < 3; ++i) RC_ASSERT(quantities[i] == -(*best)[i + 2]);
      RC_ASSERT(row.longRun->total ==
                Money::of(row.longRun->planAmount.value + (row.longRun->packAmount + row.longRun->overageAmount)));
    }
  }));
}

TEST_CASE("breakpoints agree with what trying every minute finds") {
  CHECK(rc::check([] {
    const Catalog catalog = smallCatalog();
    const auto breakpoints = compareAt(catalog, 0).breakpoints;
    RC_ASSERT(breakpoints.front().from == Minutes{0});
    for (std::size_t i = 0; i < breakpoints.size(); ++i) {
      const Breakpoint& here = breakpoints[i];
      const bool last = i + 1 == breakpoints.size();
      RC_ASSERT(here.through.has_value() != last);
      if (!last) {
        RC_ASSERT(breakpoints[i + 1].from.value == here.through->value + 1);
        RC_ASSERT(breakpoints[i + 1].plan != here.plan);
      }
      const std::int64_t through = last ? here.from.value + 200 : here.through->value;
      for (std::int64_t usage = here.from.value; usage <= through; ++usage)
        RC_ASSERT(compareAt(catalog, usage).cheapest.month == here.plan);
    }
  }));
}

TEST_CASE("the plan named cheapest for a month has the least total, but for a minor unit of rounding") {
  CHECK(rc::check([] {
    const Catalog catalog = smallCatalog();
    const Comparison comparison = compareAt(catalog, *rc::gen::inRange<std::int64_t>(0, 200));
    const Money least = comparison.rows[comparison.cheapest.month].month->total;
    for (const ComparisonRow& row : comparison.rows) {
      if (row.month->unserved == Minutes{0}) RC_ASSERT(row.month->total >= least);
    }
  }));
}

TEST_CASE("minutes by the quadrillion are compared as quickly as a few") {
  const Catalog catalog = builtIn("easemob-cn");
  CompareRequest request{dateOf("2024-08-16"), newAccount(catalog), Minutes{1'000'000'000'000'000}, 12};
  CHECK(compare(catalog, request).rows[3].longRun->packs.back().pack == 2);
  request.months = 1;
  request.monthlyMinutes = Minutes{largestInteger};
  CHECK(compare(catalog, request).breakpoints.size() == 4);
}

// ---------------------------------------------------------------- what could take long

/// easemob-cn with packs of these sizes at one price a minute.
Catalog flatRate(std::initializer_list<std::int64_t> sizes, std::int64_t perThousand) {
  Catalog catalog = builtIn("easemob-cn");
  const Pack sample = catalog.packs.front();
  catalog.packs.clear();
  for (const std::int64_t minutes : sizes) {
    catalog.packs.push_back(sample);
    catalog.packs.back().minutes = Minutes{minutes};
    catalog.packs.back().price = Money{minutes * perThousand / 1000};
  }
  return catalog;
}

TEST_CASE("packs of one rate leave to overage what none of them fills") {
  const Catalog catalog = flatRate({1'000, 5'000, 10'000, 50'000, 100'000, 500'000, 1'000'000}, 600);
  const auto view = compareAt(catalog, 1'234'567, 12).rows[1].longRun;
  REQUIRE(view);
  // 13 374 804 over: 13 374 thousand at 6.00 and 804 minutes at 0.007.
  CHECK(view->packAmount == Money{13'374 * 600});
  CHECK(view->overageAmount == Money{563});
  std::vector<std::int64_t> quantities;
  for (const CartItem& item : view->packs) quantities.push_back(item.quantity);
  CHECK(quantities == std::vector<std::int64_t>{4, 2, 1, 3, 13});
}

TEST_CASE("packs of 1000 to 1004 minutes at one rate fill every minute, with as few packs as can be") {
  const auto view = compareAt(flatRate({1'000, 1'001, 1'002, 1'003, 1'004}, 500), 1'234'567, 12).rows[1].longRun;
  REQUIRE(view);
  CHECK(view->packAmount.value + view->overageAmount.value <= 13'374'804 / 2 + 1);
}

/// easemob-cn with these packs: minutes and price.
Catalog withPacks(std::initializer_list<std::pair<std::int64_t, std::int64_t>> packs) {
  Catalog catalog = flatRate({}, 0);
  const Pack sample = builtIn("easemob-cn").packs.front();
  for (const auto& [minutes, price] : packs) {
    catalog.packs.push_back(sample);
    catalog.packs.back().minutes = Minutes{minutes};
    catalog.packs.back().price = Money{price};
  }
  return catalog;
}

/// How many of each kind the long view of a plan takes, by PackIndex.
std::vector<std::int64_t> quantities(const Catalog& catalog, const ComparisonRow& row) {
  std::vector<std::int64_t> quantities(catalog.packs.size(), 0);
  for (const CartItem& item : row.longRun->packs) quantities[item.pack] = item.quantity;
  return quantities;
}

TEST_CASE("hundreds of thousands of small packs fill up where that is cheaper than one large pack more") {
  // 10 000.00 for 999 999 minutes, 0.02 for one; free suspends. 400 000 minutes are 8 000.00 in small packs.
  const Catalog catalog = withPacks({{999'999, 1'000'000}, {1, 2}});
  const auto few = compareAt(catalog, 10'000 + 3 * 999'999 + 400'000).rows[0];
  CHECK(quantities(catalog, few) == std::vector<std::int64_t>{3, 400'000});
  CHECK(few.longRun->packAmount == Money{3'800'000});
  // As dear as a large pack, which is fewer; one less is cheaper.
  CHECK(quantities(catalog, compareAt(catalog, 10'000 + 500'000).rows[0]) == std::vector<std::int64_t>{1, 0});
  CHECK(quantities(catalog, compareAt(catalog, 10'000 + 499'999).rows[0]) == std::vector<std::int64_t>{0, 499'999});
}

TEST_CASE("overage takes the place of small packs at its own rate, and of those above it") {
  const Catalog catalog = withPacks({{1, 10}, {639'129, 9'135'120}, {778'144, 7'703'620}});
  Catalog billed = catalog;
  billed.overage = {Money{10}, 1};
  const auto rows = compareAt(billed, 120'000 + 778'144 + 700'000).rows;
  CHECK(quantities(billed, rows[1]) == std::vector<std::int64_t>{0, 0, 1});
  CHECK(rows[1].longRun->overageAmount == Money{7'000'000});
  // Free has 110 000 minutes more to cover, and packs alone: 31 856 more than two large packs hold.
  CHECK(quantities(billed, rows[0]) == std::vector<std::int64_t>{31'856, 0, 2});
}

TEST_CASE("of equal mixes the one with more of the kind listed first is taken, whatever larger mixes are equal too") {
  // 63 minutes at 2: 29 + 17 + 17, or 19 + 27 + 17, or, filled up with packs of 29, many more.
  const Catalog catalog = withPacks({{28, 56}, {19, 38}, {29, 58}, {27, 54}, {17, 34}});
  CHECK(quantities(catalog, compareAt(catalog, 10'000 + 63).rows[0]) == std::vector<std::int64_t>{0, 1, 0, 1, 1});
}

TEST_CASE("packs that can be combined in more ways than can be compared are refused") {
  Catalog catalog = flatRate({987'653, 987'659, 987'697, 987'703, 987'713, 987'719, 987'739}, 6'000);
  catalog.overage = {Money{7}, 1};
  checkError([&] { static_cast<void>(compareAt(catalog, 1'234'567'891, 1)); }, ErrorCode::outOfRange, "");
  try {
    static_cast<void>(compareAt(catalog, 1'234'567'891, 1));
  } catch (const PricingError& error) {
    CHECK(std::string(error.what()) == "The packs can be combined in too many ways to compare them all.");
  }
  // What was refused leaves nothing behind.
  CHECK(quantities(catalog, compareAt(catalog, 120'000 + 987'739).rows[1]).back() == 1);
}

}  // namespace
}  // namespace prorata
