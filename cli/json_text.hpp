#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

/// JSON as text: where values begin and end, without building them. What a value says is for the library to read.
namespace prorata::cli {

/// The text is no JSON from this byte on.
class NotJson final : public std::exception {
 public:
  explicit NotJson(std::size_t offset) : offset_(offset) {}
  [[nodiscard]] std::size_t offset() const noexcept { return offset_; }
  [[nodiscard]] const char* what() const noexcept override { return "This is not JSON."; }

 private:
  std::size_t offset_;
};

/// Reads on through a text, strictly by RFC 8259, whatever its depth; throws NotJson where it is none.
class JsonText {
 public:
  explicit JsonText(std::string_view text) : text_(text) {}

  /// The byte to read next, past white space.
  [[nodiscard]] std::size_t position();
  /// Steps over `c` if it comes next.
  bool take(char c);
  void expect(char c);
  /// A string, its escapes undone.
  [[nodiscard]] std::string string();
  /// Any value: its exact text.
  std::string_view value();
  /// Nothing may follow but white space.
  void end();

  /// `visit(name, value)` for each member of the object that comes next. `value` is its exact text.
  template <class Visit>
  void members(Visit visit) {
    expect('{');
    if (take('}')) return;
    do {
      const std::string name = string();
      expect(':');
      visit(name, value());
    } while (take(','));
    expect('}');
  }
  /// `visit(value)` for each item of the array that comes next.
  template <class Visit>
  void items(Visit visit) {
    expect('[');
    if (take(']')) return;
    do {
      visit(value());
    } while (take(','));
    expect(']');
  }

 private:
  [[noreturn]] void fail() const { throw NotJson(at_); }
  [[nodiscard]] bool atEnd() const { return at_ == text_.size(); }
  [[nodiscard]] char next() const { return atEnd() ? '\0' : text_[at_]; }
  void skipString();
  void skipEscape();
  void skipCharacter();
  void skipNumber();
  void skipDigits();
  void skipWord(std::string_view word);

  std::string_view text_;
  std::size_t at_ = 0;
};

/// `text` as a JSON string, quotes included. Bytes that are no UTF-8, as a file's name may hold, become U+FFFD.
[[nodiscard]] std::string quoted(std::string_view text);

/// `name` as a JSON Pointer token, with its leading slash.
[[nodiscard]] std::string pointerToken(std::string_view name);

/// How many bytes the UTF-8 character at the start of `text` has; 0 where it is none.
[[nodiscard]] std::size_t utf8Length(std::string_view text) noexcept;

}  // namespace prorata::cli
