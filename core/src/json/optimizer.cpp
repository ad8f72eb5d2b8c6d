#include "documents.hpp"

namespace prorata::json {

OptimizeRequest readOptimizeRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "forecast"});
  OptimizeRequest read;
  read.on = request.at("on").date();
  read.account = readAccount(catalog, request, read.on);
  const Reader forecast = request.at("forecast");
  read.forecast = forecast.items([](const Reader& month) { return month.minutes(); });
  if (read.forecast.empty() || read.forecast.size() > mostForecastMonths)
    forecast.fail(ErrorCode::outOfRange, "A forecast has 1 to 36 months.");
  return read;
}

void writePurchasePlan(Writer& json, const Catalog& catalog, const PurchasePlan& plan) {
  const auto month = [&](const ScheduledMonth& scheduled) {
    json.month("month", scheduled.month)
        .text("plan", catalog.plans[scheduled.plan].id)
        .number("planAmount", scheduled.planAmount)
        .array("packs", scheduled.packs, [&](const CartItem& item) { writeCartItem(json, catalog, item); })
        .number("packAmount", scheduled.packAmount)
        .object("minutes",
                [&] {
                  json.number("forecast", scheduled.forecast)
                      .number("fromPlan", scheduled.fromPlan)
                      .number("fromPacks", scheduled.fromPacks)
                      .number("overage", scheduled.overage);
                })
        .number("overageAmount", scheduled.overageAmount);
  };
  json.array("months", plan.months, month)
      .number("total", plan.total)
      .object("baseline",
              [&] { json.number("total", plan.baseline.total).number("unservedMinutes", plan.baseline.unserved); })
      .number("saving", plan.saving)
      .object("packMinutes",
              [&] { json.number("expired", plan.packMinutes.expired).number("left", plan.packMinutes.left); });
}

}  // namespace prorata::json
