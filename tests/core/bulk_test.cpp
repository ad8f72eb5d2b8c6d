#include "prorata/bulk.hpp"

#include <cstdint>
#include <vector>

#include "random.hpp"

using namespace prorata;

namespace {

std::int32_t dayNumber(Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

struct Columns {
  std::vector<std::int32_t> on;
  std::vector<std::uint8_t> from;
  std::vector<std::uint8_t> to;

  [[nodiscard]] std::vector<std::int64_t> due(const Catalog& catalog) const {
    std::vector<std::int64_t> amounts(on.size());
    quoteColumns(catalog, {on, from, to}, amounts);
    return amounts;
  }
};

}  // namespace

TEST_CASE("a row is what quote says is due, on every day of four years and for every pair of plans") {
  for (const char* id : {"easemob-cn", "shengwang-cn", "agora-global"}) {
    const Catalog catalog = builtIn(id);
    Columns columns;
    std::vector<std::int64_t> expected;
    for (std::int32_t day = dayNumber(dateOf("2023-01-01")); day < dayNumber(dateOf("2027-01-01")); ++day) {
      for (std::uint8_t from = 0; from < catalog.plans.size(); ++from) {
        if (!catalog.plans[from].isSelfServe()) continue;
        for (std::uint8_t to = 0; to < catalog.plans.size(); ++to) {
          columns.on.push_back(day);
          columns.from.push_back(from);
          columns.to.push_back(to);
          QuoteRequest request;
          request.on = Date{std::chrono::sys_days{std::chrono::days{day}}};
          request.account.plan = from;
          request.plan = to;
          const Quote bill = quote(catalog, request);
          expected.push_back(bill.planChange->allowed() ? bill.amountDue.value : noAmount);
        }
      }
    }
    CHECK(columns.due(catalog) == expected);
  }
}

TEST_CASE("rows of a hundred plans do not get into each other's way") {
  Catalog catalog = builtIn("easemob-cn");
  const Plan basic = catalog.plans[1];
  catalog.plans.resize(1);
  for (std::uint8_t plan = 1; plan < 100; ++plan) {
    catalog.plans.push_back(basic);
    std::get<SelfServe>(catalog.plans.back().terms).monthlyPrice = Money{std::int64_t{1000} * plan};
  }
  Columns columns;
  std::vector<std::int64_t> expected;
  for (std::uint8_t from = 0; from < 100; ++from) {
    for (std::uint8_t to = from + 1; to < 100; ++to) {
      for (const char* on : {"2024-09-01", "2024-09-16", "2024-09-16"}) {
        columns.on.push_back(dayNumber(dateOf(on)));
        columns.from.push_back(from);
        columns.to.push_back(to);
        expected.push_back(std::int64_t{1000} * (to - from) / (on == std::string_view("2024-09-01") ? 1 : 2));
      }
    }
  }
  CHECK(columns.due(catalog) == expected);
}

TEST_CASE("a row is what quote says is due under every policy") {
  CHECK(rc::check([] {
    const Catalog catalog = anyCatalog();
    Columns columns;
    std::vector<std::int64_t> expected;
    for (int row = 0; row < 20; ++row) {
      QuoteRequest request;
      request.on = anyDate(catalog);
      request.account.plan = anyPlan();
      request.plan = static_cast<PlanIndex>(within(0, 4));
      columns.on.push_back(dayNumber(request.on));
      columns.from.push_back(static_cast<std::uint8_t>(request.account.plan));
      columns.to.push_back(static_cast<std::uint8_t>(*request.plan));
      const Quote bill = quote(catalog, request);
      expected.push_back(bill.planChange->allowed() ? bill.amountDue.value : noAmount);
    }
    RC_ASSERT(columns.due(catalog) == expected);
  }));
}

TEST_CASE("no rows are no amounts") { CHECK(Columns{}.due(builtIn("easemob-cn")).empty()); }

TEST_CASE("a column's fault is told with its row") {
  const Catalog catalog = builtIn("easemob-cn");
  const std::int32_t day = dayNumber(dateOf("2024-08-16"));
  const auto check = [&](const Columns& columns, ErrorCode code, const char* path) {
    checkError([&] { static_cast<void>(columns.due(catalog)); }, code, path);
  };
  check({{day, day, day}, {0, 0, 0}, {1, 1}}, ErrorCode::invalidValue, "/to/2");
  check({{day}, {0, 0, 0}, {1, 1}}, ErrorCode::invalidValue, "/on/1");
  check({{day, day}, {}, {1, 1}}, ErrorCode::invalidValue, "/from/0");
  check({{day, day}, {0, 5}, {1, 1}}, ErrorCode::unknownPlan, "/from/1");
  check({{day, day}, {0, 0}, {1, 5}}, ErrorCode::unknownPlan, "/to/1");
  check({{day, day}, {0, 4}, {1, 1}}, ErrorCode::managedAccount, "/from/1");
  check({{dayNumber(earliestRequestDate) - 1}, {0}, {1}}, ErrorCode::invalidDate, "/on/0");
  check({{dayNumber(latestRequestDate) + 1}, {0}, {1}}, ErrorCode::invalidDate, "/on/0");
  // Columns that were never filled in are of day 0.
  for (const std::int32_t none : {0, 1, -1, 4'096, -4'096}) {
    check({{none}, {0}, {0}}, ErrorCode::invalidDate, "/on/0");
    check({{day, none}, {0, 0}, {1, 1}}, ErrorCode::invalidDate, "/on/1");
  }

  const std::vector<std::int32_t> on{day, day - 1'000'000};
  const std::vector<std::uint8_t> plans{0, 1};
  std::vector<std::int64_t> due(2);
  checkError([&] { quoteColumns(catalog, {on, plans, plans, 1'000}, due); }, ErrorCode::invalidDate, "/on/1001");
  checkError(
      [&] {
        quoteColumns(catalog, {{on.data(), 1}, plans, plans, 1'000}, due);
      },
      ErrorCode::invalidValue, "/on/1001");
}
