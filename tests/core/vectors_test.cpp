// Every golden case of tests/vectors, answered by the native core.

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "prorata/json.hpp"

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

prorata::Catalog catalogOf(const json& vector) {
  return prorata::json::openCatalog(vector.value("catalog", json("easemob-cn")).dump());
}

/// A verb that takes a request alone.
using Verb = std::string (*)(const prorata::Catalog&, std::string_view);
auto of(Verb verb) {
  return [verb](const json& vector) { return verb(catalogOf(vector), vector.at("request").dump()); };
}

const std::map<std::string, std::function<std::string(const json&)>> verbs{
    {"load",
     [](const json& vector) {
       return prorata::json::catalog(prorata::json::openCatalog(vector.at("request").dump()));
     }},
    {"quote", of(prorata::json::quote)},
    {"purchase", of(prorata::json::purchase)},
    {"settle", of(prorata::json::settle)},
    {"convert", of(prorata::json::convert)},
    {"equivalents", of(prorata::json::equivalents)},
    {"cover", of(prorata::json::cover)},
    {"compare", of(prorata::json::compare)},
    {"optimize", of(prorata::json::optimize)},
    {"verify",
     [](const json& vector) {
       return prorata::json::verify(catalogOf(vector), vector.at("request").dump(), vector.at("quote").dump());
     }},
};

/// The reply as {"expect": ...}, or {"error": {"code", "path"}}: the two things a vector can ask for.
json answer(const std::string& verb, const json& vector) {
  try {
    return {{"expect", json::parse(verbs.at(verb)(vector))}};
  } catch (const prorata::PricingError& error) {
    return {{"error", {{"code", toString(error.code())}, {"path", error.path()}}}};
  }
}

/// Calls `visit(verb, vector)` for each golden case.
template <class Visit>
void eachVector(Visit visit) {
  for (const auto& folder : fs::directory_iterator(VECTORS_DIR)) {
    if (!folder.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(folder)) {
      CAPTURE(file.path().string());
      visit(folder.path().filename().string(), json::parse(std::ifstream(file.path())));
    }
  }
}

/// The same for the whole of each golden request that is answered, and for the built-in price lists as documents.
template <class Visit>
void eachAnsweredRequest(Visit visit) {
  eachVector([&](const std::string& verb, const json& vector) {
    if (vector.contains("expect")) visit(verb, vector);
  });
  for (const auto& file : fs::directory_iterator(fs::path(VECTORS_DIR) / "../../core/catalogs")) {
    CAPTURE(file.path().string());
    visit("load", json{{"request", json::parse(std::ifstream(file.path()))}});
  }
}

/// Calls `visit(place)` for each value inside, and for the whole.
template <class Visit>
void eachPlace(const json& value, Visit visit, const json::json_pointer& at = json::json_pointer()) {
  visit(at);
  if (value.is_object())
    for (const auto& [name, member] : value.items()) eachPlace(member, visit, at / name);
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) eachPlace(value[i], visit, at / i);
}

/// The error that a golden request gives once it is changed at a place.
json errorAfter(const std::string& verb, json vector, const json::json_pointer& place, const json& value) {
  vector["request"][place] = value;
  return answer(verb, vector).value("error", json("none"));
}

/// Where `actual` is not what `expect` says, or nothing. Members that `expect` does not name are not looked at.
std::string mismatches(const json& expect, const json& actual, const json::json_pointer& at = json::json_pointer()) {
  std::string found;
  if (expect.is_object() && actual.is_object()) {
    for (const auto& [name, value] : expect.items()) {
      found += actual.contains(name) ? mismatches(value, actual.at(name), at / name)
                                     : (at / name).to_string() + " is missing\n";
    }
  } else if (expect.is_array() && actual.is_array() && expect.size() == actual.size()) {
    for (std::size_t i = 0; i < expect.size(); ++i) found += mismatches(expect[i], actual[i], at / i);
  } else if (expect != actual) {
    found = at.to_string() + " is " + actual.dump() + ", not " + expect.dump() + '\n';
  }
  return found;
}

}  // namespace

TEST_CASE("every golden vector holds natively") {
  for (const auto& folder : fs::directory_iterator(VECTORS_DIR)) {
    if (!folder.is_directory()) continue;
    const auto verb = folder.path().filename().string();
    std::size_t count = 0;
    for (const auto& file : fs::directory_iterator(folder)) {
      CAPTURE(file.path().string());
      const auto vector = json::parse(std::ifstream(file.path()));
      CAPTURE(vector.at("name"), vector.at("why"));
      const auto kind = vector.contains("error") ? "error" : "expect";
      CHECK(mismatches({{kind, vector.at(kind)}}, answer(verb, vector)) == "");
      ++count;
    }
    CAPTURE(verb);
    CHECK(count > 0);
  }
  for (const auto& [verb, method] : verbs) CHECK(fs::is_directory(fs::path(VECTORS_DIR) / verb));
}

TEST_CASE("whatever a golden request holds, a member beside it that nothing reads is refused where it lies") {
  eachAnsweredRequest([](const std::string& verb, const json& vector) {
    const auto code = verb == "load" ? "invalid_catalog" : "unknown_field";
    eachPlace(vector.at("request"), [&](const json::json_pointer& place) {
      if (!vector.at("request").at(place).is_object()) return;
      const auto other = place / "other";
      CHECK(errorAfter(verb, vector, other, 1) == json{{"code", code}, {"path", other.to_string()}});
    });
  });
}

TEST_CASE("whatever a golden request holds, null in its place is refused where it lies") {
  eachAnsweredRequest([](const std::string& verb, const json& vector) {
    const auto code = verb == "load" ? "invalid_catalog" : "invalid_type";
    eachPlace(vector.at("request"), [&](const json::json_pointer& place) {
      if (place.to_string() == "/$schema") return;  // for editors
      CHECK(errorAfter(verb, vector, place, nullptr) == json{{"code", code}, {"path", place.to_string()}});
    });
  });
}
