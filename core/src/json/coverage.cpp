#include "documents.hpp"

namespace prorata::json {
namespace {

void writeDraw(Writer& json, Minutes minutes, Minutes used) {
  json.number("minutes", minutes).number("used", used).number("left", minutes.value - used.value);
}

void writePlan(Writer& json, const Catalog& catalog, const PlanSource& plan) {
  json.text("kind", "plan").text("plan", catalog.plans[plan.plan].id);
  writeDraw(json, plan.minutes, plan.used);
}

void writePack(Writer& json, const Catalog& catalog, const PackSource& pack) {
  json.text("kind", "pack")
      .textOrNull("pack", idOf(catalog, pack.pack))
      .flag("owned", pack.origin == PackSource::Origin::owned)
      .date("purchasedOn", pack.purchasedOn)
      .date("validThrough", pack.validThrough);
  writeDraw(json, pack.minutes, pack.used);
}

}  // namespace

CoverRequest readCoverRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "plan", "packs", "monthMinutes"});
  return {readCart(catalog, request), request.at("monthMinutes").minutes()};
}

void writeCoverage(Writer& json, const Catalog& catalog, const Coverage& coverage) {
  json.object("period", [&] { writePeriod(json, coverage.period); })
      .array("sources",
             [&] {
               json.item().object([&] { writePlan(json, catalog, coverage.plan); });
               for (const PackSource& pack : coverage.packs)
                 json.item().object([&] { writePack(json, catalog, pack); });
             })
      .object("overage",
              [&] { json.number("minutes", coverage.overage.minutes).number("amount", coverage.overage.amount); })
      .number("unservedMinutes", coverage.unserved)
      .object("exhaustedOn",
              [&] { json.dateOrNull("plan", coverage.exhaustedOn.plan).dateOrNull("all", coverage.exhaustedOn.all); });
}

}  // namespace prorata::json
