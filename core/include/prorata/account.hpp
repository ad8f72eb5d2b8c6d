#pragma once

#include <optional>
#include <vector>

#include "prorata/catalog.hpp"
#include "prorata/export.hpp"

/// What the customer holds on the date of a request.
namespace prorata {
PRORATA_API_BEGIN

/// `plan` is held from this day until the next spell begins or the month ends.
struct PlanSpell {
  PlanIndex plan;
  Date from;
};

/// A plan change that is scheduled for the 1st of a later month.
struct PendingChange {
  PlanIndex plan;
  Date effectiveOn;
};

struct OwnedPack {
  /// Absent for a kind that is no longer sold.
  std::optional<PackIndex> pack;
  Date purchasedOn;
  /// As of the last monthly settlement: what was left on the 1st, or the full size of a pack bought since.
  Minutes remaining;
};

struct Account {
  /// The plan held on the date of the request.
  PlanIndex plan = 0;
  /// This month's plans in order, from the day the service started or the 1st. Absent: `plan` since the 1st.
  std::optional<std::vector<PlanSpell>> history;
  std::optional<PendingChange> pendingChange;
  std::optional<Date> lastDowngradeOn;
  std::vector<OwnedPack> packs;
  /// Used this month before the date of the request; not yet deducted from any pack. Absent: none.
  std::optional<Minutes> used;
  /// May be negative.
  std::optional<Money> balance;
  /// What the 1st of next month still settles for that month, after a change made when it was charged already: see
  /// Renewal. Never 0; absent: nothing.
  std::optional<Money> nextMonthDifference;
};

/// A new account: the default plan since the 1st and nothing else.
[[nodiscard]] Account newAccount(const Catalog& catalog);

/// Throws PricingError, pointing below /account, when the account cannot be as it says on `on`:
/// managed_account when its plan is sold through sales;
/// inconsistent_account when the history is empty, leaves the month, descends, passes `on`, names a plan sold through
/// sales or does not end with `plan`; when the pending change is to the same plan, to one sold through sales or not on
/// the 1st of a later month; when the last downgrade or a purchase lies after `on`; when the difference for next month
/// is 0 or stands although that month is not yet charged.
void checkAccount(const Catalog& catalog, const Account& account, Date on);

/// The month's plans in order; each begins where the one before it ends.
[[nodiscard]] std::vector<PlanSpell> planHistory(const Account& account, Date on);

/// The plan quota of the month of `on`.
/// Full-month: the quota of the plan held. Day-weighted (Easemob): the sum of quota x days / D over the month's plans,
/// rounded down once; a day of change belongs to the new plan, of several changes on one day the last counts, and days
/// before the first plan carry nothing. Basic (120 000) until 2024-08-15, then flagship (1 500 000):
/// (120 000 x 15 + 1 500 000 x 16) / 31 -> 832 258.
/// Free minutes are for a month in which nothing is paid for: days on a plan of price 0 carry quota only while no plan
/// of a price above 0 has a day in the month (Shengwang). Free until 2024-11-10, then basic:
/// 120 000 x 20 / 30 = 80 000; free until 2024-01-30, then basic: 120 000 x 1 / 31 -> 3 870, less than the 10 000
/// before.
[[nodiscard]] Minutes monthQuota(const Catalog& catalog, const Account& account, Date on);

/// The plan that a month later than the account's present one starts with.
[[nodiscard]] PlanIndex planStarting(const Account& account, Month month);

/// Whether the fee of `month` was paid when the account's pending change was asked for: it is the first month of a
/// lower plan, under a policy that charges for that on request. A pending change to a higher tier never is.
[[nodiscard]] bool isPaidOnRequest(const Catalog& catalog, const Account& account, Month month);

/// Whether a pack owned on `on` can serve usage of that month. Its purchase is not in the future.
[[nodiscard]] bool isUsable(const Catalog& catalog, const OwnedPack& pack, Date on);

PRORATA_API_END
}  // namespace prorata
