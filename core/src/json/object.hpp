#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "prorata/calendar.hpp"
#include "prorata/money.hpp"
#include "reader.hpp"

namespace prorata::json {

/// An object written member by member, in order; no name may come twice. Nested initialiser lists would say the same,
/// but each makes the compiler spell out every member's construction and clean-up in place, which more than doubles
/// the module that a page has to load.
class Object {
 public:
  Object& number(std::string_view name, std::int64_t number);
  Object& text(std::string_view name, std::string_view text);
  Object& flag(std::string_view name, bool flag);
  Object& date(std::string_view name, Date date);
  Object& value(std::string_view name, Json value);
  /// null when absent.
  Object& dateOrNull(std::string_view name, const std::optional<Date>& date);
  template <class Unit>
  Object& number(std::string_view name, Quantity<Unit> quantity) {
    return number(name, quantity.value);
  }
  template <class Unit>
  Object& numberOrNull(std::string_view name, const std::optional<Quantity<Unit>>& quantity) {
    return quantity ? number(name, quantity->value) : value(name, nullptr);
  }

  [[nodiscard]] Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

/// The array of what `write(item)` answers for each item.
template <class Items, class Write>
[[nodiscard]] Json arrayOf(const Items& items, Write write) {
  Json array = Json::array();
  for (const auto& item : items) array.push_back(write(item));
  return array;
}

}  // namespace prorata::json
