#include "prorata/error.hpp"

#include <set>

#include "catch.hpp"

namespace prorata {

TEST_CASE("every code has a word of its own") {
  std::set<std::string_view> words;
  for (int code = 0; code <= static_cast<int>(ErrorCode::invalidCatalog); ++code)
    words.insert(toString(static_cast<ErrorCode>(code)));
  CHECK(words.size() == static_cast<std::size_t>(ErrorCode::invalidCatalog) + 1);
  CHECK(words.count("") == 0);
}

TEST_CASE("an error carries its code, the place and a sentence") {
  const PricingError error(ErrorCode::outOfRange, "/packs/0/quantity", "Too many.");
  CHECK(toString(error.code()) == "out_of_range");
  CHECK(error.path() == "/packs/0/quantity");
  CHECK(std::string(error.what()) == "Too many.");
}

}  // namespace prorata
