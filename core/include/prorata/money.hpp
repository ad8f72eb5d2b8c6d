#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "prorata/export.hpp"

/// Amounts, minutes and the exact arithmetic between them. There is no floating point here or anywhere above.
namespace prorata {
PRORATA_API_BEGIN

__extension__ using Int128 = __int128;

/// 2^53 - 1: every amount and every number of minutes, asked or answered, lies within +-this, so that JSON and
/// JavaScript carry it exactly.
inline constexpr std::int64_t largestInteger = 9'007'199'254'740'991;

/// `value` when it lies within +-largestInteger, else throws PricingError out_of_range at "".
[[nodiscard]] std::int64_t checkedInteger(Int128 value);

/// A whole number of one unit. Different units do not mix; sums leave the type as Int128 and come back through
/// `of`, so a sum may pass the range on its way but an answer may not.
template <class Unit>
struct Quantity {
  std::int64_t value = 0;

  [[nodiscard]] static Quantity of(Int128 exact) { return {checkedInteger(exact)}; }

  friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
  friend constexpr Int128 operator+(Quantity a, Quantity b) noexcept { return Int128{a.value} + b.value; }
  friend constexpr Int128 operator-(Quantity a, Quantity b) noexcept { return Int128{a.value} - b.value; }
  friend constexpr Int128 operator*(Quantity a, std::int64_t factor) noexcept { return Int128{a.value} * factor; }
};

/// Minor units of the price list's currency (fen, cents). Negative: money back.
using Money = Quantity<struct MinorUnit>;

/// Whole standard minutes (标准时长), never negative.
using Minutes = Quantity<struct StandardMinute>;

/// numerator / denominator, exactly; the denominator is positive and below 2^63. Sums and products are formed in the
/// numerator first and one of the functions below brings the result back to a whole number, once.
struct Ratio {
  Int128 numerator;
  Int128 denominator = 1;

  /// By value: 1/2 equals 2/4. Whole parts first, so that only remainders, which are below 2^63, are multiplied.
  friend constexpr std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) noexcept {
    const Int128 wholeA = floorOf(a), wholeB = floorOf(b);
    if (wholeA != wholeB) return wholeA < wholeB ? std::strong_ordering::less : std::strong_ordering::greater;
    const Int128 left = (a.numerator - wholeA * a.denominator) * b.denominator;
    const Int128 right = (b.numerator - wholeB * b.denominator) * a.denominator;
    if (left == right) return std::strong_ordering::equal;
    return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  friend constexpr bool operator==(const Ratio& a, const Ratio& b) noexcept { return (a <=> b) == 0; }

 private:
  static constexpr Int128 floorOf(const Ratio& ratio) noexcept {
    const Int128 quotient = ratio.numerator / ratio.denominator;
    return ratio.numerator % ratio.denominator < 0 ? quotient - 1 : quotient;
  }
};

/// To the nearest whole number, halves away from zero: 1/2 -> 1, -1/2 -> -1. The only function that rounds money
/// (chosen; Shengwang's published examples round half-up). Twice the numerator and the denominator fit their type.
template <class Integer>
[[nodiscard]] constexpr Integer roundedQuotient(Integer numerator, Integer denominator) noexcept {
  const Integer magnitude = numerator < 0 ? -numerator : numerator;
  const Integer nearest = (magnitude * 2 + denominator) / (denominator * 2);
  return numerator < 0 ? -nearest : nearest;
}

[[nodiscard]] constexpr Int128 rounded(Ratio ratio) noexcept {
  return roundedQuotient(ratio.numerator, ratio.denominator);
}

/// Rounded down, for a quota: a minute that is not wholly there is not promised (chosen). Needs numerator >= 0.
[[nodiscard]] constexpr Int128 roundedDown(Ratio ratio) noexcept { return ratio.numerator / ratio.denominator; }

/// Rounded up, for standard minutes (Shengwang billing page). Needs numerator >= 0.
[[nodiscard]] constexpr Int128 roundedUp(Ratio ratio) noexcept {
  return (ratio.numerator + ratio.denominator - 1) / ratio.denominator;
}

/// A decimal that is never negative, exactly: digits / 10^decimals. 0.57 is {57, 2}.
struct Decimal {
  std::int64_t digits = 0;
  int decimals = 0;

  friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
};

/// The most decimals a Decimal holds.
inline constexpr int mostDecimals = 15;

/// Reads digits, then perhaps a point and at most `decimalsAllowed` digits: no sign, no exponent, no bare point.
/// Trailing zeros after the point count as decimals while reading and are dropped from the result. Nothing when the
/// text is no such decimal or its digits pass largestInteger.
[[nodiscard]] std::optional<Decimal> parseDecimal(std::string_view text, int decimalsAllowed = mostDecimals);

/// Shortest form: "4", "0.57".
[[nodiscard]] std::string toString(Decimal decimal);

/// The same for a value wider than a Decimal's, e.g. a sum of standard seconds: 4452 with 1 decimal -> "445.2".
[[nodiscard]] std::string decimalText(Int128 digits, int decimals);

/// "738.50" at two minor digits -> 73850. Nothing when the text is no decimal with at most `minorDigits` decimals, or
/// when the amount passes largestInteger.
[[nodiscard]] std::optional<Money> parseMoney(std::string_view text, int minorDigits);

/// 10^exponent for exponents 0 to 18.
[[nodiscard]] constexpr std::int64_t powerOfTen(int exponent) noexcept {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

PRORATA_API_END
}  // namespace prorata
