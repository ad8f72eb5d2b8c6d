#include "documents.hpp"
#include "object.hpp"

namespace prorata::json {
namespace {

Json withDraw(Object& source, Minutes minutes, Minutes used) {
  return source.number("minutes", minutes).number("used", used).number("left", minutes.value - used.value).take();
}

Json writePlan(const Catalog& catalog, const PlanSource& plan) {
  Object json;
  json.text("kind", "plan").text("plan", catalog.plans[plan.plan].id);
  return withDraw(json, plan.minutes, plan.used);
}

Json writePack(const Catalog& catalog, const PackSource& pack) {
  Object json;
  json.text("kind", "pack")
      .value("pack", pack.pack ? Json(catalog.packs[*pack.pack].id) : Json(nullptr))
      .flag("owned", pack.origin == PackSource::Origin::owned)
      .date("purchasedOn", pack.purchasedOn)
      .date("validThrough", pack.validThrough);
  return withDraw(json, pack.minutes, pack.used);
}

}  // namespace

CoverRequest readCoverRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "plan", "packs", "monthMinutes"});
  return {readCart(catalog, request), request.at("monthMinutes").minutes()};
}

Json writeCoverage(const Catalog& catalog, const Coverage& coverage) {
  Json sources = Json::array();
  sources.push_back(writePlan(catalog, coverage.plan));
  for (const PackSource& pack : coverage.packs) sources.push_back(writePack(catalog, pack));
  return Object()
      .value("period", writePeriod(coverage.period))
      .value("sources", std::move(sources))
      .value("overage",
             Object().number("minutes", coverage.overage.minutes).number("amount", coverage.overage.amount).take())
      .number("unservedMinutes", coverage.unserved)
      .value("exhaustedOn",
             Object().dateOrNull("plan", coverage.exhaustedOn.plan).dateOrNull("all", coverage.exhaustedOn.all).take())
      .take();
}

}  // namespace prorata::json
