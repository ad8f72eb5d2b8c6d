#include "reader.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

namespace prorata::json {
namespace {

constexpr std::size_t largestDocument = 1 << 20;
constexpr std::size_t deepestNesting = 64;

[[noreturn]] void refuse(const std::string& message) { throw PricingError(ErrorCode::invalidJson, "", message); }

// Builds the document while it is read, so that depth and repeated names are refused before anything grows. Members
// are appended without looking for their name first: that is done here, in constant time.
class Builder final : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(Json& root) : root_(root) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override {
    // Kept signed wherever it fits: nlohmann compares signed and unsigned numbers modulo 2^64.
    if (value > static_cast<number_unsigned_t>(largestInteger)) return add(static_cast<double>(value));
    return add(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool key(string_t& name) override {
    if (!open_.back().names.insert(name).second) refuse("The member \"" + name + "\" is named twice.");
    name_ = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
    // The only other kind is a number too large even for a double.
    if (dynamic_cast<const Json::parse_error*>(&error) == nullptr)
      throw PricingError(ErrorCode::outOfRange, "", "The document holds a number past every range.");
    refuse("This is not JSON.");
  }

 private:
  struct Level {
    Json* value;
    std::unordered_set<std::string> names;
  };

  Json& place(Json value) {
    if (open_.empty()) return root_ = std::move(value);
    Json& parent = *open_.back().value;
    if (parent.is_array()) return parent.emplace_back(std::move(value));
    return parent.get_ref<Json::object_t&>().emplace_back(std::move(name_), std::move(value)).second;
  }
  bool add(Json value) {
    place(std::move(value));
    return true;
  }
  bool open(Json value) {
    if (open_.size() == deepestNesting) refuse("The document is nested deeper than 64.");
    open_.push_back({&place(std::move(value)), {}});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  Json& root_;
  std::vector<Level> open_;
  std::string name_;
};

}  // namespace

Json parse(std::string_view text) {
  if (text.size() > largestDocument) refuse("The document is larger than 1 MiB.");
  Json root;
  Builder builder(root);
  Json::sax_parse(text, &builder);
  return root;
}

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

std::string Reader::path() const { return parent_ == nullptr ? "" : parent_->path() + pointerToken(name_); }

void Reader::fail(ErrorCode code, const std::string& message) const { throw PricingError(code, path(), message); }

void Reader::expectObject() const {
  if (!value_->is_object()) fail(ErrorCode::invalidType, "An object belongs here.");
}

void Reader::expectArray() const {
  if (!value_->is_array()) fail(ErrorCode::invalidType, "An array belongs here.");
}

void Reader::expectMembers(std::initializer_list<std::string_view> known) const {
  eachMember([&](const std::string& name, const Reader& member) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      member.fail(ErrorCode::unknownField, "There is no such member.");
  });
}

Reader Reader::at(std::string_view name) const {
  const auto member = value_->find(name);
  if (member == value_->end())
    throw PricingError(ErrorCode::missingField, path() + pointerToken(name), "This member is missing.");
  return {*member, this, std::string(name)};
}

std::string Reader::text() const {
  if (!value_->is_string()) fail(ErrorCode::invalidType, "A string belongs here.");
  return value_->get<std::string>();
}

std::string Reader::nonEmptyText() const {
  std::string all = text();
  if (all.empty()) fail(ErrorCode::invalidValue, "This text must not be empty.");
  return all;
}

std::int64_t Reader::integer(std::int64_t least, std::int64_t most) const {
  std::int64_t number = 0;
  if (value_->is_number_integer()) {
    number = value_->get<std::int64_t>();
  } else if (value_->is_number_float()) {
    const double given = value_->get<double>();
    if (given != std::trunc(given)) fail(ErrorCode::invalidType, "A whole number belongs here.");
    if (std::abs(given) > static_cast<double>(largestInteger))
      fail(ErrorCode::outOfRange, "This number is past 2^53 - 1.");
    number = static_cast<std::int64_t>(given);
  } else {
    fail(ErrorCode::invalidType, "A whole number belongs here.");
  }
  if (number < least || number > most)
    fail(ErrorCode::outOfRange,
         "This number must be between " + std::to_string(least) + " and " + std::to_string(most) + ".");
  return number;
}

Date Reader::date() const {
  const auto date = parseDate(text());
  if (!date) fail(ErrorCode::invalidDate, "This is no date YYYY-MM-DD from 2000-01-01 to 2999-12-31.");
  return *date;
}

}  // namespace prorata::json
