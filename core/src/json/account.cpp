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

Account readAccount(const Catalog& catalog, const Reader& request, Date on) {
  if (!request.has("account")) return newAccount(catalog);
  const Reader at = request.at("account");
  at.expectMembers({"plan", "history", "pendingChange", "lastDowngradeOn", "packs", "usedMinutes", "balance"});

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
  if (at.has("usedMinutes")) account.used = at.at("usedMinutes").minutes();
  account.balance = at.maybe("balance", [](const Reader& balance) { return Money{balance.integer(-largestInteger)}; });

  checkAccount(catalog, account, on);
  return account;
}

}  // namespace prorata::json
