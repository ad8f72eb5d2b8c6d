#include "prorata/bulk.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "prorata/error.hpp"
#include "prorata/quote.hpp"

namespace prorata {
namespace {

[[noreturn]] void refuse(ErrorCode code, const char* column, std::size_t row, const char* message) {
  throw PricingError(code, std::string(column) + std::to_string(row), message);
}

void checkLengths(const QuoteColumns& columns) {
  const std::size_t shortest = std::min({columns.on.size(), columns.from.size(), columns.to.size()});
  const std::size_t longest = std::max({columns.on.size(), columns.from.size(), columns.to.size()});
  if (shortest == longest) return;
  const char* column = columns.on.size() == shortest ? "/on/" : columns.from.size() == shortest ? "/from/" : "/to/";
  refuse(ErrorCode::invalidValue, column, shortest, "The columns are equally long.");
}

constexpr std::int32_t dayOf(Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

constexpr std::int32_t earliest = dayOf(earliestRequestDate), latest = dayOf(latestRequestDate);

// An account that has held its plan since the 1st pays by the two plans, the day of the month and the month's length.
// Rows have these in common with many others, so what was worked out last stays at hand.
class AmountsDue {
 public:
  explicit AmountsDue(const Catalog& catalog) : catalog_(catalog), known_(places) {}

  std::int64_t of(Date on, PlanIndex from, PlanIndex to) {
    const auto day = static_cast<unsigned>(on.day()), days = static_cast<unsigned>(daysIn(monthOf(on)));
    const auto pair = static_cast<std::uint32_t>(from * catalog_.plans.size() + to);
    const std::uint32_t key = ((pair * 4 + (days - 28)) << 5) + day;
    Known& known = known_[key % places];
    if (known.key != key) known = {key, workedOut(on, from, to)};
    return known.due;
  }

 private:
  // Eight plans have one for each; those of more take turns.
  static constexpr std::size_t places = 8'192;

  // No key is 0, as no day is.
  struct Known {
    std::uint32_t key = 0;
    std::int64_t due = 0;
  };

  std::int64_t workedOut(Date on, PlanIndex from, PlanIndex to) {
    Account account;
    account.plan = from;
    const PlanChange change = quotePlanChange(catalog_, account, on, to);
    return change.allowed() ? planChangeAmount(catalog_, change, on).value : noAmount;
  }

  const Catalog& catalog_;
  std::vector<Known> known_;
};

}  // namespace

void quoteColumns(const Catalog& catalog, const QuoteColumns& columns, std::span<std::int64_t> due) {
  checkLengths(columns);
  AmountsDue amounts(catalog);
  for (std::size_t row = 0; row < columns.on.size(); ++row) {
    const std::int32_t day = columns.on[row];
    const PlanIndex from = columns.from[row], to = columns.to[row];
    if (day < earliest || day > latest)
      refuse(ErrorCode::invalidDate, "/on/", row, "This is no day from 2000-01-01 to 2999-12-31.");
    if (from >= catalog.plans.size()) refuse(ErrorCode::unknownPlan, "/from/", row, "The price list has no such plan.");
    if (to >= catalog.plans.size()) refuse(ErrorCode::unknownPlan, "/to/", row, "The price list has no such plan.");
    if (!catalog.plans[from].isSelfServe())
      refuse(ErrorCode::managedAccount, "/from/", row, "This plan is managed by the sales team.");
    due[row] = amounts.of(Date{std::chrono::sys_days{std::chrono::days{day}}}, from, to);
  }
}

}  // namespace prorata
