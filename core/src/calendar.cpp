#include "prorata/calendar.hpp"

#include <array>

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

// Digit by digit: every reply has a dozen dates in it.
char* writePadded(char* to, unsigned value, std::size_t width) {
  for (std::size_t at = width; at-- > 0; value /= 10) to[at] = static_cast<char>('0' + value % 10);
  return to + width;
}

constexpr std::size_t longestDate = 11;

// A year past 9999 has five digits.
char* write(char* to, Month month) {
  const auto year = static_cast<unsigned>(static_cast<int>(month.year()));
  to = writePadded(to, year, year > 9999 ? 5 : 4);
  *to++ = '-';
  return writePadded(to, static_cast<unsigned>(month.month()), 2);
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
  std::array<char, longestDate> text;
  return {text.data(), write(text.data(), month)};
}

std::string toString(Date date) {
  std::array<char, longestDate> text;
  char* to = write(text.data(), monthOf(date));
  *to++ = '-';
  return {text.data(), writePadded(to, static_cast<unsigned>(date.day()), 2)};
}

}  // namespace prorata
