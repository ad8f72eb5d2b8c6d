#include "object.hpp"

namespace prorata::json {

Object& Object::value(std::string_view name, Json value) {
  // Appended without looking for the name, which would make a large object take quadratic time.
  json_.get_ref<Json::object_t&>().emplace_back(std::string(name), std::move(value));
  return *this;
}

Object& Object::number(std::string_view name, std::int64_t number) { return value(name, number); }

Object& Object::text(std::string_view name, std::string_view text) { return value(name, text); }

Object& Object::flag(std::string_view name, bool flag) { return value(name, flag); }

Object& Object::date(std::string_view name, Date date) { return value(name, toString(date)); }

Object& Object::dateOrNull(std::string_view name, const std::optional<Date>& date) {
  return date ? this->date(name, *date) : value(name, nullptr);
}

}  // namespace prorata::json
