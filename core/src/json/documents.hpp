#pragma once

#include "prorata/comparison.hpp"
#include "prorata/coverage.hpp"
#include "prorata/optimizer.hpp"
#include "prorata/settlement.hpp"
#include "prorata/usage.hpp"
#include "reader.hpp"
#include "writer.hpp"

/// Documents as C++ values and back, one source file each. What is written are the members of an object that is open.
namespace prorata::json {

[[nodiscard]] Catalog readCatalog(const Reader& document);
void writeCatalog(Writer& json, const Catalog& catalog);

[[nodiscard]] PlanIndex readPlan(const Catalog& catalog, const Reader& at);
[[nodiscard]] PackIndex readPack(const Catalog& catalog, const Reader& at);
/// Absent for a kind that is no longer sold.
[[nodiscard]] std::optional<std::string_view> idOf(const Catalog& catalog, const std::optional<PackIndex>& pack);

/// The member "account" of a request, checked; a new account when it is absent.
[[nodiscard]] Account readAccount(const Catalog& catalog, const Reader& request, Date on);

/// As in a request; members that say nothing are left out.
void writeAccount(Writer& json, const Catalog& catalog, const Account& account);

[[nodiscard]] QuoteRequest readQuoteRequest(const Catalog& catalog, const Reader& request);
/// The members of a quote request within a larger request, whose other members the caller checks.
[[nodiscard]] QuoteRequest readCart(const Catalog& catalog, const Reader& request);
void writeQuote(Writer& json, const Catalog& catalog, const Quote& quote);
void writePeriod(Writer& json, const Period& period);
void writePlanChange(Writer& json, const Catalog& catalog, const PlanChange& change);

void writePurchase(Writer& json, const Catalog& catalog, const Purchase& purchase);

[[nodiscard]] SettleRequest readSettleRequest(const Catalog& catalog, const Reader& request);
void writeSettlement(Writer& json, const Catalog& catalog, const Settlement& settlement);

[[nodiscard]] ConvertRequest readConvertRequest(const Reader& request);
void writeConversion(Writer& json, const ConvertedUsage& usage);

[[nodiscard]] EquivalentsRequest readEquivalentsRequest(const Reader& request);
void writeEquivalents(Writer& json, const std::vector<Equivalent>& equivalents);

[[nodiscard]] CoverRequest readCoverRequest(const Catalog& catalog, const Reader& request);
void writeCoverage(Writer& json, const Catalog& catalog, const Coverage& coverage);

[[nodiscard]] CompareRequest readCompareRequest(const Catalog& catalog, const Reader& request);
void writeComparison(Writer& json, const Catalog& catalog, const Comparison& comparison);
/// As in a request.
void writeCartItem(Writer& json, const Catalog& catalog, const CartItem& item);

[[nodiscard]] OptimizeRequest readOptimizeRequest(const Catalog& catalog, const Reader& request);
void writePurchasePlan(Writer& json, const Catalog& catalog, const PurchasePlan& plan);

/// `actual` is null when the quote to verify is no JSON at all. Of several differences, those that would bring the text
/// written past `most` bytes are counted instead of listed.
void writeVerification(Writer& json, const Node& expected, const Node* actual, std::size_t most);

}  // namespace prorata::json
