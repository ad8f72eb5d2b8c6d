#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "parse.hpp"
#include "prorata/calendar.hpp"
#include "prorata/error.hpp"
#include "prorata/money.hpp"

/// Strict reading of JSON: every fault becomes a PricingError that knows where it lies.
namespace prorata::json {

/// A value in a document. Lives no longer than the document.
class Reader {
 public:
  explicit Reader(const Document& document) : Reader(document.root(), document.root()) {}

  [[nodiscard]] bool isText() const noexcept { return value_->kind == Kind::string; }
  /// JSON Pointer to this value.
  [[nodiscard]] std::string path() const;
  [[noreturn]] void fail(ErrorCode code, const std::string& message) const;

  /// Checks that this is an object without members other than these.
  void expectMembers(std::initializer_list<std::string_view> known) const;
  void expectObject() const;
  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// The member; missing_field where it belongs when there is none.
  [[nodiscard]] Reader at(std::string_view name) const;
  /// `read(member)` when there is such a member.
  template <class Read>
  auto maybe(std::string_view name, Read read) const -> std::optional<decltype(read(std::declval<Reader>()))> {
    const Node* member = find(name);
    if (member == nullptr) return std::nullopt;
    return read(Reader(*root_, *member));
  }
  /// `visit(name, member)` for each member of an object.
  template <class Visit>
  void eachMember(Visit visit) const {
    expectObject();
    for (const Node* name = value_->begin(); name != value_->end(); name = name->end()->end())
      visit(name->text, Reader(*root_, *name->end()));
  }
  /// `visit(item)` for each item of an array.
  template <class Visit>
  void eachItem(Visit visit) const {
    expectArray();
    for (const Node* item = value_->begin(); item != value_->end(); item = item->end()) visit(Reader(*root_, *item));
  }
  /// The array of what `read(item)` answers for each item.
  template <class Read>
  auto items(Read read) const {
    std::vector<decltype(read(std::declval<Reader>()))> all;
    eachItem([&](const Reader& item) { all.push_back(read(item)); });
    return all;
  }

  [[nodiscard]] std::string_view text() const;
  /// invalid_value when empty.
  [[nodiscard]] std::string_view nonEmptyText() const;
  /// invalid_value when it is anything but true.
  void expectTrue() const;
  /// A whole number: invalid_type for anything else, out_of_range outside [least, most].
  [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most = largestInteger) const;
  [[nodiscard]] Minutes minutes() const { return {integer(0)}; }
  [[nodiscard]] Date date() const;

 private:
  Reader(const Node& root, const Node& value) : root_(&root), value_(&value) {}
  void expectArray() const;
  [[nodiscard]] const Node* find(std::string_view name) const { return json::find(*value_, name); }

  const Node* root_;
  const Node* value_;
};

/// `name` as a JSON Pointer token, with its leading slash.
[[nodiscard]] std::string pointerToken(std::string_view name);

}  // namespace prorata::json
