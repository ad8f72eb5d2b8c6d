#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "prorata/account.hpp"

/// The bill a buyer confirms before paying: a plan change and top-up packs in one cart.
namespace prorata {

struct CartItem {
  PackIndex pack;
  /// 1 to 10 000.
  std::int64_t quantity;
};

struct QuoteRequest {
  Date on;
  /// Checked (checkAccount) when the request is read.
  Account account;
  /// The plan to change to, if any.
  std::optional<PlanIndex> plan;
  /// Each kind at most once.
  std::vector<CartItem> packs;
};

enum class ChangeKind { subscribe, upgrade, downgrade, cancel, none };

/// Why a change is not possible, in the order in which the reasons are looked for.
enum class Refusal {
  /// Another change is scheduled; withdrawing or altering it goes through sales (Easemob, Shengwang).
  pendingChange,
  alreadyOnPlan,
  contactSales,
  /// A downgrade was already asked for in this calendar month (Easemob).
  downgradeLimit,
};

struct PlanChange {
  ChangeKind kind;
  PlanIndex from;
  PlanIndex to;
  std::optional<Refusal> refusal;
  /// Absent when refused.
  std::optional<Date> effectiveOn;
  /// When refused for a pending change or the downgrade limit: the first date on which it can be asked for again.
  std::optional<Date> allowedFrom;

  [[nodiscard]] bool allowed() const noexcept { return !refusal; }
};

/// The line's amount is the plan's full price times days / ofDays.
struct ProratedDays {
  int days;
  int ofDays;
};

/// A charge for the new plan, or a credit (negative) for what the old one will not be used for.
struct PlanLine {
  enum class Kind { charge, credit };
  Kind kind;
  PlanIndex plan;
  Month month;
  Money price;
  /// Absent where nothing is prorated.
  std::optional<ProratedDays> proration;
  Money amount;
};

struct PackLine {
  PackIndex pack;
  Money price;
  std::int64_t quantity;
  Money amount;
};

using QuoteLine = std::variant<PlanLine, PackLine>;

struct QuotedPack {
  PackIndex pack;
  std::int64_t quantity;
  /// Of all of them together.
  Minutes minutes;
  Money amount;
  DateRange valid;
};

/// The next automatic charge. The amount is 0 when that plan is free.
struct Renewal {
  Date on;
  Month month;
  PlanIndex plan;
  Money amount;
};

struct BalanceEffect {
  Money before;
  /// max(0, before - due).
  Money after;
  /// What has to be recharged first: max(0, due - before).
  Money shortfall;
};

struct Quote {
  Date on;
  Period period;
  std::optional<PlanChange> planChange;
  std::vector<QuotedPack> packs;
  /// Charge, credit, then packs in the order of the cart. They sum to amountDue; a line of amount 0 is left out.
  std::vector<QuoteLine> lines;
  Money amountDue;
  struct {
    Minutes before;
    Minutes after;
  } quota;
  /// What the month can draw on after the purchase; remaining is never below 0.
  struct {
    Minutes plan;
    Minutes packs;
    Minutes used;
    Minutes remaining;
  } capacity;
  struct {
    PlanIndex plan;
    Minutes quota;
  } nextMonth;
  Renewal renewal;
  /// Absent when the account gives no balance.
  std::optional<BalanceEffect> balance;
  /// The account once this quote is paid: plan, history, pending change, and the cart's packs after those it had.
  Account accountAfter;
};

/// Whether, and from when, the account can change to plan `to` on `on`.
/// A higher tier takes effect at once. A lower one takes effect on the 1st of next month - of the month after it when
/// the policy sets a cutoff and next month is already charged - or at once where the policy says immediately.
[[nodiscard]] PlanChange quotePlanChange(const Catalog& catalog, const Account& account, Date on, PlanIndex to);

/// What the plan change alone costs on `on`: its lines, none when it is refused.
/// A change that takes effect at once costs (new - old) x R / D under remaining-days, new - old under full-month.
/// The charge is the new plan's share; under `net` rounding the difference is rounded once and the credit is what
/// remains to it, under `line` rounding the old plan's share is rounded on its own.
/// 2024-08-16, basic 738.00 -> flagship 8399.00, 16 of 31 days left: charge 4334.97, credit -380.91, due 3954.06.
/// A downgrade from next month on costs nothing now, or, charged on request, the lower plan's full price.
[[nodiscard]] std::vector<PlanLine> planChangeLines(const Catalog& catalog, const PlanChange& change, Date on);

/// The whole bill. Packs are sold even where the plan change is refused.
/// Throws PricingError out_of_range at "" when a figure of the bill passes 2^53 - 1.
[[nodiscard]] Quote quote(const Catalog& catalog, const QuoteRequest& request);

}  // namespace prorata
