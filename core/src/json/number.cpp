#include "number.hpp"

#include <algorithm>

#include "prorata/money.hpp"

namespace prorata::json {
namespace {

constexpr int mostDigits = 16;  // of largestInteger

// A whole number with a sign, held within what no document's length can make up for.
std::int64_t exponentOf(std::string_view text) {
  constexpr std::int64_t enough = 1'000'000'000;
  std::int64_t exponent = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') exponent = std::min(exponent * 10 + (c - '0'), enough);
  }
  return !text.empty() && text.front() == '-' ? -exponent : exponent;
}

}  // namespace

Number Number::of(std::string_view text) noexcept {
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  const std::string_view digits = text.substr(0, e);
  const std::size_t point = std::min(digits.find('.'), e);

  const std::size_t first = digits.find_first_of("123456789");
  if (first == std::string_view::npos) return {Kind::whole};
  const std::size_t last = digits.find_last_of("123456789");

  // The powers of ten of the first digit that is not 0 and of the last one.
  std::int64_t highest = exponentOf(text.substr(std::min(e + 1, text.size())));
  std::int64_t lowest = highest;
  const auto power = [point](std::size_t at) {
    return static_cast<std::int64_t>(point) - static_cast<std::int64_t>(at) - (at < point ? 1 : 0);
  };
  highest += power(first);
  lowest += power(last);
  if (lowest < 0) return {Kind::fraction};
  if (highest >= mostDigits) return {Kind::pastRange};

  std::int64_t value = 0;
  for (const char c : digits.substr(first, last - first + 1)) {
    if (c != '.') value = value * 10 + (c - '0');
  }
  value *= powerOfTen(static_cast<int>(lowest));
  if (value > largestInteger) return {Kind::pastRange};
  return {Kind::whole, digits.front() == '-' ? -value : value};
}

}  // namespace prorata::json
