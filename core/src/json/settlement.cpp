#include "documents.hpp"

namespace prorata::json {
namespace {

void writeDraw(Writer& json, const Catalog& catalog, const MonthClosed::Draw& drawn) {
  json.textOrNull("pack", idOf(catalog, drawn.pack))
      .date("purchasedOn", drawn.purchasedOn)
      .number("minutes", drawn.minutes);
}

void writeEvent(Writer& json, const Catalog& catalog, const MonthClosed& closed) {
  json.text("kind", "month_closed")
      .date("on", closed.on)
      .month("month", closed.month)
      .text("plan", catalog.plans[closed.plan].id)
      .number("quotaMinutes", closed.quota)
      .number("usedMinutes", closed.used)
      .number("fromPlan", closed.fromPlan)
      .array("packs", closed.packs, [&](const MonthClosed::Draw& drawn) { writeDraw(json, catalog, drawn); })
      .object("overage",
              [&] { json.number("minutes", closed.overage.minutes).number("amount", closed.overage.amount); })
      .number("unservedMinutes", closed.unserved);
}

void writeEvent(Writer& json, const Catalog& catalog, const PackExpired& expired) {
  json.text("kind", "pack_expired")
      .date("on", expired.on)
      .textOrNull("pack", idOf(catalog, expired.pack))
      .date("purchasedOn", expired.purchasedOn)
      .number("minutes", expired.minutes);
}

void writeEvent(Writer& json, const Catalog& catalog, const PlanChanged& changed) {
  json.text("kind", "plan_changed")
      .date("on", changed.on)
      .text("from", catalog.plans[changed.from].id)
      .text("to", catalog.plans[changed.to].id);
}

void writeEvent(Writer& json, const Catalog& catalog, const Charged& charged) {
  json.text("kind", "charged")
      .date("on", charged.on)
      .text("reason", charged.reason == Charged::Reason::renewal ? "renewal" : "difference")
      .month("month", charged.month)
      .text("plan", catalog.plans[charged.plan].id)
      .number("amount", charged.amount);
}

}  // namespace

SettleRequest readSettleRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "through", "usage", "usedMinutes"});
  const auto minutes = [](const Reader& at) { return at.minutes(); };
  SettleRequest read;
  read.on = request.at("on").date();
  static_cast<void>(request.at("account"));
  read.account = readAccount(catalog, request, read.on);
  read.through = request.at("through").date();
  read.usage = request.maybe("usage", [&](const Reader& usage) { return usage.items(minutes); });
  read.used = request.maybe("usedMinutes", minutes);
  return read;
}

void writeSettlement(Writer& json, const Catalog& catalog, const Settlement& settlement) {
  json.array("events", settlement.events,
             [&](const SettlementEvent& any) {
               std::visit([&](const auto& event) { writeEvent(json, catalog, event); }, any);
             })
      .object("account", [&] { writeAccount(json, catalog, settlement.account); });
}

}  // namespace prorata::json
