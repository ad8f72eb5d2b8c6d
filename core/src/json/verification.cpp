#include <algorithm>
#include <vector>

#include "documents.hpp"
#include "object.hpp"

namespace prorata::json {
namespace {

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

class Differences {
 public:
  // Either side may be missing, never both.
  void compare(const std::string& path, const Json* expected, const Json* actual) {
    if (expected != nullptr && actual != nullptr) {
      if (expected->is_object() && actual->is_object()) return compareObjects(path, *expected, *actual);
      if (expected->is_array() && actual->is_array()) return compareArrays(path, *expected, *actual);
      // Numbers compare by value whichever way they are written: 1 and 1.0.
      if (*expected == *actual) return;
    }
    differences_.push_back({path, expected, actual});
  }

  [[nodiscard]] Json write() {
    std::sort(differences_.begin(), differences_.end(),
              [](const Difference& a, const Difference& b) { return codeUnitLess(a.path, b.path); });
    const auto write = [](const Difference& difference) {
      Object json;
      json.text("path", difference.path);
      if (difference.expected != nullptr) json.value("expected", *difference.expected);
      if (difference.actual != nullptr) json.value("actual", *difference.actual);
      return json.take();
    };
    return Object().flag("valid", differences_.empty()).value("differences", arrayOf(differences_, write)).take();
  }

 private:
  struct Difference {
    std::string path;
    const Json* expected;
    const Json* actual;
  };

  static const Json* find(const Json& object, const std::string& name) {
    const auto member = object.find(name);
    return member == object.end() ? nullptr : &*member;
  }

  void compareObjects(const std::string& path, const Json& expected, const Json& actual) {
    for (const auto& [name, value] : expected.get_ref<const Json::object_t&>())
      compare(path + pointerToken(name), &value, find(actual, name));
    for (const auto& [name, value] : actual.get_ref<const Json::object_t&>()) {
      if (find(expected, name) == nullptr) compare(path + pointerToken(name), nullptr, &value);
    }
  }

  void compareArrays(const std::string& path, const Json& expected, const Json& actual) {
    for (std::size_t i = 0; i < std::max(expected.size(), actual.size()); ++i)
      compare(path + '/' + std::to_string(i), i < expected.size() ? &expected[i] : nullptr,
              i < actual.size() ? &actual[i] : nullptr);
  }

  std::vector<Difference> differences_;
};

// Whether a quote was made with the same price list; figures of another one have nothing to be compared with.
bool sameCatalog(const Json& expected, const Json& actual) {
  const auto catalog = actual.find("catalog");
  if (catalog == actual.end() || !catalog->is_object()) return false;
  for (const char* name : {"id", "version"}) {
    const auto member = catalog->find(name);
    if (member == catalog->end() || *member != expected["catalog"][name]) return false;
  }
  return true;
}

}  // namespace

Json writeVerification(const Json& expected, const std::optional<Json>& actual) {
  Differences found;
  if (!actual || !actual->is_object()) {
    found.compare("", &expected, actual ? &*actual : nullptr);
  } else if (!sameCatalog(expected, *actual)) {
    const auto catalog = actual->find("catalog");
    found.compare("/catalog", &expected["catalog"], catalog == actual->end() ? nullptr : &*catalog);
  } else {
    found.compare("", &expected, &*actual);
  }
  return found.write();
}

}  // namespace prorata::json
