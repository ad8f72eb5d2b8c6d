#include "reader.hpp"

#include <algorithm>

#include "number.hpp"

namespace prorata::json {

std::string pointerToken(std::string_view name) {
  std::string token = "/";
  for (const char c : name) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

std::string Reader::path() const {
  std::string path;
  for (const Node* node = root_; node != value_;) {
    // Down into the child that the value lies in.
    const bool isObject = node->kind == Kind::object;
    const Node* child = node->begin();
    for (std::size_t index = 0;; ++index, child = child->end()) {
      const Node* const name = child;
      if (isObject) child = child->end();
      if (value_ >= child->end()) continue;
      path += isObject ? pointerToken(name->text) : '/' + std::to_string(index);
      break;
    }
    node = child;
  }
  return path;
}

void Reader::fail(ErrorCode code, const std::string& message) const { throw PricingError(code, path(), message); }

void Reader::expectObject() const {
  if (value_->kind != Kind::object) fail(ErrorCode::invalidType, "An object belongs here.");
}

void Reader::expectArray() const {
  if (value_->kind != Kind::array) fail(ErrorCode::invalidType, "An array belongs here.");
}

void Reader::expectMembers(std::initializer_list<std::string_view> known) const {
  eachMember([&](std::string_view name, const Reader& member) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      member.fail(ErrorCode::unknownField, "There is no such member.");
  });
}

Reader Reader::at(std::string_view name) const {
  const Node* member = find(name);
  if (member == nullptr)
    throw PricingError(ErrorCode::missingField, path() + pointerToken(name), "This member is missing.");
  return {*root_, *member};
}

std::string_view Reader::text() const {
  if (!isText()) fail(ErrorCode::invalidType, "A string belongs here.");
  return value_->text;
}

std::string_view Reader::nonEmptyText() const {
  if (text().empty()) fail(ErrorCode::invalidValue, "This text must not be empty.");
  return text();
}

void Reader::expectTrue() const {
  if (value_->kind != Kind::boolean || value_->text != "true")
    fail(ErrorCode::invalidValue, "Only true may stand here.");
}

std::int64_t Reader::integer(std::int64_t least, std::int64_t most) const {
  const Number number = value_->kind == Kind::number ? Number::of(value_->text) : Number{Number::Kind::fraction};
  if (number.kind == Number::Kind::fraction) fail(ErrorCode::invalidType, "A whole number belongs here.");
  if (number.kind == Number::Kind::pastRange || number.value < least || number.value > most)
    fail(ErrorCode::outOfRange,
         "This number must be between " + std::to_string(least) + " and " + std::to_string(most) + ".");
  return number.value;
}

Date Reader::date() const {
  const auto date = parseDate(text());
  if (!date) fail(ErrorCode::invalidDate, "This is no date YYYY-MM-DD from 2000-01-01 to 2999-12-31.");
  return *date;
}

}  // namespace prorata::json
