#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "prorata/catalog.hpp"

/// What holds for every answer, whatever was asked. Each aborts where it does not hold.
namespace fuzz {

void checkQuote(const prorata::Catalog& catalog, const std::string& request, const nlohmann::json& quote);
void checkCoverage(const nlohmann::json& request, const nlohmann::json& coverage);
void checkComparison(const nlohmann::json& comparison);
void checkPurchasePlan(const nlohmann::json& plan);
/// Settling to a day on the way and from there on comes to the same.
void checkSettlement(const prorata::Catalog& catalog, const nlohmann::json& request, const nlohmann::json& settlement);

}  // namespace fuzz
