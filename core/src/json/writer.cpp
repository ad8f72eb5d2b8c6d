#include "writer.hpp"

#include <algorithm>
#include <charconv>

namespace prorata::json {
namespace {

bool needsEscape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

}  // namespace

// A reply is made in hundreds of small steps, so this is a bare buffer: a std::string looks after its end at each.
char* Writer::room(std::size_t bytes) {
  if (capacity_ - size_ < bytes) {
    capacity_ = std::max({std::size_t{1024}, capacity_ * 2, size_ + bytes});
    std::unique_ptr<char[]> larger(new char[capacity_]);
    std::copy_n(text_.get(), size_, larger.get());
    text_ = std::move(larger);
  }
  return text_.get() + size_;
}

Writer& Writer::append(std::string_view json) {
  std::copy(json.begin(), json.end(), room(json.size()));
  size_ += json.size();
  return *this;
}

// The byte before tells whether a comma is due: no value ends in an opening bracket, since a string ends in its quote.
Writer& Writer::item() {
  const char before = text_[size_ - 1];
  return before == '{' || before == '[' ? *this : append(",");
}

Writer& Writer::member(std::string_view name) { return item().append("\"").append(name).append("\":"); }

Writer& Writer::memberOfAnyName(std::string_view name) { return item().string(name).append(":"); }

Writer& Writer::string(std::string_view text) {
  append("\"");
  while (true) {
    const auto escape = std::find_if(text.begin(), text.end(), needsEscape);
    const auto plain = static_cast<std::size_t>(escape - text.begin());
    append(text.substr(0, plain));
    if (plain == text.size()) return append("\"");

    constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt", digits = "0123456789abcdef";
    const std::size_t index = named.find(*escape);
    if (index != std::string_view::npos) {
      append("\\").append(names.substr(index, 1));
    } else {
      const auto code = static_cast<std::size_t>(*escape);
      append("\\u00").append(digits.substr(code / 16, 1)).append(digits.substr(code % 16, 1));
    }
    text.remove_prefix(plain + 1);
  }
}

Writer& Writer::number(std::string_view name, std::int64_t number) {
  constexpr std::size_t mostDigits = 20;
  member(name);
  char* const at = room(mostDigits);
  size_ += static_cast<std::size_t>(std::to_chars(at, at + mostDigits, number).ptr - at);
  return *this;
}

Writer& Writer::text(std::string_view name, std::string_view text) { return member(name).string(text); }

Writer& Writer::flag(std::string_view name, bool flag) { return member(name).append(flag ? "true" : "false"); }

Writer& Writer::date(std::string_view name, Date date) { return text(name, toString(date)); }

Writer& Writer::month(std::string_view name, Month month) { return text(name, toString(month)); }

Writer& Writer::null(std::string_view name) { return member(name).append("null"); }

}  // namespace prorata::json
