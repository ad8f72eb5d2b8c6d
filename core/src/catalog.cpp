#include "prorata/catalog.hpp"

#include <algorithm>
#include <string_view>

#include "prorata/error.hpp"
#include "sort.hpp"

namespace prorata {
namespace {

[[noreturn]] void refuse(std::string path, const std::string& message) {
  throw PricingError(ErrorCode::invalidCatalog, std::move(path), message);
}

// An item whose key an earlier one has already.
template <class Items, class Key>
std::optional<std::size_t> findRepeated(const Items& items, Key keyOf) {
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  sort(order, [&](std::size_t a, std::size_t b) {
    return keyOf(items[a]) != keyOf(items[b]) ? keyOf(items[a]) < keyOf(items[b]) : a < b;
  });
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (keyOf(items[order[i - 1]]) == keyOf(items[order[i]])) return order[i];
  }
  return std::nullopt;
}

template <class Items>
void checkUniqueIds(const Items& items, const std::string& path) {
  const auto repeated = findRepeated(items, [](const auto& item) -> std::string_view { return item.id; });
  if (repeated)
    refuse(path + '/' + std::to_string(*repeated) + "/id", "The id \"" + items[*repeated].id + "\" is used twice.");
}

void checkPlans(const Catalog& catalog) {
  checkUniqueIds(catalog.plans, "/plans");
  bool anyPostpaid = false;
  for (std::size_t i = 0; i < catalog.plans.size(); ++i) {
    if (!catalog.plans[i].isSelfServe()) continue;
    const SelfServe& terms = catalog.selfServe(i);
    if (terms.bonusMinutes > terms.monthlyMinutes)
      refuse("/plans/" + std::to_string(i) + "/bonusMinutes", "Bonus minutes are part of the monthly minutes.");
    anyPostpaid |= terms.overage == OverageMode::postpaid;
  }
  if (!anyPostpaid) refuse("/plans", "At least one plan must bill its overage afterwards.");
  if (!catalog.plans[catalog.defaultPlan].isSelfServe())
    refuse("/defaultPlan", "The plan of a new account cannot be one sold through sales.");
}

void checkConversion(const Conversion& conversion) {
  const auto& video = conversion.video;
  for (std::size_t i = 0; i < video.size(); ++i) {
    const std::string path = "/conversion/video/" + std::to_string(i) + "/maxPixels";
    const bool last = i + 1 == video.size();
    if (last && video[i].maxPixels) refuse(path, "The last video class has no limit.");
    if (!last && !video[i].maxPixels) refuse(path, "Only the last video class has no limit.");
    if (!last && i > 0 && *video[i].maxPixels <= *video[i - 1].maxPixels) refuse(path, "Video classes ascend.");
  }
  if (!conversion.calibrations) return;
  const auto repeated = findRepeated(*conversion.calibrations, [](const auto& item) { return item.pixels; });
  if (repeated)
    refuse("/conversion/calibrations/" + std::to_string(*repeated) + "/pixels", "A resolution is calibrated once.");
}

// An immediate downgrade gives money back by the remaining days and weighs the quota by them; the other ways of
// selling a downgrade have no meaning beside it.
void checkImmediateDowngrade(const Policy& policy) {
  if (policy.proration.price == PriceProration::fullMonth)
    refuse("/policy/proration/price", "An immediate downgrade needs remaining-days prices.");
  if (policy.proration.quota == QuotaProration::fullMonth)
    refuse("/policy/proration/quota", "An immediate downgrade needs a day-weighted quota.");
  if (policy.downgrade.charge == DowngradeCharge::onRequest)
    refuse("/policy/downgrade/charge", "An immediate downgrade is settled at once.");
  if (policy.downgrade.cutoff != DowngradeCutoff::none)
    refuse("/policy/downgrade/cutoff", "An immediate downgrade has no cutoff.");
}

void checkScheduledDowngrade(const Policy& policy) {
  const auto* onDay = std::get_if<RenewalOnDay>(&policy.renewal);
  const bool chargedBefore = onDay == nullptr || onDay->day != 1;
  if (chargedBefore && policy.downgrade.cutoff == DowngradeCutoff::none)
    refuse("/policy/downgrade/cutoff", "A downgrade needs a cutoff where next month is charged before it begins.");
}

void checkPolicy(const Policy& policy) {
  if (policy.downgrade.start == DowngradeStart::immediately) {
    checkImmediateDowngrade(policy);
  } else {
    checkScheduledDowngrade(policy);
  }
  if (policy.downgrade.charge == DowngradeCharge::onRequest && policy.downgrade.withdrawal == Withdrawal::selfServe)
    refuse("/policy/downgrade/withdrawal", "A month paid for on request would have to be paid back.");
}

template <class Items>
std::optional<std::size_t> findId(const Items& items, std::string_view id) noexcept {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

std::optional<PlanIndex> Catalog::findPlan(std::string_view planId) const noexcept { return findId(plans, planId); }

std::optional<PackIndex> Catalog::findPack(std::string_view packId) const noexcept { return findId(packs, packId); }

void checkCatalog(const Catalog& catalog) {
  checkPlans(catalog);
  checkUniqueIds(catalog.packs, "/packs");
  checkConversion(catalog.conversion);
  checkPolicy(catalog.policy);
}

Date chargeDate(const Policy& policy, Month month) {
  const Month before = monthAfter(month, -1);
  if (const auto* onDay = std::get_if<RenewalOnDay>(&policy.renewal)) {
    if (onDay->day == 1) return firstDayOf(month);
    return before / onDay->day;
  }
  return plusDays(lastDayOf(before), -std::get<RenewalBeforeMonthEnd>(policy.renewal).days);
}

bool isNextMonthCharged(const Policy& policy, Date on) { return on >= chargeDate(policy, monthAfter(monthOf(on))); }

DateRange packWindow(const Catalog& catalog, Date purchasedOn) {
  const Month first = monthOf(purchasedOn);
  return {firstDayOf(first), lastDayOf(monthAfter(first, catalog.packValidityMonths))};
}

}  // namespace prorata
