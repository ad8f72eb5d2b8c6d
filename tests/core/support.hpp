#pragma once

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "prorata/json.hpp"
#include "prorata/quote.hpp"

namespace prorata {

inline Catalog builtIn(std::string_view id) { return json::builtInCatalog(id); }

inline Date dateOf(std::string_view text) { return parseDate(text).value(); }

/// Holds when `act` throws a PricingError of this code at this path.
template <class Act>
void checkError(Act act, ErrorCode code, std::string_view path) {
  try {
    act();
    FAIL_CHECK("nothing was thrown, not " << toString(code) << " at " << path);
  } catch (const PricingError& error) {
    CHECK(toString(error.code()) == toString(code));
    CHECK(error.path() == path);
  }
}

}  // namespace prorata
