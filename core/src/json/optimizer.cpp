#include "documents.hpp"
#include "object.hpp"

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

Json writePurchasePlan(const Catalog& catalog, const PurchasePlan& plan) {
  const auto month = [&](const ScheduledMonth& scheduled) {
    return Object()
        .text("month", toString(scheduled.month))
        .text("plan", catalog.plans[scheduled.plan].id)
        .number("planAmount", scheduled.planAmount)
        .value("packs", writePackQuantities(catalog, scheduled.packs))
        .number("packAmount", scheduled.packAmount)
        .value("minutes", Object()
                              .number("forecast", scheduled.forecast)
                              .number("fromPlan", scheduled.fromPlan)
                              .number("fromPacks", scheduled.fromPacks)
                              .number("overage", scheduled.overage)
                              .take())
        .number("overageAmount", scheduled.overageAmount)
        .take();
  };
  return Object()
      .value("months", arrayOf(plan.months, month))
      .number("total", plan.total)
      .value("baseline",
             Object().number("total", plan.baseline.total).number("unservedMinutes", plan.baseline.unserved).take())
      .number("saving", plan.saving)
      .value("packMinutes",
             Object().number("expired", plan.packMinutes.expired).number("left", plan.packMinutes.left).take())
      .take();
}

}  // namespace prorata::json
