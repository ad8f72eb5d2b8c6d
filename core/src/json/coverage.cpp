#include "documents.hpp"

namespace prorata::json {
namespace {

void writeDraw(Json& source, Minutes minutes, Minutes used) {
  source["minutes"] = minutes.value;
  source["used"] = used.value;
  source["left"] = minutes.value - used.value;
}

}  // namespace

CoverRequest readCoverRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "plan", "packs", "monthMinutes"});
  return {readCart(catalog, request), request.at("monthMinutes").minutes()};
}

Json writeCoverage(const Catalog& catalog, const Coverage& coverage) {
  Json sources = Json::array();
  Json plan{{"kind", "plan"}, {"plan", catalog.plans[coverage.plan.plan].id}};
  writeDraw(plan, coverage.plan.minutes, coverage.plan.used);
  sources.push_back(std::move(plan));
  for (const PackSource& pack : coverage.packs) {
    Json source{{"kind", "pack"},
                {"pack", pack.pack ? Json(catalog.packs[*pack.pack].id) : Json(nullptr)},
                {"owned", pack.origin == PackSource::Origin::owned},
                {"purchasedOn", toString(pack.purchasedOn)},
                {"validThrough", toString(pack.validThrough)}};
    writeDraw(source, pack.minutes, pack.used);
    sources.push_back(std::move(source));
  }
  return {{"period", writePeriod(coverage.period)},
          {"sources", std::move(sources)},
          {"overage", {{"minutes", coverage.overage.minutes.value}, {"amount", coverage.overage.amount.value}}},
          {"unservedMinutes", coverage.unserved.value},
          {"exhaustedOn",
           {{"plan", dateOrNull(coverage.exhaustedOn.plan)}, {"all", dateOrNull(coverage.exhaustedOn.all)}}}};
}

}  // namespace prorata::json
