#include "prorata/calendar.hpp"

#include "catch.hpp"

namespace prorata {
namespace {

using namespace std::chrono_literals;

constexpr Date date(int year, unsigned month, unsigned day) {
  return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

static_assert(daysIn(2024y / 2) == 29);
static_assert(daysIn(2100y / 2) == 28);
static_assert(remainingDays(date(2024, 8, 1)) == 31);
static_assert(remainingDays(date(2024, 8, 16)) == 16);
static_assert(remainingDays(date(2024, 8, 31)) == 1);
static_assert(monthAfter(2024y / 12) == 2025y / 1);
static_assert(monthAfter(2024y / 1, -1) == 2023y / 12);
static_assert(plusDays(date(2024, 3, 1), -1) == date(2024, 2, 29));

TEST_CASE("every day from 2000 to 2999 has a month, a place in it and a spelling that reads back") {
  std::chrono::sys_days day{earliestRequestDate};
  const std::chrono::sys_days last{latestRequestDate};
  int remaining = 0;
  for (; day <= last; day += std::chrono::days{1}) {
    const Date on{day};
    const Period period = billingPeriod(on);
    // The 1st leaves the whole month; each later day leaves one day less, down to one.
    if (period.from == on) {
      REQUIRE((remaining == 0 || remaining == 1));
      remaining = period.days;
    } else {
      --remaining;
    }
    REQUIRE(period.remainingDays == remaining);
    REQUIRE(plusDays(on, remaining - 1) == period.through);
    REQUIRE(plusDays(period.from, period.days) == firstDayOf(monthAfter(monthOf(on))));
    REQUIRE(parseDate(toString(on)) == on);
  }
  CHECK(remaining == 1);
}

TEST_CASE("a date is ten characters that name a day of the request span") {
  CHECK(parseDate("2024-02-29") == date(2024, 2, 29));
  CHECK(parseDate("2000-01-01") == earliestRequestDate);
  CHECK(parseDate("2999-12-31") == latestRequestDate);
  for (const auto* text :
       {"",           "2024-8-16",  "2024-08-1",  "20240816",   "2024/08/16", "2024-08-16T", " 2024-08-16",
        "2024-08-1x", "2024-08-1:", "2024-08-1/", "2024-08/16", "2024/08-16", "+024-08-16",  "2023-02-29",
        "2024-0x-16", "x024-08-16", "2024-00-10", "2024-13-10", "2024-04-31", "2024-04-00",  "1999-12-31",
        "3000-01-01", "２024-08-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parseDate(text));
  }
}

TEST_CASE("an answer may lie past the request span") {
  CHECK(toString(monthAfter(2999y / 12)) == "3000-01");
  CHECK(toString(firstDayOf(monthAfter(2999y / 12))) == "3000-01-01");
  CHECK(toString(9999y / 12) == "9999-12");
  CHECK(toString(monthAfter(9999y / 12)) == "10000-01");
}

}  // namespace
}  // namespace prorata
