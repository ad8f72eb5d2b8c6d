#include "documents.hpp"
#include "words.hpp"

namespace prorata::json {
namespace {

constexpr std::int64_t mostPacksOfAKind = 10'000;

std::vector<CartItem> readPacks(const Catalog& catalog, const Reader& at) {
  std::vector<bool> seen(catalog.packs.size());
  return at.items([&](const Reader& item) {
    item.expectMembers({"pack", "quantity"});
    const Reader pack = item.at("pack");
    const CartItem read{readPack(catalog, pack), item.at("quantity").integer(1, mostPacksOfAKind)};
    if (seen[read.pack]) pack.fail(ErrorCode::invalidValue, "A kind of pack stands in a cart once, with its quantity.");
    seen[read.pack] = true;
    return read;
  });
}

void writeLine(Writer& json, const Catalog& catalog, const PlanLine& line) {
  json.text("kind", line.kind == PlanLine::Kind::charge ? "plan_charge" : "plan_credit")
      .text("plan", catalog.plans[line.plan].id)
      .month("month", line.month)
      .number("price", line.price);
  if (line.proration) json.number("days", line.proration->days).number("ofDays", line.proration->ofDays);
  json.number("amount", line.amount);
}

void writeLine(Writer& json, const Catalog& catalog, const PackLine& line) {
  json.text("kind", "pack")
      .text("pack", catalog.packs[line.pack].id)
      .number("price", line.price)
      .number("quantity", line.quantity)
      .number("amount", line.amount);
}

void writePack(Writer& json, const Catalog& catalog, const QuotedPack& pack) {
  json.text("pack", catalog.packs[pack.pack].id)
      .number("quantity", pack.quantity)
      .number("minutes", pack.minutes)
      .number("amount", pack.amount)
      .date("validFrom", pack.valid.from)
      .date("validThrough", pack.valid.through);
}

void writeBalance(Writer& json, const BalanceEffect& balance) {
  json.number("before", balance.before).number("after", balance.after).number("shortfall", balance.shortfall);
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

void writePeriod(Writer& json, const Period& period) {
  json.date("from", period.from)
      .date("through", period.through)
      .number("days", period.days)
      .number("remainingDays", period.remainingDays);
}

void writePlanChange(Writer& json, const Catalog& catalog, const PlanChange& change) {
  json.text("kind", wordOf(changeKinds, change.kind))
      .text("from", catalog.plans[change.from].id)
      .text("to", catalog.plans[change.to].id)
      .flag("allowed", change.allowed())
      .textOrNull("reason", change.refusal ? std::optional(wordOf(refusals, *change.refusal)) : std::nullopt)
      .dateOrNull("effectiveOn", change.effectiveOn)
      .dateOrNull("allowedFrom", change.allowedFrom);
}

void writeQuote(Writer& json, const Catalog& catalog, const Quote& quote) {
  json.object("catalog", [&] { json.text("id", catalog.id).text("version", catalog.version); })
      .text("currency", catalog.currencyCode)
      .date("on", quote.on)
      .object("period", [&] { writePeriod(json, quote.period); })
      .objectOrNull("planChange", quote.planChange,
                    [&](const PlanChange& change) { writePlanChange(json, catalog, change); })
      .array("packs", quote.packs, [&](const QuotedPack& pack) { writePack(json, catalog, pack); })
      .array("lines", quote.lines,
             [&](const QuoteLine& any) { std::visit([&](const auto& line) { writeLine(json, catalog, line); }, any); })
      .number("amountDue", quote.amountDue)
      .object("quota", [&] { json.number("before", quote.quota.before).number("after", quote.quota.after); })
      .object("capacity",
              [&] {
                json.number("planMinutes", quote.capacity.plan)
                    .number("packMinutes", quote.capacity.packs)
                    .number("usedMinutes", quote.capacity.used)
                    .number("remainingMinutes", quote.capacity.remaining);
              })
      .object("nextMonth",
              [&] {
                json.text("plan", catalog.plans[quote.nextMonth.plan].id).number("quotaMinutes", quote.nextMonth.quota);
              })
      .object("renewal",
              [&] {
                json.date("on", quote.renewal.on)
                    .month("month", quote.renewal.month)
                    .text("plan", catalog.plans[quote.renewal.plan].id)
                    .number("amount", quote.renewal.amount)
                    .numberOrNull("shortfall", quote.renewal.shortfall);
              })
      .objectOrNull("balance", quote.balance, [&](const BalanceEffect& balance) { writeBalance(json, balance); });
}

void writePurchase(Writer& json, const Catalog& catalog, const Purchase& purchase) {
  json.object("quote", [&] { writeQuote(json, catalog, purchase.quote); })
      .objectOrNull("account", purchase.account, [&](const Account& account) { writeAccount(json, catalog, account); });
}

}  // namespace prorata::json
