#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "prorata/account.hpp"
#include "prorata/export.hpp"

/// The bill a buyer confirms before paying: a plan change and top-up packs in one cart.
namespace prorata {
PRORATA_API_BEGIN

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

/// `withdraw` takes a scheduled change back, by naming the plan held.
enum class ChangeKind { subscribe, upgrade, downgrade, cancel, withdraw, none };

/// Why a change is not possible, in the order in which the reasons are looked for.
enum class Refusal {
  /// Another change is scheduled: altering it goes through sales (Easemob, Shengwang), and so does withdrawing it where
  /// the policy says so or its month is charged already.
  pendingChange,
  alreadyOnPlan,
  contactSales,
  /// A downgrade was already asked for in this calendar month (Easemob, Agora).
  downgradeLimit,
  /// Next month is charged already and the policy has a lower plan wait for its 1st (Agora).
  alreadyRenewed,
};

struct PlanChange {
  ChangeKind kind;
  PlanIndex from;
  PlanIndex to;
  std::optional<Refusal> refusal;
  /// Absent when refused.
  std::optional<Date> effectiveOn;
  /// When refused for a pending change, the downgrade limit or a renewal: the first date on which it can be asked for
  /// again; for a pending change the day it starts, also where it can be withdrawn before.
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

/// The next automatic charge (Easemob: renewal is automatic): on the first charge date past the quote's date, for the
/// month it pays for, the full price of the plan that month starts with, 0 when that is free. But
/// - a month paid for on request (isPaidOnRequest) is skipped;
/// - after a change that takes effect at once though next month is charged already (Agora: "may upgrade for the next
///   month as well"), that month was paid for on the old plan, and its 1st settles the difference of the full prices,
///   negative for money back. It is part of the account until then, and several add up; one of 0 is none.
struct Renewal {
  Date on;
  Month month;
  PlanIndex plan;
  Money amount;
  /// What the balance after the purchase lacks for it; absent without a balance.
  std::optional<Money> shortfall;
};

/// A debt is part of what has to be recharged (Agora: what is owed is paid first) but stops nothing that is free now.
struct BalanceEffect {
  Money before;
  /// 0 with a shortfall, once that is recharged and paid; else before - due, which may be negative.
  Money after;
  /// max(0, due - before) where something is due, else 0.
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
  /// The account once this quote is paid: see Purchase.
  Account accountAfter;
};

/// What a buyer commits to by paying, and what a server stores.
struct Purchase {
  Quote quote;
  /// As of the same date: the plan and the month's spells (those that began that day give way to the new one) after a
  /// change that took effect at once, the pending change after one that did not and none after a withdrawal, the date
  /// of a downgrade or cancel, the cart's packs after those it had, one each with all its minutes, the difference next
  /// month's 1st settles, and the balance. Absent while there is a shortfall. A refused change changes nothing.
  std::optional<Account> account;
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

/// The sum of those lines.
[[nodiscard]] Money planChangeAmount(const Catalog& catalog, const PlanChange& change, Date on);

/// The whole bill. Packs are sold even where the plan change is refused.
/// Throws PricingError out_of_range at "" when a figure of the bill passes 2^53 - 1.
[[nodiscard]] Quote quote(const Catalog& catalog, const QuoteRequest& request);

/// The bill and the account once it is paid; nothing is recorded. Throws as `quote`.
[[nodiscard]] Purchase purchase(const Catalog& catalog, const QuoteRequest& request);

PRORATA_API_END
}  // namespace prorata
