#include "documents.hpp"

namespace prorata::json {
namespace {

PlanSpell readSpell(const Catalog& catalog, const Reader& at) {
  at.expectMembers({"plan", "from"});
  return {readPlan(catalog, at.at("plan")), at.at("from").date()};
}

PendingChange readPendingChange(const Catalog& catalog, const Reader& at) {
  at.expectMembers({"plan", "effectiveOn"});
  return {readPlan(catalog, at.at("plan")), at.at("effectiveOn").date()};
}

OwnedPack readOwnedPack(const Catalog& catalog, const Reader& at) {
  at.expectMembers({"pack", "purchasedOn", "remainingMinutes"});
  return {at.maybe("pack", [&](const Reader& pack) { return readPack(catalog, pack); }), at.at("purchasedOn").date(),
          at.at("remainingMinutes").minutes()};
}

void writeSpell(Writer& json, const Catalog& catalog, const PlanSpell& spell) {
  json.text("plan", catalog.plans[spell.plan].id).date("from", spell.from);
}

void writePendingChange(Writer& json, const Catalog& catalog, const PendingChange& pending) {
  json.text("plan", catalog.plans[pending.plan].id).date("effectiveOn", pending.effectiveOn);
}

void writeOwnedPack(Writer& json, const Catalog& catalog, const OwnedPack& pack) {
  if (pack.pack) json.text("pack", catalog.packs[*pack.pack].id);
  json.date("purchasedOn", pack.purchasedOn).number("remainingMinutes", pack.remaining);
}

}  // namespace

PlanIndex readPlan(const Catalog& catalog, const Reader& at) {
  const auto plan = catalog.findPlan(at.text());
  if (!plan) at.fail(ErrorCode::unknownPlan, "The price list has no such plan.");
  return *plan;
}

PackIndex readPack(const Catalog& catalog, const Reader& at) {
  const auto pack = catalog.findPack(at.text());
  if (!pack) at.fail(ErrorCode::unknownPack, "The price list has no such pack.");
  return *pack;
}

std::optional<std::string_view> idOf(const Catalog& catalog, const std::optional<PackIndex>& pack) {
  if (!pack) return std::nullopt;
  return catalog.packs[*pack].id;
}

Account readAccount(const Catalog& catalog, const Reader& request, Date on) {
  if (!request.has("account")) return newAccount(catalog);
  const Reader at = request.at("account");
  at.expectMembers({"plan", "history", "pendingChange", "lastDowngradeOn", "packs", "usedMinutes", "balance",
                    "nextMonthDifference"});

  Account account;
  account.plan = readPlan(catalog, at.at("plan"));
  account.history = at.maybe("history", [&](const Reader& history) {
    return history.items([&](const Reader& spell) { return readSpell(catalog, spell); });
  });
  account.pendingChange =
      at.maybe("pendingChange", [&](const Reader& pending) { return readPendingChange(catalog, pending); });
  account.lastDowngradeOn = at.maybe("lastDowngradeOn", [](const Reader& date) { return date.date(); });
  if (at.has("packs"))
    account.packs = at.at("packs").items([&](const Reader& pack) { return readOwnedPack(catalog, pack); });
  account.used = at.maybe("usedMinutes", [](const Reader& minutes) { return minutes.minutes(); });
  const auto money = [](const Reader& amount) { return Money{amount.integer(-largestInteger)}; };
  account.balance = at.maybe("balance", money);
  account.nextMonthDifference = at.maybe("nextMonthDifference", money);

  checkAccount(catalog, account, on);
  return account;
}

void writeAccount(Writer& json, const Catalog& catalog, const Account& account) {
  json.text("plan", catalog.plans[account.plan].id);
  if (account.history)
    json.array("history", *account.history, [&](const PlanSpell& spell) { writeSpell(json, catalog, spell); });
  if (account.pendingChange)
    json.object("pendingChange", [&] { writePendingChange(json, catalog, *account.pendingChange); });
  if (account.lastDowngradeOn) json.date("lastDowngradeOn", *account.lastDowngradeOn);
  if (!account.packs.empty())
    json.array("packs", account.packs, [&](const OwnedPack& pack) { writeOwnedPack(json, catalog, pack); });
  if (account.used) json.number("usedMinutes", *account.used);
  if (account.balance) json.number("balance", *account.balance);
  if (account.nextMonthDifference) json.number("nextMonthDifference", *account.nextMonthDifference);
}

}  // namespace prorata::json
