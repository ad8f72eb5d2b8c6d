#pragma once

#include "prorata/comparison.hpp"
#include "prorata/coverage.hpp"
#include "prorata/optimizer.hpp"
#include "prorata/settlement.hpp"
#include "prorata/usage.hpp"
#include "reader.hpp"

/// Documents as C++ values and back, one source file each.
namespace prorata::json {

[[nodiscard]] Catalog readCatalog(const Reader& document);
[[nodiscard]] Json writeCatalog(const Catalog& catalog);

[[nodiscard]] PlanIndex readPlan(const Catalog& catalog, const Reader& at);
[[nodiscard]] PackIndex readPack(const Catalog& catalog, const Reader& at);

/// The member "account" of a request, checked; a new account when it is absent.
[[nodiscard]] Account readAccount(const Catalog& catalog, const Reader& request, Date on);

/// As in a request; members that say nothing are left out.
[[nodiscard]] Json writeAccount(const Catalog& catalog, const Account& account);

[[nodiscard]] QuoteRequest readQuoteRequest(const Catalog& catalog, const Reader& request);
/// The members of a quote request within a larger request, whose other members the caller checks.
[[nodiscard]] QuoteRequest readCart(const Catalog& catalog, const Reader& request);
[[nodiscard]] Json writeQuote(const Catalog& catalog, const Quote& quote);
[[nodiscard]] Json writePeriod(const Period& period);
[[nodiscard]] Json writePlanChange(const Catalog& catalog, const PlanChange& change);

[[nodiscard]] Json writePurchase(const Catalog& catalog, const Purchase& purchase);

[[nodiscard]] SettleRequest readSettleRequest(const Catalog& catalog, const Reader& request);
[[nodiscard]] Json writeSettlement(const Catalog& catalog, const Settlement& settlement);

[[nodiscard]] ConvertRequest readConvertRequest(const Reader& request);
[[nodiscard]] Json writeConversion(const ConvertedUsage& usage);

[[nodiscard]] EquivalentsRequest readEquivalentsRequest(const Reader& request);
[[nodiscard]] Json writeEquivalents(const std::vector<Equivalent>& equivalents);

[[nodiscard]] CoverRequest readCoverRequest(const Catalog& catalog, const Reader& request);
[[nodiscard]] Json writeCoverage(const Catalog& catalog, const Coverage& coverage);

[[nodiscard]] CompareRequest readCompareRequest(const Catalog& catalog, const Reader& request);
[[nodiscard]] Json writeComparison(const Catalog& catalog, const Comparison& comparison);
/// [{"pack", "quantity"}], as in a cart.
[[nodiscard]] Json writePackQuantities(const Catalog& catalog, const std::vector<CartItem>& packs);

[[nodiscard]] OptimizeRequest readOptimizeRequest(const Catalog& catalog, const Reader& request);
[[nodiscard]] Json writePurchasePlan(const Catalog& catalog, const PurchasePlan& plan);

/// {"valid", "differences"}. `actual` is absent when the quote to verify is no JSON at all.
[[nodiscard]] Json writeVerification(const Json& expected, const std::optional<Json>& actual);

}  // namespace prorata::json
