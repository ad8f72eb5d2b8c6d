#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "prorata/calendar.hpp"
#include "prorata/export.hpp"
#include "prorata/money.hpp"

/// One price list: plans, packs, overage, conversion and the policy by which they are sold. All of it is data.
namespace prorata {
PRORATA_API_BEGIN

/// A text by BCP 47 tag, in the order its author wrote; "en" and "zh-CN" at least.
using LocalizedText = std::vector<std::pair<std::string, std::string>>;

/// Position of a plan in the price list, which is its tier: higher index, higher tier. Prices need not ascend.
using PlanIndex = std::size_t;
using PackIndex = std::size_t;

enum class Availability { included, limitedFree };
using Features = std::vector<std::pair<std::string, Availability>>;

/// What happens to usage that neither quota nor packs absorb: billed afterwards, or service stops.
enum class OverageMode { postpaid, suspend };

/// A plan (套餐包) anyone can subscribe to.
struct SelfServe {
  Money monthlyPrice;
  std::optional<Money> listPrice;
  Minutes monthlyMinutes;
  /// How many of monthlyMinutes are a gift; part of them, not in addition.
  Minutes bonusMinutes;
  OverageMode overage = OverageMode::postpaid;
};

/// A plan that only the sales team sells: no figure can be quoted for it.
struct ContactSales {
  std::optional<Minutes> minimumMinutes;
};

struct Plan {
  std::string id;
  LocalizedText name;
  std::variant<SelfServe, ContactSales> terms;
  Features features;

  [[nodiscard]] bool isSelfServe() const noexcept { return std::holds_alternative<SelfServe>(terms); }
  /// Precondition: isSelfServe().
  [[nodiscard]] const SelfServe& selfServe() const { return std::get<SelfServe>(terms); }
  /// Whether nothing is paid for it. A plan sold through sales counts as priced above 0.
  [[nodiscard]] bool isFree() const { return isSelfServe() && selfServe().monthlyPrice == Money{0}; }
};

/// A top-up pack (加油包): minutes for excess usage, bought at once, never prorated, never refunded.
struct Pack {
  std::string id;
  LocalizedText name;
  Minutes minutes;
  Money price;
};

/// Excess minutes cost `price` for every `perMinutes`, pro rata.
struct OverageRate {
  Money price;
  std::int64_t perMinutes = 1;

  /// Exact cost in minor units, not yet rounded.
  [[nodiscard]] Ratio cost(Int128 minutes) const { return {minutes * price.value, perMinutes}; }
};

enum class Sdk { native, miniProgram };
enum class Role { host, interactiveAudience, broadcastAudience };
enum class Media { audio, hd, fhd, k2, k2Plus };

/// How media usage becomes standard minutes (标准时长).
struct Conversion {
  /// A video class reaches up to maxPixels of aggregate resolution; the last has no limit.
  struct VideoClass {
    Media media;
    std::optional<std::int64_t> maxPixels;
  };
  /// A stream of exactly `pixels` counts as `as` pixels.
  struct Calibration {
    std::int64_t pixels;
    std::int64_t as;
  };
  std::vector<VideoClass> video;
  std::optional<std::vector<Calibration>> calibrations;
  std::map<Sdk, std::map<Role, std::map<Media, Decimal>>> coefficients;
};

enum class PriceProration { remainingDays, fullMonth };
enum class Rounding { net, line };
enum class QuotaProration { dayWeighted, fullMonth };
enum class DowngradeStart { nextMonth, immediately };
enum class DowngradeCharge { onRenewal, onRequest };
/// What becomes of a downgrade asked for after next month was charged: nothing special, it takes effect a month later
/// (Shengwang), or it is refused until the 1st (Agora).
enum class DowngradeCutoff { none, renewalDay, renewalDayWait };
/// Who can take a scheduled change back: the sales team (Easemob), or the buyer until it is executed (Shengwang).
enum class Withdrawal { throughSales, selfServe };

/// Charged on this day (1 to 28) of the month before the one paid for; day 1 means the 1st of the month paid for.
struct RenewalOnDay {
  int day;
};
/// Charged this many days (0 to 26) before the last day of the month before the one paid for.
struct RenewalBeforeMonthEnd {
  int days;
};

struct Policy {
  struct {
    PriceProration price;
    Rounding rounding;
    QuotaProration quota;
  } proration;
  std::variant<RenewalOnDay, RenewalBeforeMonthEnd> renewal;
  struct {
    DowngradeStart start;
    /// Whether only one downgrade may be asked for in a calendar month (Easemob, Agora); Shengwang names no limit.
    bool oncePerMonth;
    DowngradeCharge charge;
    DowngradeCutoff cutoff;
    Withdrawal withdrawal;
  } downgrade;
};

struct Catalog {
  std::string id;
  /// Changes whenever a figure changes; a quote made under another version does not verify.
  std::string version;
  LocalizedText name;
  std::optional<std::string> source;
  std::string currencyCode;
  int minorDigits = 2;
  std::string timeZone;
  std::vector<Plan> plans;
  /// The plan of a new account; self-serve.
  PlanIndex defaultPlan = 0;
  std::vector<Pack> packs;
  /// A pack serves its month of purchase and this many months after it.
  int packValidityMonths = 12;
  OverageRate overage;
  Conversion conversion;
  Policy policy;

  /// Precondition: the plan is self-serve.
  [[nodiscard]] const SelfServe& selfServe(PlanIndex plan) const { return plans[plan].selfServe(); }

  [[nodiscard]] std::optional<PlanIndex> findPlan(std::string_view planId) const noexcept;
  [[nodiscard]] std::optional<PackIndex> findPack(std::string_view packId) const noexcept;
};

/// Throws PricingError invalid_catalog, with a pointer into the catalog document, where members that are well-formed
/// each contradict one another: an id used twice, more bonus minutes than minutes, a default plan that cannot be
/// subscribed to, no postpaid plan, video classes that do not ascend to one without limit, a downgrade that is
/// immediate although price or quota count full months, the lower plan is charged on request, or a cutoff is set, a
/// withdrawal by the buyer of what was charged on request, and a downgrade from next month on without cutoff where next
/// month is charged before its 1st: asked for after that, it would be paid for at the higher price and served at the
/// lower.
void checkCatalog(const Catalog& catalog);

/// The day on which the plan fee of `month` is charged.
[[nodiscard]] Date chargeDate(const Policy& policy, Month month);

/// Whether on `on` the fee of the next month is already charged: `on` is its charge date or past it. Such a date is
/// called late. None is when the fee is charged on the 1st of its own month.
[[nodiscard]] bool isNextMonthCharged(const Policy& policy, Date on);

/// Both days included.
struct DateRange {
  Date from;
  Date through;
};

/// The usage a pack bought on `purchasedOn` may serve: from the 1st of that month to the last day of the same month
/// packValidityMonths later. 2024-08-15 -> 2024-08-01 to 2025-08-31; 2027-02-10 -> to 2028-02-29.
/// (Easemob RTC purchase guide, 12 months.)
[[nodiscard]] DateRange packWindow(const Catalog& catalog, Date purchasedOn);

PRORATA_API_END
}  // namespace prorata
