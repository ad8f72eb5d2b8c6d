#include "writer.hpp"

#include <algorithm>
#include <charconv>

#include "prorata/error.hpp"

namespace prorata::json {
namespace {

constexpr std::size_t usualReply = 2048;

// Ids and names that an answer repeats may be as long as their price list.
constexpr std::size_t longestReply = std::size_t{16} * 1024 * 1024;

bool needsEscape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

constexpr std::size_t longestEscape = 6;

char* writeEscape(char c, char* to) {
  constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt", digits = "0123456789abcdef";
  const std::size_t index = named.find(c);
  *to++ = '\\';
  if (index != std::string_view::npos) {
    *to++ = names[index];
    return to;
  }
  const std::size_t code = static_cast<unsigned char>(c);
  for (const char digit : {'u', '0', '0', digits[code / 16], digits[code % 16]}) *to++ = digit;
  return to;
}

}  // namespace

// A reply is made in hundreds of small steps, so this is a bare buffer: a std::string looks after its end at each.
void Writer::grow(std::size_t bytes) {
  if (size_ + bytes > longestReply) throw PricingError(ErrorCode::outOfRange, "", "The answer is longer than 16 MiB.");
  capacity_ = std::min(std::max({usualReply, capacity_ * 2, size_ + bytes}), longestReply);
  std::unique_ptr<char[]> larger(new char[capacity_]);
  std::copy_n(text_.get(), size_, larger.get());
  text_ = std::move(larger);
}

Writer& Writer::append(std::string_view json) {
  return writtenUpTo(std::copy(json.begin(), json.end(), room(json.size())));
}

// The byte before tells whether a comma is due: no value ends in an opening bracket, since a string ends in its quote.
Writer& Writer::item() {
  const char before = text_[size_ - 1];
  return before == '{' || before == '[' ? *this : append(",");
}

Writer& Writer::member(std::string_view name) {
  item();
  char* to = room(name.size() + 3);
  *to++ = '"';
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to++ = ':';
  return writtenUpTo(to);
}

Writer& Writer::memberOfAnyName(std::string_view name) { return item().string(name).append(":"); }

Writer& Writer::string(std::string_view text) {
  char* to = room(text.size() * longestEscape + 2);
  *to++ = '"';
  // Nearly every text has nothing to escape.
  for (auto rest = text.begin(); rest != text.end();) {
    const auto* const plainEnd = std::find_if(rest, text.end(), needsEscape);
    to = std::copy(rest, plainEnd, to);
    rest = plainEnd;
    if (rest != text.end()) to = writeEscape(*rest++, to);
  }
  *to++ = '"';
  return writtenUpTo(to);
}

Writer& Writer::number(std::string_view name, std::int64_t number) {
  constexpr std::size_t mostDigits = 20;
  member(name);
  char* const at = room(mostDigits);
  return writtenUpTo(std::to_chars(at, at + mostDigits, number).ptr);
}

Writer& Writer::text(std::string_view name, std::string_view text) { return member(name).string(text); }

Writer& Writer::flag(std::string_view name, bool flag) { return member(name).append(flag ? "true" : "false"); }

Writer& Writer::date(std::string_view name, Date date) { return text(name, toString(date)); }

Writer& Writer::month(std::string_view name, Month month) { return text(name, toString(month)); }

Writer& Writer::null(std::string_view name) { return member(name).append("null"); }

}  // namespace prorata::json
