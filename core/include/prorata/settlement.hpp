#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "prorata/account.hpp"
#include "prorata/export.hpp"

/// An account brought to a later date, with everything that happens to it on the way.
namespace prorata {
PRORATA_API_BEGIN

struct SettleRequest {
  /// The date as of which the account is given.
  Date on;
  Account account;
  /// The date to bring it to; not before `on`, and in a month at most mostSettledMonths after that of `on`.
  Date through;
  /// Usage of the whole months that end on the way, the first being that of `on`; may be absent where none does.
  std::optional<std::vector<Minutes>> usage;
  /// Used before `through` in its month. Absent: what the account has used where no month ends, else none.
  std::optional<Minutes> used;
};

inline constexpr int mostSettledMonths = 36;

/// On the 1st after it: what absorbed a month's usage. Its overage is charged then (Easemob: bill and deduction on the
/// 1st).
struct MonthClosed {
  struct Draw {
    std::optional<PackIndex> pack;
    Date purchasedOn;
    Minutes minutes;
  };
  Date on;
  Month month;
  /// The plan held at its end.
  PlanIndex plan;
  Minutes quota;
  Minutes used;
  Minutes fromPlan;
  /// In the order they were drawn on; packs that gave nothing are left out.
  std::vector<Draw> packs;
  struct {
    Minutes minutes;
    Money amount;
  } overage;
  Minutes unserved;
};

/// On the 1st after a pack's last month: what was left in it.
struct PackExpired {
  Date on;
  std::optional<PackIndex> pack;
  Date purchasedOn;
  Minutes minutes;
};

/// A scheduled change starts.
struct PlanChanged {
  Date on;
  PlanIndex from;
  PlanIndex to;
};

/// A renewal, or what the 1st makes up for a month that was charged before a change. An amount of 0 is no event.
struct Charged {
  enum class Reason { renewal, difference };
  Date on;
  Reason reason;
  Month month;
  PlanIndex plan;
  Money amount;
};

using SettlementEvent = std::variant<MonthClosed, PackExpired, PlanChanged, Charged>;

struct Settlement {
  /// By date; on one date the month's end comes first, then what expires, the change, and the charge.
  std::vector<SettlementEvent> events;
  /// As of `through`.
  Account account;
};

/// What falls on `on` has happened, what falls on `through` is included: settling to a day and from there on gives what
/// settling at once gives. Packs are drawn on as in `cover`, charges fall as Renewal says.
/// The balance pays for every amount and may go below zero (chosen: what is owed is owed). Packs leave the account when
/// their last month ends; the history does when the month it tells of ends.
/// 2024-08-16 to 2024-09-01, easemob-cn basic, 150 000 minutes used: August closes with 30 000 minutes over, 210.00,
/// and September is charged, 738.00. Throws PricingError: out_of_range at /through before `on` or too far past it;
/// missing_field at /usage where a month ends and none is given, invalid_value for another number of months;
/// out_of_range at /usage/0 or /usedMinutes when fewer minutes are given than the account has used already, and at ""
/// when a figure passes 2^53 - 1.
[[nodiscard]] Settlement settle(const Catalog& catalog, const SettleRequest& request);

PRORATA_API_END
}  // namespace prorata
