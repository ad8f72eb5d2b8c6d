#include <set>

#include "documents.hpp"
#include "object.hpp"
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
  Object json;
  json.text("kind", line.kind == PlanLine::Kind::charge ? "plan_charge" : "plan_credit")
      .text("plan", catalog.plans[line.plan].id)
      .text("month", toString(line.month))
      .number("price", line.price);
  if (line.proration) json.number("days", line.proration->days).number("ofDays", line.proration->ofDays);
  return json.number("amount", line.amount).take();
}

Json writeLine(const Catalog& catalog, const PackLine& line) {
  return Object()
      .text("kind", "pack")
      .text("pack", catalog.packs[line.pack].id)
      .number("price", line.price)
      .number("quantity", line.quantity)
      .number("amount", line.amount)
      .take();
}

Json writePack(const Catalog& catalog, const QuotedPack& pack) {
  return Object()
      .text("pack", catalog.packs[pack.pack].id)
      .number("quantity", pack.quantity)
      .number("minutes", pack.minutes)
      .number("amount", pack.amount)
      .date("validFrom", pack.valid.from)
      .date("validThrough", pack.valid.through)
      .take();
}

Json writeBalance(const BalanceEffect& balance) {
  return Object()
      .number("before", balance.before)
      .number("after", balance.after)
      .number("shortfall", balance.shortfall)
      .take();
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

Json writePeriod(const Period& period) {
  return Object()
      .date("from", period.from)
      .date("through", period.through)
      .number("days", period.days)
      .number("remainingDays", period.remainingDays)
      .take();
}

Json writePlanChange(const Catalog& catalog, const PlanChange& change) {
  return Object()
      .text("kind", wordOf(changeKinds, change.kind))
      .text("from", catalog.plans[change.from].id)
      .text("to", catalog.plans[change.to].id)
      .flag("allowed", change.allowed())
      .value("reason", change.refusal ? Json(wordOf(refusals, *change.refusal)) : Json(nullptr))
      .dateOrNull("effectiveOn", change.effectiveOn)
      .dateOrNull("allowedFrom", change.allowedFrom)
      .take();
}

Json writeQuote(const Catalog& catalog, const Quote& quote) {
  const auto line = [&](const QuoteLine& any) {
    return std::visit([&](const auto& known) { return writeLine(catalog, known); }, any);
  };
  return Object()
      .value("catalog", Object().text("id", catalog.id).text("version", catalog.version).take())
      .text("currency", catalog.currencyCode)
      .date("on", quote.on)
      .value("period", writePeriod(quote.period))
      .value("planChange", quote.planChange ? writePlanChange(catalog, *quote.planChange) : Json(nullptr))
      .value("packs", arrayOf(quote.packs, [&](const QuotedPack& pack) { return writePack(catalog, pack); }))
      .value("lines", arrayOf(quote.lines, line))
      .number("amountDue", quote.amountDue)
      .value("quota", Object().number("before", quote.quota.before).number("after", quote.quota.after).take())
      .value("capacity", Object()
                             .number("planMinutes", quote.capacity.plan)
                             .number("packMinutes", quote.capacity.packs)
                             .number("usedMinutes", quote.capacity.used)
                             .number("remainingMinutes", quote.capacity.remaining)
                             .take())
      .value("nextMonth", Object()
                              .text("plan", catalog.plans[quote.nextMonth.plan].id)
                              .number("quotaMinutes", quote.nextMonth.quota)
                              .take())
      .value("renewal", Object()
                            .date("on", quote.renewal.on)
                            .text("month", toString(quote.renewal.month))
                            .text("plan", catalog.plans[quote.renewal.plan].id)
                            .number("amount", quote.renewal.amount)
                            .numberOrNull("shortfall", quote.renewal.shortfall)
                            .take())
      .value("balance", quote.balance ? writeBalance(*quote.balance) : Json(nullptr))
      .take();
}

Json writePurchase(const Catalog& catalog, const Purchase& purchase) {
  return Object()
      .value("quote", writeQuote(catalog, purchase.quote))
      .value("account", purchase.account ? writeAccount(catalog, *purchase.account) : Json(nullptr))
      .take();
}

}  // namespace prorata::json
