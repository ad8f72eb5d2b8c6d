#include "documents.hpp"

namespace prorata::json {
namespace {

void writeMonth(Writer& json, const MonthView& month) {
  json.number("price", month.price)
      .number("quotaMinutes", month.quota)
      .number("excessMinutes", month.excess)
      .number("overageAmount", month.overageAmount)
      .number("unservedMinutes", month.unserved)
      .number("total", month.total)
      .numberOrNull("perThousand", month.perThousand);
}

void writeLong(Writer& json, const Catalog& catalog, const LongView& view) {
  json.number("planAmount", view.planAmount)
      .array("packs", view.packs, [&](const CartItem& item) { writeCartItem(json, catalog, item); })
      .number("packAmount", view.packAmount)
      .number("overageAmount", view.overageAmount)
      .number("total", view.total);
}

void writeRow(Writer& json, const Catalog& catalog, const ComparisonRow& row) {
  json.text("plan", catalog.plans[row.plan].id)
      .object("change", [&] { writePlanChange(json, catalog, row.change); })
      .numberOrNull("amountDue", row.amountDue)
      .objectOrNull("month", row.month, [&](const MonthView& month) { writeMonth(json, month); })
      .objectOrNull("long", row.longRun, [&](const LongView& view) { writeLong(json, catalog, view); });
}

void writeBreakpoint(Writer& json, const Catalog& catalog, const Breakpoint& breakpoint) {
  json.text("plan", catalog.plans[breakpoint.plan].id)
      .number("fromMinutes", breakpoint.from)
      .numberOrNull("throughMinutes", breakpoint.through);
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

void writeCartItem(Writer& json, const Catalog& catalog, const CartItem& item) {
  json.text("pack", catalog.packs[item.pack].id).number("quantity", item.quantity);
}

void writeComparison(Writer& json, const Catalog& catalog, const Comparison& comparison) {
  json.array("rows", comparison.rows, [&](const ComparisonRow& row) { writeRow(json, catalog, row); })
      .object("cheapest",
              [&] {
                json.text("month", catalog.plans[comparison.cheapest.month].id)
                    .text("long", catalog.plans[comparison.cheapest.longRun].id);
              })
      .array("breakpoints", comparison.breakpoints,
             [&](const Breakpoint& breakpoint) { writeBreakpoint(json, catalog, breakpoint); });
}

}  // namespace prorata::json
