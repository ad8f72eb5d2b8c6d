// Coverage-guided, structure-aware fuzzing of every verb and of price lists. An input is a golden case of tests/vectors
// with its verb: {"verb", "catalog", "request", "quote"}; of whatever else it holds nothing is read.
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "mutate.hpp"
#include "oracles.hpp"
#include "prorata/json.hpp"

namespace {

using nlohmann::json;
namespace core = prorata::json;

using Verb = std::string (*)(const prorata::Catalog&, std::string_view);

const std::map<std::string, Verb> verbs{{"quote", core::quote},     {"purchase", core::purchase},
                                        {"settle", core::settle},   {"convert", core::convert},
                                        {"cover", core::cover},     {"equivalents", core::equivalents},
                                        {"compare", core::compare}, {"optimize", core::optimize}};

void answer(const std::string& verb, const json& input) {
  const std::string request = input.value("request", json()).dump();
  if (verb == "load") {
    static_cast<void>(core::catalog(core::openCatalog(request)));
    return;
  }
  const prorata::Catalog catalog = core::openCatalog(input.value("catalog", json("easemob-cn")).dump());
  if (verb == "verify") {
    static_cast<void>(core::verify(catalog, request, input.value("quote", json()).dump()));
    return;
  }
  const auto known = verbs.find(verb);
  if (known == verbs.end()) return;
  const json reply = json::parse(known->second(catalog, request));
  if (verb == "quote") fuzz::checkQuote(catalog, request, reply);
  if (verb == "purchase") fuzz::checkQuote(catalog, request, reply.at("quote"));
  if (verb == "cover") fuzz::checkCoverage(input.at("request"), reply);
  if (verb == "compare") fuzz::checkComparison(reply);
  if (verb == "optimize") fuzz::checkPurchasePlan(reply);
  if (verb == "settle") fuzz::checkSettlement(catalog, input.at("request"), reply);
}

json parsed(const uint8_t* data, std::size_t size) { return json::parse(data, data + size, nullptr, false); }

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(uint8_t* data, std::size_t size, std::size_t maxSize);

extern "C" std::size_t LLVMFuzzerCustomMutator(uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned int seed) {
  std::mt19937 random(seed);
  json input = parsed(data, size);
  // Now and then as bytes: the reader has to stand those as well.
  if (!input.is_object() || seed % 16 == 0) return LLVMFuzzerMutate(data, size, maxSize);
  fuzz::mutate(input, random);
  const std::string text = input.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() > maxSize) return size;
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const json input = parsed(data, size);
  try {
    if (input.is_object() && input.value("verb", json()).is_string()) {
      answer(input.at("verb").get<std::string>(), input);
    } else {
      // No case: the bytes themselves as a price list.
      static_cast<void>(core::openCatalog({reinterpret_cast<const char*>(data), size}));
    }
  } catch (const prorata::PricingError&) {
    // An answer as well.
  }
  return 0;
}
