#include <algorithm>
#include <string>
#include <vector>

#include "documents.hpp"
#include "number.hpp"

namespace prorata::json {
namespace {

constexpr std::size_t mostListed = 1000;

// JavaScript orders strings by UTF-16 code units. In UTF-8 that is the order of bytes, but for characters past U+FFFF
// (lead bytes F0 to F4): their surrogates sort before U+E000 to U+FFFF (lead bytes EE and EF).
bool codeUnitLess(std::string_view a, std::string_view b) {
  const auto rank = [](char c) {
    const int byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) return byte - 2;
    return byte >= 0xEE ? byte + 5 : byte;
  };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return rank(x) < rank(y); });
}

// Of values that hold no others. Numbers go by value, 1 and 1.0 are the same; all that we write are whole.
bool isSame(const Node& expected, const Node& actual) {
  if (expected.kind != actual.kind) return false;
  if (expected.kind != Kind::number) return expected.text == actual.text;
  const Number number = Number::of(actual.text);
  return number.kind == Number::Kind::whole && number.value == Number::of(expected.text).value;
}

void writeValue(Writer& json, const Node& value) {
  if (value.kind == Kind::object) {
    json.object([&] {
      for (const Node* name = value.begin(); name != value.end(); name = name->end()->end())
        writeValue(json.memberOfAnyName(name->text), *name->end());
    });
  } else if (value.kind == Kind::array) {
    json.array([&] {
      for (const Node* item = value.begin(); item != value.end(); item = item->end()) writeValue(json.item(), *item);
    });
  } else if (value.kind == Kind::string) {
    json.string(value.text);
  } else {
    json.append(value.text);
  }
}

// Counts the differences, keeps the first of them.
class Differences {
 public:
  // Either side may be missing, never both.
  void compare(const std::string& token, const Node* expected, const Node* actual) {
    const std::size_t above = path_.size();
    path_ += token;
    const bool both = expected != nullptr && actual != nullptr;
    if (both && expected->kind == Kind::object && actual->kind == Kind::object) {
      compareObjects(*expected, *actual);
    } else if (both && expected->kind == Kind::array && actual->kind == Kind::array) {
      compareArrays(*expected, *actual);
    } else if (!both || !isSame(*expected, *actual)) {
      add(expected, actual);
    }
    path_.resize(above);
  }

  void write(Writer& json, std::size_t most) {
    std::sort_heap(first_.begin(), first_.end(), byPath);
    std::size_t listed = 0;
    json.flag("valid", found_ == 0).array("differences", [&] {
      for (const Difference& difference : first_) {
        const std::size_t before = json.written().size();
        json.item().object([&] {
          json.text("path", difference.path);
          if (difference.expected != nullptr) writeValue(json.member("expected"), *difference.expected);
          if (difference.actual != nullptr) writeValue(json.member("actual"), *difference.actual);
        });
        if (listed > 0 && json.written().size() > most) return json.cutTo(before);
        ++listed;
      }
    });
    if (listed < found_) json.number("more", static_cast<std::int64_t>(found_ - listed));
  }

 private:
  struct Difference {
    std::string path;
    const Node* expected;
    const Node* actual;
  };
  static bool byPath(const Difference& a, const Difference& b) { return codeUnitLess(a.path, b.path); }

  void add(const Node* expected, const Node* actual) {
    ++found_;
    if (first_.size() == mostListed) {
      if (!codeUnitLess(path_, first_.front().path)) return;
      std::pop_heap(first_.begin(), first_.end(), byPath);
      first_.pop_back();
    }
    first_.push_back({path_, expected, actual});
    std::push_heap(first_.begin(), first_.end(), byPath);
  }

  void compareObjects(const Node& expected, const Node& actual) {
    for (const Node* name = expected.begin(); name != expected.end(); name = name->end()->end())
      compare(pointerToken(name->text), name->end(), find(actual, name->text));
    for (const Node* name = actual.begin(); name != actual.end(); name = name->end()->end()) {
      if (find(expected, name->text) == nullptr) compare(pointerToken(name->text), nullptr, name->end());
    }
  }

  void compareArrays(const Node& expected, const Node& actual) {
    const Node* left = expected.begin();
    const Node* right = actual.begin();
    for (std::size_t i = 0; left != expected.end() || right != actual.end(); ++i) {
      const Node* const a = left != expected.end() ? left : nullptr;
      const Node* const b = right != actual.end() ? right : nullptr;
      compare('/' + std::to_string(i), a, b);
      if (a != nullptr) left = a->end();
      if (b != nullptr) right = b->end();
    }
  }

  std::string path_;
  std::size_t found_ = 0;
  // A heap whose front is the last of them.
  std::vector<Difference> first_;
};

// Whether a quote was made with the same price list; figures of another one have nothing to be compared with.
bool hasSameCatalog(const Node& expected, const Node& actual) {
  const Node* const catalog = find(actual, "catalog");
  if (catalog == nullptr) return false;
  for (const char* name : {"id", "version"}) {
    const Node* const member = find(*catalog, name);
    if (member == nullptr || !isSame(*find(*find(expected, "catalog"), name), *member)) return false;
  }
  return true;
}

}  // namespace

void writeVerification(Writer& json, const Node& expected, const Node* actual, std::size_t most) {
  Differences found;
  if (actual == nullptr || actual->kind != Kind::object || hasSameCatalog(expected, *actual)) {
    found.compare("", &expected, actual);
  } else {
    found.compare("/catalog", find(expected, "catalog"), find(*actual, "catalog"));
  }
  found.write(json, most);
}

}  // namespace prorata::json
