// Every golden case of tests/vectors, answered by the native core.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

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

/// The schema of each reply.
const std::map<std::string, std::string> replies{
    {"load", "catalog.json#/$defs/Catalog"},           {"quote", "quote.json#/$defs/Quote"},
    {"purchase", "purchase.json#/$defs/Purchase"},     {"settle", "settle.json#/$defs/Settlement"},
    {"convert", "convert.json#/$defs/Conversion"},     {"equivalents", "convert.json#/$defs/Equivalents"},
    {"cover", "cover.json#/$defs/Coverage"},           {"compare", "compare.json#/$defs/Comparison"},
    {"optimize", "optimize.json#/$defs/PurchasePlan"}, {"verify", "verify.json#/$defs/Verification"},
};

/// A part of a schema, and the file that its references start from.
struct Schema {
  std::string file;
  const json* part;
};

/// Which members the schemas name; whether values are right by them is looked at in the tests of the npm package.
class Schemas {
 public:
  std::string unnamedMembers(const std::string& verb, const json& reply) {
    return unnamedMembers({referredTo(replies.at(verb), "")}, reply, json::json_pointer());
  }

 private:
  std::string unnamedMembers(const std::vector<Schema>& schemas, const json& value, const json::json_pointer& at) {
    std::vector<Schema> spread;
    for (const Schema& schema : schemas) addAlternatives(schema, spread);
    std::string found;
    if (value.is_array())
      for (std::size_t i = 0; i < value.size(); ++i)
        found += unnamedMembers(within(spread, {"items"}), value[i], at / i);
    if (value.is_object()) {
      for (const auto& [name, member] : value.items()) {
        std::vector<Schema> named = within(spread, {"properties", name});
        if (named.empty()) named = within(spread, {"additionalProperties"});
        found += isClosed(named) ? (at / name).to_string() + " is not in the schema\n"
                                 : unnamedMembers(named, member, at / name);
      }
    }
    return found;
  }

  /// No member stands where the schema says `false`.
  static bool isClosed(const std::vector<Schema>& schemas) {
    return std::any_of(schemas.begin(), schemas.end(), [](const Schema& schema) { return *schema.part == false; });
  }

  /// With what a schema refers to, and with each of its alternatives.
  void addAlternatives(const Schema& schema, std::vector<Schema>& all) {
    all.push_back(schema);
    for (const auto& reference : within({schema}, {"$ref"}))
      addAlternatives(referredTo(*reference.part, schema.file), all);
    for (const char* word : {"allOf", "anyOf", "oneOf"})
      for (const auto& list : within({schema}, {word}))
        for (const json& each : *list.part) addAlternatives({schema.file, &each}, all);
  }

  /// What schemas hold under one word inside the other, where they do.
  static std::vector<Schema> within(const std::vector<Schema>& schemas, const std::vector<std::string>& words) {
    std::vector<Schema> found;
    for (auto [file, part] : schemas) {
      for (const std::string& word : words) {
        if (part != nullptr) part = part->is_object() && part->contains(word) ? &part->at(word) : nullptr;
      }
      if (part != nullptr) found.push_back({file, part});
    }
    return found;
  }

  Schema referredTo(const std::string& reference, const std::string& from) {
    const std::size_t hash = reference.find('#');
    const std::string file = hash == 0 ? from : reference.substr(0, hash);
    if (files_.count(file) == 0)
      files_[file] = json::parse(std::ifstream(fs::path(VECTORS_DIR) / "../../core/schema" / file));
    return {file, &files_.at(file).at(json::json_pointer(reference.substr(hash + 1)))};
  }

  std::map<std::string, json> files_;
};

}  // namespace

TEST_CASE("every golden vector holds natively, and no answer has a member that its schema lacks") {
  Schemas schemas;
  for (const auto& folder : fs::directory_iterator(VECTORS_DIR)) {
    if (!folder.is_directory()) continue;
    const auto verb = folder.path().filename().string();
    std::size_t count = 0;
    for (const auto& file : fs::directory_iterator(folder)) {
      CAPTURE(file.path().string());
      const auto vector = json::parse(std::ifstream(file.path()));
      CAPTURE(vector.at("name"), vector.at("why"));
      const auto kind = vector.contains("error") ? "error" : "expect";
      const auto given = answer(verb, vector);
      CHECK(mismatches({{kind, vector.at(kind)}}, given) == "");
      if (given.contains("expect")) CHECK(schemas.unnamedMembers(verb, given.at("expect")) == "");
      ++count;
    }
    CAPTURE(verb);
    CHECK(count > 0);
  }
  for (const auto& [verb, method] : verbs) CHECK(fs::is_directory(fs::path(VECTORS_DIR) / verb));
}

TEST_CASE("a member that no schema names is found wherever it lies") {
  const json request{{"on", "2024-08-16"}, {"account", {{"plan", "basic"}}}, {"plan", "flagship"}};
  const json quote = answer("quote", {{"request", request}}).at("expect");
  for (const char* place : {"/other", "/planChange/other", "/lines/1/other", "/quota/other", "/renewal/other"}) {
    json other = quote;
    other[json::json_pointer(place)] = 1;
    CHECK(Schemas().unnamedMembers("quote", other) == std::string(place) + " is not in the schema\n");
  }
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
