#include "prorata/bulk.hpp"

#include <algorithm>
#include <string>

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

}  // namespace

void quoteColumns(const Catalog& catalog, const QuoteColumns& columns, std::span<std::int64_t> due) {
  checkLengths(columns);
  Account account;
  for (std::size_t row = 0; row < columns.on.size(); ++row) {
    const std::int32_t day = columns.on[row];
    const PlanIndex from = columns.from[row], to = columns.to[row];
    if (day < dayOf(earliestRequestDate) || day > dayOf(latestRequestDate))
      refuse(ErrorCode::invalidDate, "/on/", row, "This is no day from 2000-01-01 to 2999-12-31.");
    if (from >= catalog.plans.size()) refuse(ErrorCode::unknownPlan, "/from/", row, "The price list has no such plan.");
    if (to >= catalog.plans.size()) refuse(ErrorCode::unknownPlan, "/to/", row, "The price list has no such plan.");
    if (!catalog.plans[from].isSelfServe())
      refuse(ErrorCode::managedAccount, "/from/", row, "This plan is managed by the sales team.");

    const Date on{std::chrono::sys_days{std::chrono::days{day}}};
    account.plan = from;
    const PlanChange change = quotePlanChange(catalog, account, on, to);
    due[row] = change.allowed() ? planChangeAmount(catalog, change, on).value : noAmount;
  }
}

}  // namespace prorata
