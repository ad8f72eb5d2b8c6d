#include "documents.hpp"
#include "object.hpp"

namespace prorata::json {
namespace {

Json writeMonth(const MonthView& month) {
  return Object()
      .number("price", month.price)
      .number("quotaMinutes", month.quota)
      .number("excessMinutes", month.excess)
      .number("overageAmount", month.overageAmount)
      .number("unservedMinutes", month.unserved)
      .number("total", month.total)
      .numberOrNull("perThousand", month.perThousand)
      .take();
}

Json writeLong(const Catalog& catalog, const LongView& view) {
  return Object()
      .number("planAmount", view.planAmount)
      .value("packs", writePackQuantities(catalog, view.packs))
      .number("packAmount", view.packAmount)
      .number("overageAmount", view.overageAmount)
      .number("total", view.total)
      .take();
}

Json writeRow(const Catalog& catalog, const ComparisonRow& row) {
  return Object()
      .text("plan", catalog.plans[row.plan].id)
      .value("change", writePlanChange(catalog, row.change))
      .numberOrNull("amountDue", row.amountDue)
      .value("month", row.month ? writeMonth(*row.month) : Json(nullptr))
      .value("long", row.longRun ? writeLong(catalog, *row.longRun) : Json(nullptr))
      .take();
}

Json writeBreakpoint(const Catalog& catalog, const Breakpoint& breakpoint) {
  return Object()
      .text("plan", catalog.plans[breakpoint.plan].id)
      .number("fromMinutes", breakpoint.from)
      .numberOrNull("throughMinutes", breakpoint.through)
      .take();
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
  return arrayOf(packs, [&](const CartItem& item) {
    return Object().text("pack", catalog.packs[item.pack].id).number("quantity", item.quantity).take();
  });
}

Json writeComparison(const Catalog& catalog, const Comparison& comparison) {
  const auto row = [&](const ComparisonRow& item) { return writeRow(catalog, item); };
  const auto breakpoint = [&](const Breakpoint& item) { return writeBreakpoint(catalog, item); };
  return Object()
      .value("rows", arrayOf(comparison.rows, row))
      .value("cheapest", Object()
                             .text("month", catalog.plans[comparison.cheapest.month].id)
                             .text("long", catalog.plans[comparison.cheapest.longRun].id)
                             .take())
      .value("breakpoints", arrayOf(comparison.breakpoints, breakpoint))
      .take();
}

}  // namespace prorata::json
