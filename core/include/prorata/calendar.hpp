#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "prorata/export.hpp"

/// Civil dates and the billing month. No clock and no time zone: today is always an argument.
namespace prorata {
PRORATA_API_BEGIN

/// A civil date in the time zone of the price list.
using Date = std::chrono::year_month_day;

/// A billing month: one calendar month.
using Month = std::chrono::year_month;

/// The span in which a request may name a date. Answers may lie past it: a renewal in 3000-01, a pack until 3001.
inline constexpr Date earliestRequestDate{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
inline constexpr Date latestRequestDate{std::chrono::year{2999}, std::chrono::December, std::chrono::day{31}};

[[nodiscard]] constexpr Month monthOf(Date date) noexcept { return {date.year(), date.month()}; }

[[nodiscard]] constexpr Month monthAfter(Month month, int count = 1) noexcept {
  return month + std::chrono::months{count};
}

[[nodiscard]] constexpr Date firstDayOf(Month month) noexcept { return month / 1; }

[[nodiscard]] constexpr Date lastDayOf(Month month) noexcept { return Date{month / std::chrono::last}; }

/// D, the number of days of a month: 28 to 31.
[[nodiscard]] constexpr int daysIn(Month month) noexcept {
  return static_cast<int>(static_cast<unsigned>(lastDayOf(month).day()));
}

/// R = D - d + 1, the days of the month that are left on day d. The day itself counts, because a change takes effect
/// and is charged on the day it is asked for (Easemob RTC purchase guide). The 1st leaves D, the last day leaves 1.
[[nodiscard]] constexpr int remainingDays(Date date) noexcept {
  return daysIn(monthOf(date)) - static_cast<int>(static_cast<unsigned>(date.day())) + 1;
}

/// `days` later than `date`; `days` may be negative.
[[nodiscard]] constexpr Date plusDays(Date date, int days) noexcept {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

/// The billing month of a date, as a bill shows it.
struct Period {
  Date from;
  Date through;
  int days;
  int remainingDays;
};

[[nodiscard]] constexpr Period billingPeriod(Date on) noexcept {
  const Month month = monthOf(on);
  return {firstDayOf(month), lastDayOf(month), daysIn(month), remainingDays(on)};
}

/// Reads "YYYY-MM-DD" and nothing else: ten characters, a date that exists, within the request span.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text) noexcept;

/// "YYYY-MM-DD"; the year has four digits or more.
[[nodiscard]] std::string toString(Date date);

/// "YYYY-MM".
[[nodiscard]] std::string toString(Month month);

PRORATA_API_END
}  // namespace prorata
