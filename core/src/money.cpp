#include "prorata/money.hpp"

#include <algorithm>

#include "prorata/error.hpp"

namespace prorata {

std::int64_t checkedInteger(Int128 value) {
  if (value > largestInteger || value < -largestInteger)
    throw PricingError(ErrorCode::outOfRange, "", "The answer holds a number past 2^53 - 1.");
  return static_cast<std::int64_t>(value);
}

std::optional<Decimal> parseDecimal(std::string_view text, int decimalsAllowed) {
  const auto point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  if (fraction.size() > static_cast<std::size_t>(decimalsAllowed)) return std::nullopt;

  Decimal decimal;
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      if (c < '0' || c > '9') return std::nullopt;
      // Below 2^53 before the step, so below 2^57 after it.
      decimal.digits = decimal.digits * 10 + (c - '0');
      if (decimal.digits > largestInteger) return std::nullopt;
    }
  }
  decimal.decimals = static_cast<int>(fraction.size());
  while (decimal.decimals > 0 && decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    --decimal.decimals;
  }
  return decimal;
}

std::string toString(Decimal decimal) { return decimalText(decimal.digits, decimal.decimals); }

std::string decimalText(Int128 digits, int decimals) {
  while (decimals > 0 && digits % 10 == 0) {
    digits /= 10;
    --decimals;
  }
  std::string text;
  for (int position = 0; digits > 0 || position <= decimals; ++position, digits /= 10) {
    if (decimals > 0 && position == decimals) text += '.';
    text += static_cast<char>('0' + static_cast<int>(digits % 10));
  }
  std::reverse(text.begin(), text.end());
  return text;
}

std::optional<Money> parseMoney(std::string_view text, int minorDigits) {
  const auto decimal = parseDecimal(text, minorDigits);
  if (!decimal) return std::nullopt;
  // Digits below 2^53 times at most 10^4.
  const Int128 minor = Int128{decimal->digits} * powerOfTen(minorDigits - decimal->decimals);
  if (minor > largestInteger) return std::nullopt;
  return Money{static_cast<std::int64_t>(minor)};
}

}  // namespace prorata
