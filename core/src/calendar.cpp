#include "prorata/calendar.hpp"

namespace prorata {
namespace {

std::optional<int> parseDigits(std::string_view text) noexcept {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// With zeros in front; a year past 9999 has five digits.
std::string padded(unsigned value, std::size_t width) {
  std::string digits(value > 9999 ? 5 : width, '0');
  for (std::size_t at = digits.size(); at-- > 0; value /= 10) digits[at] = static_cast<char>('0' + value % 10);
  return digits;
}

}  // namespace

std::optional<Date> parseDate(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parseDigits(text.substr(0, 4));
  const auto month = parseDigits(text.substr(5, 2));
  const auto day = parseDigits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || date < earliestRequestDate || date > latestRequestDate) return std::nullopt;
  return date;
}

std::string toString(Month month) {
  return padded(static_cast<unsigned>(static_cast<int>(month.year())), 4) + '-' +
         padded(static_cast<unsigned>(month.month()), 2);
}

std::string toString(Date date) { return toString(monthOf(date)) + '-' + padded(static_cast<unsigned>(date.day()), 2); }

}  // namespace prorata
