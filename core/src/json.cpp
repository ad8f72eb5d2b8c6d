#include "prorata/json.hpp"

#include "builtin_catalogs.hpp"
#include "json/documents.hpp"

namespace prorata::json {
namespace {

// Whatever is wrong with a price list is a fault of that document, not of a request.
[[noreturn]] void blameCatalog(const PricingError& error) {
  throw PricingError(ErrorCode::invalidCatalog, error.path(), error.what());
}

template <class Write>
std::string object(Write write) {
  Writer json;
  json.object([&] { write(json); });
  return std::string(json.written());
}

}  // namespace

std::string builtInCatalogs() {
  Writer json;
  json.array([&] {
    for (const BuiltInCatalog& builtIn : builtInCatalogDocuments()) json.item().string(builtIn.id);
  });
  return std::string(json.written());
}

Catalog builtInCatalog(std::string_view id) {
  for (const BuiltInCatalog& builtIn : builtInCatalogDocuments()) {
    if (builtIn.id == id) return readCatalog(builtIn.document);
  }
  throw PricingError(ErrorCode::unknownCatalog, "", "There is no built-in catalog of this name.");
}

Catalog readCatalog(std::string_view document) {
  try {
    const Document given = parse(document);
    return readCatalog(Reader(given));
  } catch (const PricingError& error) {
    blameCatalog(error);
  }
}

Catalog openCatalog(std::string_view text) {
  std::string id;
  try {
    const Document given = parse(text);
    const Reader catalog(given);
    if (!catalog.isText()) return readCatalog(catalog);
    id = catalog.text();
  } catch (const PricingError& error) {
    blameCatalog(error);
  }
  return builtInCatalog(id);
}

std::string catalog(const Catalog& catalog) {
  return object([&](Writer& json) { writeCatalog(json, catalog); });
}

std::string quote(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const Quote quote = prorata::quote(catalog, readQuoteRequest(catalog, Reader(given)));
  return object([&](Writer& json) { writeQuote(json, catalog, quote); });
}

std::string verify(const Catalog& catalog, std::string_view request, std::string_view quote) {
  constexpr std::size_t afterDifferences = 64;
  const std::size_t most = 2 * (request.size() + quote.size()) + 64 * 1024 - afterDifferences;
  const std::string genuine = json::quote(catalog, request);
  const Document expected = parse(genuine, genuine.size());
  std::optional<Document> actual;
  try {
    actual = parse(quote);
  } catch (const PricingError&) {
    // Not JSON, too deep or too long: it differs as a whole.
  }
  return object(
      [&](Writer& json) { writeVerification(json, expected.root(), actual ? &actual->root() : nullptr, most); });
}

std::string purchase(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const Purchase purchase = prorata::purchase(catalog, readQuoteRequest(catalog, Reader(given)));
  return object([&](Writer& json) { writePurchase(json, catalog, purchase); });
}

std::string settle(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const Settlement settlement = prorata::settle(catalog, readSettleRequest(catalog, Reader(given)));
  return object([&](Writer& json) { writeSettlement(json, catalog, settlement); });
}

std::string convert(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const ConvertedUsage usage = prorata::convert(catalog, readConvertRequest(Reader(given)));
  return object([&](Writer& json) { writeConversion(json, usage); });
}

std::string equivalents(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const std::vector<Equivalent> equivalents = prorata::equivalents(catalog, readEquivalentsRequest(Reader(given)));
  return object([&](Writer& json) { writeEquivalents(json, equivalents); });
}

std::string cover(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const Coverage coverage = prorata::cover(catalog, readCoverRequest(catalog, Reader(given)));
  return object([&](Writer& json) { writeCoverage(json, catalog, coverage); });
}

std::string compare(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const Comparison comparison = prorata::compare(catalog, readCompareRequest(catalog, Reader(given)));
  return object([&](Writer& json) { writeComparison(json, catalog, comparison); });
}

std::string optimize(const Catalog& catalog, std::string_view request) {
  const Document given = parse(request);
  const PurchasePlan plan = prorata::optimize(catalog, readOptimizeRequest(catalog, Reader(given)));
  return object([&](Writer& json) { writePurchasePlan(json, catalog, plan); });
}

std::string error(const PricingError& error) {
  return object([&](Writer& json) {
    json.text("code", toString(error.code())).text("path", error.path()).text("message", error.what());
  });
}

}  // namespace prorata::json
