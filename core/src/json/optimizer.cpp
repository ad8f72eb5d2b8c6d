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

Json writePurchasePlan(const Catalog& catalog, const PurchasePlan& plan) {
  Json months = Json::array();
  for (const ScheduledMonth& month : plan.months) {
    months.push_back({{"month", toString(month.month)},
                      {"plan", catalog.plans[month.plan].id},
                      {"planAmount", month.planAmount.value},
                      {"packs", writePackQuantities(catalog, month.packs)},
                      {"packAmount", month.packAmount.value},
                      {"minutes",
                       {{"forecast", month.forecast.value},
                        {"fromPlan", month.fromPlan.value},
                        {"fromPacks", month.fromPacks.value},
                        {"overage", month.overage.value}}},
                      {"overageAmount", month.overageAmount.value}});
  }
  return {{"months", std::move(months)},
          {"total", plan.total.value},
          {"baseline",
           {{"total", plan.baseline.total.value}, {"unservedMinutes", plan.baseline.unserved.value}}},
          {"saving", plan.saving.value},
          {"packMinutes", {{"expired", plan.packMinutes.expired.value}, {"left", plan.packMinutes.left.value}}}};
}

}  // namespace prorata::json
