#pragma once

#include "prorata/quote.hpp"
#include "reader.hpp"

/// Documents as C++ values and back, one source file each.
namespace prorata::json {

[[nodiscard]] Catalog readCatalog(const Reader& document);
[[nodiscard]] Json writeCatalog(const Catalog& catalog);

[[nodiscard]] PlanIndex readPlan(const Catalog& catalog, const Reader& at);
[[nodiscard]] PackIndex readPack(const Catalog& catalog, const Reader& at);

/// The member "account" of a request, checked; a new account when it is absent.
[[nodiscard]] Account readAccount(const Catalog& catalog, const Reader& request, Date on);

/// Reads the members of a quote request; the caller has checked that there are no others.
[[nodiscard]] QuoteRequest readQuoteRequest(const Catalog& catalog, const Reader& request);
[[nodiscard]] Json writeQuote(const Catalog& catalog, const Quote& quote);
[[nodiscard]] Json writePeriod(const Period& period);
[[nodiscard]] Json writePlanChange(const Catalog& catalog, const PlanChange& change);

/// {"valid", "differences"}. `actual` is absent when the quote to verify is no JSON at all.
[[nodiscard]] Json writeVerification(const Json& expected, const std::optional<Json>& actual);

}  // namespace prorata::json
