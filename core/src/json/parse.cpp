#include "parse.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "prorata/error.hpp"

namespace prorata::json {
namespace {

constexpr std::size_t deepestNesting = 64;

[[noreturn]] void refuse(const std::string& message) { throw PricingError(ErrorCode::invalidJson, "", message); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isOfNumber(char c) { return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }

// Whether these characters of numbers are one, by the grammar of JSON.
bool isNumber(std::string_view text) {
  const auto take = [&](std::string_view any) {
    if (text.empty() || any.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
  };
  const auto takeDigits = [&] {
    const auto digits = std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
    text.remove_prefix(static_cast<std::size_t>(digits));
    return digits > 0;
  };
  take("-");
  if (!take("0") && !takeDigits()) return false;
  if (take(".") && !takeDigits()) return false;
  if (take("eE")) {
    take("+-");
    if (!takeDigits()) return false;
  }
  return text.empty();
}

// The text as nlohmann gets to see it: with a 0 in place of each number. It would make doubles of them, which lose
// digits, and end the whole document at 1e400.
class WithoutNumbers {
 public:
  explicit WithoutNumbers(std::string_view text) : at_(text.data()), end_(at_ + text.size()) { findNumber(' '); }

  [[nodiscard]] bool atEnd() const { return at_ == end_; }
  [[nodiscard]] char current() const { return number_ == at_ ? '0' : *at_; }
  void advance() {
    if (number_ == at_) {
      passed_ = {at_, static_cast<std::size_t>(numberEnd_ - at_)};
      at_ = numberEnd_;
    } else {
      const bool escapes = inString_ && !escaped_ && *at_ == '\\';
      if (*at_ == '"' && !escaped_) inString_ = !inString_;
      escaped_ = escapes;
      ++at_;
    }
    if (!inString_) findNumber(at_[-1]);
  }
  // The number that was passed last.
  [[nodiscard]] std::string_view number() const { return passed_; }

 private:
  // Characters of numbers that together are none stay as they are, for nlohmann to refuse.
  void findNumber(char before) {
    if (atEnd() || isOfNumber(before) || !(isDigit(*at_) || *at_ == '-')) return;
    const char* const end = std::find_if_not(at_, end_, isOfNumber);
    if (!isNumber({at_, static_cast<std::size_t>(end - at_)})) return;
    number_ = at_;
    numberEnd_ = end;
  }

  const char* at_;
  const char* end_;
  // The last number that was found.
  const char* number_ = nullptr;
  const char* numberEnd_ = nullptr;
  std::string_view passed_;
  bool inString_ = false;
  bool escaped_ = false;
};

// The iterator that nlohmann wants.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit Cursor(WithoutNumbers& text) : text_(&text) {}
  char operator*() const { return text_->current(); }
  Cursor& operator++() {
    text_->advance();
    return *this;
  }
  // There is one to compare with, the end.
  friend bool operator!=(const Cursor& here, const Cursor&) { return !here.text_->atEnd(); }

 private:
  WithoutNumbers* text_;
};

// Takes nlohmann's events.
class Builder {
 public:
  Builder(Document& document, const WithoutNumbers& text, std::size_t length)
      : nodes_(document.nodes), text_(text), strings_(new char[length]) {
    document.strings.reset(strings_);
  }

  bool null() { return add(Kind::null, "null"); }
  bool boolean(bool value) { return add(Kind::boolean, value ? "true" : "false"); }
  bool number_integer(std::int64_t) { return addNumber(); }
  bool number_unsigned(std::uint64_t) { return addNumber(); }
  bool number_float(double, const std::string&) { return addNumber(); }
  bool string(std::string& value) { return addString(value); }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Kind::object); }
  bool key(std::string& name) { return addString(name); }
  bool end_object() {
    expectUniqueNames(open_[depth_ - 1]);
    return close();
  }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { refuse("This is not JSON."); }

 private:
  bool add(Kind kind, std::string_view text) {
    nodes_.push_back({text, kind});
    return true;
  }
  bool addNumber() { return add(Kind::number, text_.number()); }
  // A string is never longer than it was written, so all of them have room.
  bool addString(const std::string& value) {
    char* const kept = strings_;
    strings_ = std::copy(value.begin(), value.end(), kept);
    return add(Kind::string, {kept, value.size()});
  }
  bool open(Kind kind) {
    if (depth_ == deepestNesting) refuse("The document is nested deeper than 64.");
    open_[depth_++] = nodes_.size();
    return add(kind, {});
  }
  bool close() {
    const std::size_t opened = open_[--depth_];
    nodes_[opened].size = static_cast<std::uint32_t>(nodes_.size() - opened);
    return true;
  }
  void expectUniqueNames(std::size_t object) {
    names_.clear();
    for (std::size_t i = object + 1; i < nodes_.size(); i += 1 + nodes_[i + 1].size) names_.push_back(nodes_[i].text);
    // The heap sort, because it is small.
    std::make_heap(names_.begin(), names_.end());
    std::sort_heap(names_.begin(), names_.end());
    const auto twice = std::adjacent_find(names_.begin(), names_.end());
    if (twice != names_.end()) refuse("The member \"" + std::string(*twice) + "\" is named twice.");
  }

  std::vector<Node>& nodes_;
  const WithoutNumbers& text_;
  char* strings_;
  std::array<std::size_t, deepestNesting> open_{};
  std::size_t depth_ = 0;
  std::vector<std::string_view> names_;
};

}  // namespace

const Node* find(const Node& object, std::string_view name) noexcept {
  if (object.kind != Kind::object) return nullptr;
  for (const Node* member = object.begin(); member != object.end(); member = member->end()->end()) {
    if (member->text == name) return member->end();
  }
  return nullptr;
}

Document parse(std::string_view text, std::size_t most) {
  if (text.size() > most) refuse("The document is larger than 1 MiB.");
  // nlohmann takes a NUL for the end of the text.
  if (text.find('\0') != std::string_view::npos) refuse("This is not JSON.");
  Document document;
  WithoutNumbers shown(text);
  Builder builder(document, shown, text.size());
  nlohmann::json::sax_parse(Cursor(shown), Cursor(shown), &builder);
  return document;
}

}  // namespace prorata::json
