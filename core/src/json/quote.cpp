#include <set>

#include "documents.hpp"
#include "words.hpp"

namespace prorata::json {
namespace {

constexpr std::int64_t mostPacksOfAKind = 10'000;

std::vector<CartItem> readPacks(const Catalog& catalog, const Reader& at) {
  std::set<PackIndex> kinds;
  return at.items([&](const Reader& item) {
    item.expectMembers({"pack", "quantity"});
    const Reader pack = item.at("pack");
    const CartItem read{readPack(catalog, pack), item.at("quantity").integer(1, mostPacksOfAKind)};
    if (!kinds.insert(read.pack).second)
      pack.fail(ErrorCode::invalidValue, "A kind of pack stands in a cart once, with its quantity.");
    return read;
  });
}

Json writeLine(const Catalog& catalog, const PlanLine& line) {
  Json json{{"kind", line.kind == PlanLine::Kind::charge ? "plan_charge" : "plan_credit"},
            {"plan", catalog.plans[line.plan].id},
            {"month", toString(line.month)},
            {"price", line.price.value}};
  if (line.proration) {
    json["days"] = line.proration->days;
    json["ofDays"] = line.proration->ofDays;
  }
  json["amount"] = line.amount.value;
  return json;
}

Json writeLine(const Catalog& catalog, const PackLine& line) {
  return {{"kind", "pack"},
          {"pack", catalog.packs[line.pack].id},
          {"price", line.price.value},
          {"quantity", line.quantity},
          {"amount", line.amount.value}};
}

}  // namespace

QuoteRequest readQuoteRequest(const Catalog& catalog, const Reader& request) {
  request.expectMembers({"on", "account", "plan", "packs"});
  return readCart(catalog, request);
}

QuoteRequest readCart(const Catalog& catalog, const Reader& request) {
  QuoteRequest read;
  read.on = request.at("on").date();
  read.account = readAccount(catalog, request, read.on);
  read.plan = request.maybe("plan", [&](const Reader& plan) { return readPlan(catalog, plan); });
  if (request.has("packs")) read.packs = readPacks(catalog, request.at("packs"));
  return read;
}

Json dateOrNull(const std::optional<Date>& date) { return date ? Json(toString(*date)) : Json(nullptr); }

Json writePeriod(const Period& period) {
  return {{"from", toString(period.from)},
          {"through", toString(period.through)},
          {"days", period.days},
          {"remainingDays", period.remainingDays}};
}

Json writePlanChange(const Catalog& catalog, const PlanChange& change) {
  return {{"kind", wordOf(changeKinds, change.kind)},
          {"from", catalog.plans[change.from].id},
          {"to", catalog.plans[change.to].id},
          {"allowed", change.allowed()},
          {"reason", change.refusal ? Json(wordOf(refusals, *change.refusal)) : Json(nullptr)},
          {"effectiveOn", dateOrNull(change.effectiveOn)},
          {"allowedFrom", dateOrNull(change.allowedFrom)}};
}

Json writeQuote(const Catalog& catalog, const Quote& quote) {
  Json packs = Json::array();
  for (const QuotedPack& pack : quote.packs) {
    packs.push_back({{"pack", catalog.packs[pack.pack].id},
                     {"quantity", pack.quantity},
                     {"minutes", pack.minutes.value},
                     {"amount", pack.amount.value},
                     {"validFrom", toString(pack.valid.from)},
                     {"validThrough", toString(pack.valid.through)}});
  }
  Json lines = Json::array();
  for (const QuoteLine& line : quote.lines)
    lines.push_back(std::visit([&](const auto& l) { return writeLine(catalog, l); }, line));

  Json balance;
  if (quote.balance) {
    balance = {{"before", quote.balance->before.value},
               {"after", quote.balance->after.value},
               {"shortfall", quote.balance->shortfall.value}};
  }

  return {
      {"catalog", {{"id", catalog.id}, {"version", catalog.version}}},
      {"currency", catalog.currencyCode},
      {"on", toString(quote.on)},
      {"period", writePeriod(quote.period)},
      {"planChange", quote.planChange ? writePlanChange(catalog, *quote.planChange) : Json(nullptr)},
      {"packs", std::move(packs)},
      {"lines", std::move(lines)},
      {"amountDue", quote.amountDue.value},
      {"quota", {{"before", quote.quota.before.value}, {"after", quote.quota.after.value}}},
      {"capacity",
       {{"planMinutes", quote.capacity.plan.value},
        {"packMinutes", quote.capacity.packs.value},
        {"usedMinutes", quote.capacity.used.value},
        {"remainingMinutes", quote.capacity.remaining.value}}},
      {"nextMonth", {{"plan", catalog.plans[quote.nextMonth.plan].id}, {"quotaMinutes", quote.nextMonth.quota.value}}},
      {"renewal",
       {{"on", toString(quote.renewal.on)},
        {"month", toString(quote.renewal.month)},
        {"plan", catalog.plans[quote.renewal.plan].id},
        {"amount", quote.renewal.amount.value}}},
      {"balance", std::move(balance)}};
}

}  // namespace prorata::json
