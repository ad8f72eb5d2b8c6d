#include "documents.hpp"

namespace prorata::json {
namespace {

template <class Unit>
Json valueOrNull(const std::optional<Quantity<Unit>>& quantity) {
  return quantity ? Json(quantity->value) : Json(nullptr);
}

Json writeMonth(const MonthView& month) {
  return {{"price", month.price.value},
          {"quotaMinutes", month.quota.value},
          {"excessMinutes", month.excess.value},
          {"overageAmount", month.overageAmount.value},
          {"unservedMinutes", month.unserved.value},
          {"total", month.total.value},
          {"perThousand", valueOrNull(month.perThousand)}};
}

Json writeLong(const Catalog& catalog, const LongView& view) {
  return {{"planAmount", view.planAmount.value},
          {"packs", writePackQuantities(catalog, view.packs)},
          {"packAmount", view.packAmount.value},
          {"overageAmount", view.overageAmount.value},
          {"total", view.total.value}};
}

Json writeRow(const Catalog& catalog, const ComparisonRow& row) {
  return {{"plan", catalog.plans[row.plan].id},
          {"change", writePlanChange(catalog, row.change)},
          {"amountDue", valueOrNull(row.amountDue)},
          {"month", row.month ? writeMonth(*row.month) : Json(nullptr)},
          {"long", row.longRun ? writeLong(catalog, *row.longRun) : Json(nullptr)}};
}

}  // namespace

CompareRequest readCompareRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "monthlyMinutes", "months"});
  CompareRequest read;
  read.on = request.at("on").date();
  read.account = readAccount(catalog, request, read.on);
  read.monthlyMinutes = request.at("monthlyMinutes").minutes();
  read.months = request.has("months") ? static_cast<int>(request.at("months").integer(1, longestComparison(catalog)))
                                      : usualComparison(catalog);
  return read;
}

Json writePackQuantities(const Catalog& catalog, const std::vector<CartItem>& packs) {
  Json json = Json::array();
  for (const CartItem& item : packs)
    json.push_back({{"pack", catalog.packs[item.pack].id}, {"quantity", item.quantity}});
  return json;
}

Json writeComparison(const Catalog& catalog, const Comparison& comparison) {
  Json rows = Json::array();
  for (const ComparisonRow& row : comparison.rows) rows.push_back(writeRow(catalog, row));
  Json breakpoints = Json::array();
  for (const Breakpoint& breakpoint : comparison.breakpoints) {
    breakpoints.push_back({{"plan", catalog.plans[breakpoint.plan].id},
                           {"fromMinutes", breakpoint.from.value},
                           {"throughMinutes", valueOrNull(breakpoint.through)}});
  }
  return {{"rows", std::move(rows)},
          {"cheapest",
           {{"month", catalog.plans[comparison.cheapest.month].id},
            {"long", catalog.plans[comparison.cheapest.longRun].id}}},
          {"breakpoints", std::move(breakpoints)}};
}

}  // namespace prorata::json
