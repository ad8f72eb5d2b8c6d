#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "prorata/calendar.hpp"
#include "prorata/error.hpp"
#include "prorata/money.hpp"

/// Strict reading of JSON: every fault becomes a PricingError that knows where it lies.
namespace prorata::json {

using Json = nlohmann::ordered_json;

/// Parses a document of at most 1 MiB, nested at most 64 deep, in which no object names a member twice; throws
/// invalid_json at "" for any other text. Integers past 64 bits become floating point numbers, as in JavaScript.
[[nodiscard]] Json parse(std::string_view text);

/// A value in a document and the way that led to it. Lives no longer than the document and the readers before it.
class Reader {
 public:
  explicit Reader(const Json& root) : value_(&root) {}

  [[nodiscard]] const Json& value() const noexcept { return *value_; }
  /// JSON Pointer to this value.
  [[nodiscard]] std::string path() const;
  [[noreturn]] void fail(ErrorCode code, const std::string& message) const;

  /// Checks that this is an object without members other than these.
  void expectMembers(std::initializer_list<std::string_view> known) const;
  void expectObject() const;
  [[nodiscard]] bool has(std::string_view name) const { return value_->contains(name); }
  /// The member; missing_field where it belongs when there is none.
  [[nodiscard]] Reader at(std::string_view name) const;
  /// `read(member)` when there is such a member.
  template <class Read>
  auto maybe(std::string_view name, Read read) const -> std::optional<decltype(read(std::declval<Reader>()))> {
    if (!has(name)) return std::nullopt;
    return read(at(name));
  }
  /// `visit(name, member)` for each member of an object.
  template <class Visit>
  void eachMember(Visit visit) const {
    expectObject();
    for (const auto& [name, member] : value_->get_ref<const Json::object_t&>()) visit(name, Reader(member, this, name));
  }
  /// `visit(item)` for each item of an array.
  template <class Visit>
  void eachItem(Visit visit) const {
    expectArray();
    std::size_t index = 0;
    for (const Json& item : *value_) visit(Reader(item, this, std::to_string(index++)));
  }
  /// The array of what `read(item)` answers for each item.
  template <class Read>
  auto items(Read read) const {
    std::vector<decltype(read(std::declval<Reader>()))> all;
    eachItem([&](const Reader& item) { all.push_back(read(item)); });
    return all;
  }

  [[nodiscard]] std::string text() const;
  /// invalid_value when empty.
  [[nodiscard]] std::string nonEmptyText() const;
  /// A whole number: invalid_type for anything else, out_of_range outside [least, most].
  [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most = largestInteger) const;
  [[nodiscard]] Minutes minutes() const { return {integer(0)}; }
  [[nodiscard]] Date date() const;

 private:
  Reader(const Json& value, const Reader* parent, std::string name)
      : value_(&value), parent_(parent), name_(std::move(name)) {}
  void expectArray() const;

  const Json* value_;
  const Reader* parent_ = nullptr;
  std::string name_;
};

/// `name` as a JSON Pointer token, with its leading slash.
[[nodiscard]] std::string pointerToken(std::string_view name);

}  // namespace prorata::json
