#include "parse.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "prorata/error.hpp"
#include "sort.hpp"

namespace prorata::json {
namespace {

// A pointer, but of a type of our own: so is the lexer that nlohmann makes for it.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit Cursor(const char* at) : at_(at) {}
  char operator*() const { return *at_; }
  Cursor& operator++() {
    ++at_;
    return *this;
  }
  friend bool operator!=(Cursor a, Cursor b) { return a.at_ != b.at_; }

 private:
  const char* at_;
};

using Input = decltype(nlohmann::detail::input_adapter(std::declval<Cursor>(), std::declval<Cursor>()));
using Lexer = nlohmann::detail::lexer<nlohmann::json, Input>;

}  // namespace
}  // namespace prorata::json

// A number is what its text says. nlohmann's lexer makes a double of it first, which ends the document at 1e400, and
// only then hands over the text: ours makes nothing of it.
template <>
[[gnu::nonnull]] void prorata::json::Lexer::strtof(double& number, const char* text, char** end) noexcept {
  number = 0;
  *end = const_cast<char*>(text) + std::strlen(text);  // as for std::strtod
}

// Nobody is shown the text at fault, and printf, which would write it, is large.
template <>
std::string prorata::json::Lexer::get_token_string() const {
  return {};
}

namespace prorata::json {
namespace {

constexpr std::size_t deepestNesting = 64;
constexpr std::size_t usualNode = 8;  // bytes of text

[[noreturn]] void refuse(const std::string& message) { throw PricingError(ErrorCode::invalidJson, "", message); }

// Takes nlohmann's events.
class Builder {
 public:
  Builder(Document& document, std::size_t length)
      : nodes_(document.nodes), texts_(new char[length]), textsEnd_(texts_ + length) {
    document.texts.reset(texts_);
    nodes_.reserve(length / usualNode + 1);
  }

  bool null() { return add(Kind::null, "null"); }
  bool boolean(bool value) { return add(Kind::boolean, value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return addInteger(value); }
  bool number_unsigned(std::uint64_t value) { return addInteger(value); }
  bool number_float(double, const std::string& spelled) {
    char* const kept = texts_;
    addText(Kind::number, spelled);
    // The lexer writes the point as the locale does.
    std::replace_if(
        kept, texts_, [](char c) { return !isOfNumber(c); }, '.');
    return true;
  }
  bool string(std::string& value) { return addText(Kind::string, value); }
  bool binary(nlohmann::json::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(Kind::object); }
  bool key(std::string& name) { return addText(Kind::string, name); }
  bool end_object() {
    expectUniqueNames(open_[depth_ - 1]);
    return close();
  }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { refuse("This is not JSON."); }

 private:
  static bool isOfNumber(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == 'e' || c == 'E'; }

  bool add(Kind kind, std::string_view text) {
    nodes_.push_back({text, kind});
    return true;
  }
  // No text is longer than it was in the document, so all of them have room.
  bool addText(Kind kind, const std::string& text) {
    char* const kept = texts_;
    texts_ = std::copy(text.begin(), text.end(), kept);
    return add(kind, {kept, text.size()});
  }
  template <class Integer>
  bool addInteger(Integer value) {
    char* const kept = texts_;
    texts_ = std::to_chars(kept, textsEnd_, value).ptr;
    return add(Kind::number, {kept, static_cast<std::size_t>(texts_ - kept)});
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
    sort(names_, std::less<>());
    const auto twice = std::adjacent_find(names_.begin(), names_.end());
    if (twice != names_.end()) refuse("The member \"" + std::string(*twice) + "\" is named twice.");
  }

  std::vector<Node>& nodes_;
  char* texts_;
  char* textsEnd_;
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
  // nlohmann passes over it.
  if (text.substr(0, 3) == "\xEF\xBB\xBF") refuse("The document begins with a byte order mark.");
  Document document;
  Builder builder(document, text.size());
  Input input(Cursor(text.data()), Cursor(text.data() + text.size()));
  nlohmann::detail::parser<nlohmann::json, Input>(Input(input)).sax_parse(&builder);
  return document;
}

}  // namespace prorata::json
