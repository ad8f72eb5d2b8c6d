#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "prorata/calendar.hpp"
#include "prorata/money.hpp"

namespace prorata::json {

/// Writes JSON text from front to back, in the order of the calls.
class Writer {
 public:
  // A member of the object that is open. `name` is one of ours, in which nothing needs an escape.

  Writer& number(std::string_view name, std::int64_t number);
  Writer& text(std::string_view name, std::string_view text);
  Writer& flag(std::string_view name, bool flag);
  Writer& date(std::string_view name, Date date);
  Writer& month(std::string_view name, Month month);
  Writer& null(std::string_view name);
  template <class Unit>
  Writer& number(std::string_view name, Quantity<Unit> quantity) {
    return number(name, quantity.value);
  }
  template <class Unit>
  Writer& numberOrNull(std::string_view name, const std::optional<Quantity<Unit>>& quantity) {
    return quantity ? number(name, quantity->value) : null(name);
  }
  Writer& textOrNull(std::string_view name, const std::optional<std::string_view>& given) {
    return given ? text(name, *given) : null(name);
  }
  Writer& dateOrNull(std::string_view name, const std::optional<Date>& given) {
    return given ? date(name, *given) : null(name);
  }
  /// `write()` writes its members.
  template <class Write>
  Writer& object(std::string_view name, Write write) {
    return member(name).object(write);
  }
  /// `write(*given)` writes its members.
  template <class Given, class Write>
  Writer& objectOrNull(std::string_view name, const std::optional<Given>& given, Write write) {
    if (!given) return null(name);
    return object(name, [&] { write(*given); });
  }
  /// `write()` writes its items.
  template <class Write>
  Writer& array(std::string_view name, Write write) {
    return member(name).array(write);
  }
  /// An array of objects; `write(item)` writes the members of each.
  template <class Items, class Write>
  Writer& array(std::string_view name, const Items& items, Write write) {
    return array(name, [&] {
      for (const auto& each : items) item().object([&] { write(each); });
    });
  }

  // What a value goes after, which one of the next group writes.

  Writer& member(std::string_view name);
  /// A member whose name is data.
  Writer& memberOfAnyName(std::string_view name);
  /// An item of the array that is open.
  Writer& item();

  // A value.

  template <class Write>
  Writer& object(Write write) {
    append("{");
    write();
    return append("}");
  }
  template <class Write>
  Writer& array(Write write) {
    append("[");
    write();
    return append("]");
  }
  Writer& string(std::string_view text);
  /// JSON as it stands.
  Writer& append(std::string_view json);

  [[nodiscard]] std::string_view written() const noexcept { return {text_.get(), size_}; }
  /// Takes back all that was written past the first `size` bytes.
  void cutTo(std::size_t size) noexcept { size_ = size; }

 private:
  // Where so many bytes more may be written.
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return text_.get() + size_;
  }
  void grow(std::size_t bytes);
  // What was written into the room ends here.
  Writer& writtenUpTo(const char* end) {
    size_ = static_cast<std::size_t>(end - text_.get());
    return *this;
  }

  std::unique_ptr<char[]> text_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace prorata::json
