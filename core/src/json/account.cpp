#include "documents.hpp"
#include "object.hpp"

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

Json writeSpell(const Catalog& catalog, const PlanSpell& spell) {
  return Object().text("plan", catalog.plans[spell.plan].id).date("from", spell.from).take();
}

Json writeOwnedPack(const Catalog& catalog, const OwnedPack& pack) {
  Object json;
  if (pack.pack) json.text("pack", catalog.packs[*pack.pack].id);
  return json.date("purchasedOn", pack.purchasedOn).number("remainingMinutes", pack.remaining).take();
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

Json writeAccount(const Catalog& catalog, const Account& account) {
  Object json;
  json.text("plan", catalog.plans[account.plan].id);
  if (account.history)
    json.value("history",
               arrayOf(*account.history, [&](const PlanSpell& spell) { return writeSpell(catalog, spell); }));
  if (account.pendingChange)
    json.value("pendingChange", Object()
                                    .text("plan", catalog.plans[account.pendingChange->plan].id)
                                    .date("effectiveOn", account.pendingChange->effectiveOn)
                                    .take());
  if (account.lastDowngradeOn) json.date("lastDowngradeOn", *account.lastDowngradeOn);
  if (!account.packs.empty())
    json.value("packs", arrayOf(account.packs, [&](const OwnedPack& pack) { return writeOwnedPack(catalog, pack); }));
  if (account.used) json.number("usedMinutes", *account.used);
  if (account.balance) json.number("balance", *account.balance);
  if (account.nextMonthDifference) json.number("nextMonthDifference", *account.nextMonthDifference);
  return json.take();
}

}  // namespace prorata::json
