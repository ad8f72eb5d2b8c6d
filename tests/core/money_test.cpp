#include "prorata/money.hpp"

#include <vector>

#include "catch.hpp"
#include "prorata/error.hpp"

namespace prorata {
namespace {

static_assert(rounded({1, 2}) == 1);
static_assert(rounded({-1, 2}) == -1);
static_assert(rounded({3, 2}) == 2);
static_assert(rounded({-3, 2}) == -2);
static_assert(rounded({49, 100}) == 0);
static_assert(rounded({-51, 100}) == -1);
static_assert(rounded({0, 31}) == 0);
static_assert(roundedDown({30, 31}) == 0);
static_assert(roundedDown({31, 31}) == 1);
static_assert(roundedUp({0, 60}) == 0);
static_assert(roundedUp({1, 60}) == 1);
static_assert(roundedUp({60, 60}) == 1);

TEST_CASE("rounding answers the nearest whole number, halves away from zero, for every share of a month") {
  for (int ofDays = 28; ofDays <= 31; ++ofDays) {
    for (int price = -2000; price <= 2000; ++price) {
      for (int days = 1; days <= ofDays; ++days) {
        const Int128 exact = Int128{price} * days;
        const Int128 twiceError = 2 * (rounded({exact, ofDays}) * ofDays - exact);
        REQUIRE(twiceError <= ofDays);
        REQUIRE(twiceError >= -ofDays);
        if (twiceError == ofDays) REQUIRE(price > 0);
        if (twiceError == -ofDays) REQUIRE(price < 0);
      }
    }
  }
}

TEST_CASE("the widest product is rounded exactly") {
  const Int128 widest = Int128{largestInteger} * largestInteger;
  CHECK(rounded({widest, largestInteger}) == largestInteger);
  CHECK(rounded({-widest - 1, largestInteger}) == -largestInteger);
  CHECK(roundedUp({widest + 1, largestInteger}) == Int128{largestInteger} + 1);
}

TEST_CASE("ratios are compared by value, however wide and whatever their sign") {
  CHECK(Ratio{1, 2} == Ratio{2, 4});
  CHECK(Ratio{-1, 2} == Ratio{-2, 4});
  CHECK(Ratio{1, 2} != Ratio{1, 3});
  CHECK(Ratio{1, 3} < Ratio{1, 2});
  CHECK(Ratio{-1, 2} < Ratio{-1, 3});
  CHECK(Ratio{-1, 3} < Ratio{0});
  CHECK(Ratio{-1, 3} > Ratio{-1});
  CHECK(Ratio{-1} == Ratio{-3, 3});
  // The products across would not fit.
  const Int128 wide = Int128{largestInteger} * largestInteger;
  CHECK(Ratio{wide, largestInteger} == Ratio{largestInteger});
  CHECK(Ratio{wide - 1, largestInteger} < Ratio{largestInteger});
  CHECK(Ratio{-wide + 1, largestInteger} > Ratio{-largestInteger});
}

TEST_CASE("a sum may pass the range on its way, an answer may not") {
  const Money largest{largestInteger};
  CHECK(Money::of((largest + largest) - largest.value) == largest);
  CHECK(Money::of(-Int128{largestInteger}).value == -largestInteger);
  for (const Int128 tooFar : {Int128{largestInteger} + 1, -Int128{largestInteger} - 1}) {
    try {
      static_cast<void>(Money::of(tooFar));
      FAIL("an amount past the range was answered");
    } catch (const PricingError& error) {
      CHECK(error.code() == ErrorCode::outOfRange);
      CHECK(error.path().empty());
    }
  }
}

TEST_CASE("a decimal is read digit by digit and written in its shortest form") {
  struct Case {
    const char* text;
    Decimal decimal;
    const char* canonical;
  };
  for (const auto& [text, decimal, canonical] :
       std::vector<Case>{{"4", {4, 0}, "4"},
                         {"0.57", {57, 2}, "0.57"},
                         {"0.570", {57, 2}, "0.57"},
                         {"4.00", {4, 0}, "4"},
                         {"0", {0, 0}, "0"},
                         {"0.0", {0, 0}, "0"},
                         {"007.10", {71, 1}, "7.1"},
                         {"0.000000000000001", {1, 15}, "0.000000000000001"},
                         {"9007199254740991", {largestInteger, 0}, "9007199254740991"}}) {
    CAPTURE(text);
    const auto read = parseDecimal(text);
    REQUIRE(read);
    CHECK(*read == decimal);
    CHECK(toString(*read) == canonical);
  }
  for (const auto* text : {"", ".", ".5", "5.", "-1", "+1", "1e3", "1,000", " 1", "1 ", "0x1", "1.2.3", "NaN",
                           "0.0000000000000001", "9007199254740992"}) {
    CAPTURE(text);
    CHECK_FALSE(parseDecimal(text));
  }
}

TEST_CASE("an amount has at most the currency's decimals") {
  CHECK(parseMoney("738", 2) == Money{73'800});
  CHECK(parseMoney("45.9", 2) == Money{4'590});
  CHECK(parseMoney("45.99", 2) == Money{4'599});
  CHECK(parseMoney("45", 0) == Money{45});
  CHECK(parseMoney("0.0001", 4) == Money{1});
  CHECK_FALSE(parseMoney("45.990", 2));
  CHECK_FALSE(parseMoney("45.0", 0));
  CHECK(parseMoney("90071992547409.91", 2) == Money{largestInteger});
  CHECK_FALSE(parseMoney("90071992547409.92", 2));
  // Its digits are few enough, its minor units are not.
  CHECK(parseMoney("90071992547409", 2) == Money{9'007'199'254'740'900});
  CHECK_FALSE(parseMoney("90071992547410", 2));
}

}  // namespace
}  // namespace prorata
