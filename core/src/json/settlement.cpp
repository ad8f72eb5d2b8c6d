#include "documents.hpp"
#include "object.hpp"

namespace prorata::json {
namespace {

Json idOrNull(const Catalog& catalog, const std::optional<PackIndex>& pack) {
  return pack ? Json(catalog.packs[*pack].id) : Json(nullptr);
}

Json writeEvent(const Catalog& catalog, const MonthClosed& closed) {
  const auto draw = [&](const MonthClosed::Draw& drawn) {
    return Object()
        .value("pack", idOrNull(catalog, drawn.pack))
        .date("purchasedOn", drawn.purchasedOn)
        .number("minutes", drawn.minutes)
        .take();
  };
  return Object()
      .text("kind", "month_closed")
      .date("on", closed.on)
      .text("month", toString(closed.month))
      .text("plan", catalog.plans[closed.plan].id)
      .number("quotaMinutes", closed.quota)
      .number("usedMinutes", closed.used)
      .number("fromPlan", closed.fromPlan)
      .value("packs", arrayOf(closed.packs, draw))
      .value("overage",
             Object().number("minutes", closed.overage.minutes).number("amount", closed.overage.amount).take())
      .number("unservedMinutes", closed.unserved)
      .take();
}

Json writeEvent(const Catalog& catalog, const PackExpired& expired) {
  return Object()
      .text("kind", "pack_expired")
      .date("on", expired.on)
      .value("pack", idOrNull(catalog, expired.pack))
      .date("purchasedOn", expired.purchasedOn)
      .number("minutes", expired.minutes)
      .take();
}

Json writeEvent(const Catalog& catalog, const PlanChanged& changed) {
  return Object()
      .text("kind", "plan_changed")
      .date("on", changed.on)
      .text("from", catalog.plans[changed.from].id)
      .text("to", catalog.plans[changed.to].id)
      .take();
}

Json writeEvent(const Catalog& catalog, const Charged& charged) {
  return Object()
      .text("kind", "charged")
      .date("on", charged.on)
      .text("reason", charged.reason == Charged::Reason::renewal ? "renewal" : "difference")
      .text("month", toString(charged.month))
      .text("plan", catalog.plans[charged.plan].id)
      .number("amount", charged.amount)
      .take();
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

Json writeSettlement(const Catalog& catalog, const Settlement& settlement) {
  const auto event = [&](const SettlementEvent& any) {
    return std::visit([&](const auto& known) { return writeEvent(catalog, known); }, any);
  };
  return Object()
      .value("events", arrayOf(settlement.events, event))
      .value("account", writeAccount(catalog, settlement.account))
      .take();
}

}  // namespace prorata::json
