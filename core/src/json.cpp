#include "prorata/json.hpp"

#include "builtin_catalogs.hpp"
#include "json/documents.hpp"
#include "json/object.hpp"

namespace prorata::json {
namespace {

// Whatever is wrong with a price list is a fault of that document, not of a request.
[[noreturn]] void blameCatalog(const PricingError& error) {
  throw PricingError(ErrorCode::invalidCatalog, error.path(), error.what());
}

Json quoteDocument(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writeQuote(catalog, prorata::quote(catalog, readQuoteRequest(catalog, Reader(given))));
}

}  // namespace

std::string builtInCatalogs() {
  Json ids = Json::array();
  for (const BuiltInCatalog& builtIn : builtInCatalogDocuments()) ids.push_back(builtIn.id);
  return ids.dump();
}

Catalog builtInCatalog(std::string_view id) {
  for (const BuiltInCatalog& builtIn : builtInCatalogDocuments()) {
    if (builtIn.id == id) return readCatalog(builtIn.document);
  }
  throw PricingError(ErrorCode::unknownCatalog, "", "There is no built-in catalog of this name.");
}

Catalog readCatalog(std::string_view document) {
  try {
    return readCatalog(Reader(parse(document)));
  } catch (const PricingError& error) {
    blameCatalog(error);
  }
}

Catalog openCatalog(std::string_view text) {
  Json given;
  try {
    given = parse(text);
    if (!given.is_string()) return readCatalog(Reader(given));
  } catch (const PricingError& error) {
    blameCatalog(error);
  }
  return builtInCatalog(given.get_ref<const std::string&>());
}

std::string catalog(const Catalog& catalog) { return writeCatalog(catalog).dump(); }

std::string quote(const Catalog& catalog, std::string_view request) { return quoteDocument(catalog, request).dump(); }

std::string verify(const Catalog& catalog, std::string_view request, std::string_view quote) {
  const Json expected = quoteDocument(catalog, request);
  std::optional<Json> actual;
  try {
    actual = parse(quote);
  } catch (const PricingError&) {
    // Not JSON, too deep or too long: it differs as a whole.
  }
  return writeVerification(expected, actual).dump();
}

std::string purchase(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writePurchase(catalog, prorata::purchase(catalog, readQuoteRequest(catalog, Reader(given)))).dump();
}

std::string settle(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writeSettlement(catalog, prorata::settle(catalog, readSettleRequest(catalog, Reader(given)))).dump();
}

std::string convert(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writeConversion(prorata::convert(catalog, readConvertRequest(Reader(given)))).dump();
}

std::string equivalents(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writeEquivalents(prorata::equivalents(catalog, readEquivalentsRequest(Reader(given)))).dump();
}

std::string cover(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writeCoverage(catalog, prorata::cover(catalog, readCoverRequest(catalog, Reader(given)))).dump();
}

std::string compare(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writeComparison(catalog, prorata::compare(catalog, readCompareRequest(catalog, Reader(given)))).dump();
}

std::string optimize(const Catalog& catalog, std::string_view request) {
  const Json given = parse(request);
  return writePurchasePlan(catalog, prorata::optimize(catalog, readOptimizeRequest(catalog, Reader(given)))).dump();
}

std::string error(const PricingError& error) {
  return Object()
      .text("code", toString(error.code()))
      .text("path", error.path())
      .text("message", error.what())
      .take()
      .dump();
}

}  // namespace prorata::json
