#include "prorata/json.hpp"

#include <new>

#include "builtin_catalogs.hpp"
#include "json/documents.hpp"

namespace prorata::json {
namespace {

constexpr const char* outOfMemory = "There is not enough memory to answer this.";

// Whatever is wrong with a price list is a fault of that document, not of a request.
template <class Read>
Catalog blamingDocument(Read read) {
  try {
    return read();
  } catch (const PricingError& error) {
    if (error.code() == ErrorCode::unknownCatalog) throw;
    throw PricingError(ErrorCode::invalidCatalog, error.path(), error.what());
  } catch (const std::bad_alloc&) {
    throw PricingError(ErrorCode::invalidCatalog, "", outOfMemory);
  }
}

// An object whose members `write(reply)` writes.
template <class Write>
std::string reply(Write write) {
  try {
    Writer json;
    json.object([&] { write(json); });
    return std::string(json.written());
  } catch (const std::bad_alloc&) {
    throw PricingError(ErrorCode::outOfRange, "", outOfMemory);
  }
}

// Reads a request, asks what it asks for and writes what comes of it.
using Verb = void (*)(Writer& json, const Catalog& catalog, const Reader& request);

std::string answer(const Catalog& catalog, std::string_view request, Verb verb) {
  return reply([&](Writer& json) {
    const Document given = parse(request);
    verb(json, catalog, Reader(given));
  });
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
  return blamingDocument([&] {
    const Document given = parse(document);
    return readCatalog(Reader(given));
  });
}

Catalog openCatalog(std::string_view text) {
  return blamingDocument([&] {
    const Document given = parse(text);
    const Reader catalog(given);
    return catalog.isText() ? builtInCatalog(catalog.text()) : readCatalog(catalog);
  });
}

std::string catalog(const Catalog& catalog) {
  return reply([&](Writer& json) { writeCatalog(json, catalog); });
}

std::string quote(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writeQuote(json, prices, prorata::quote(prices, readQuoteRequest(prices, given)));
  });
}

std::string verify(const Catalog& catalog, std::string_view request, std::string_view quote) {
  constexpr std::size_t afterDifferences = 64;
  const std::size_t most = 2 * (request.size() + quote.size()) + (std::size_t{64} << 10) - afterDifferences;
  const std::string genuine = json::quote(catalog, request);
  return reply([&](Writer& json) {
    const Document expected = parse(genuine, genuine.size());
    std::optional<Document> actual;
    try {
      actual = parse(quote);
    } catch (const PricingError&) {
      // Not JSON, too deep or too long: it differs as a whole.
    }
    writeVerification(json, expected.root(), actual ? &actual->root() : nullptr, most);
  });
}

std::string purchase(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writePurchase(json, prices, prorata::purchase(prices, readQuoteRequest(prices, given)));
  });
}

std::string settle(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writeSettlement(json, prices, prorata::settle(prices, readSettleRequest(prices, given)));
  });
}

std::string convert(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writeConversion(json, prorata::convert(prices, readConvertRequest(given)));
  });
}

std::string equivalents(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writeEquivalents(json, prorata::equivalents(prices, readEquivalentsRequest(given)));
  });
}

std::string cover(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writeCoverage(json, prices, prorata::cover(prices, readCoverRequest(prices, given)));
  });
}

std::string compare(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writeComparison(json, prices, prorata::compare(prices, readCompareRequest(prices, given)));
  });
}

std::string optimize(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, [](Writer& json, const Catalog& prices, const Reader& given) {
    writePurchasePlan(json, prices, prorata::optimize(prices, readOptimizeRequest(prices, given)));
  });
}

std::string error(const PricingError& error) {
  return reply([&](Writer& json) {
    json.text("code", toString(error.code())).text("path", error.path()).text("message", error.what());
  });
}

}  // namespace prorata::json
