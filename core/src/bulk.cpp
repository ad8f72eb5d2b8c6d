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
  refuse(ErrorCode::invalidValue, column, columns.first + shortest, "The columns are equally long.");
}

constexpr std::int32_t dayOf(Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

constexpr std::int32_t earliest = dayOf(earliestRequestDate), latest = dayOf(latestRequestDate);

// An account that has held its plan since the 1st pays by the two plans, the day of the month and the month's length.
// Rows have these in common with many others, so what was worked out last stays at hand, and so does where days lie.
// What is at hand has been checked.
class AmountsDue {
 public:
  AmountsDue(const Catalog& catalog, const QuoteColumns& columns)
      : catalog_(catalog), columns_(columns), days_(dayPlaces), amounts_(amountPlaces) {
    // A row of day 0, which is in 1970, would find it at hand in its place. Day 1 has another.
    days_.front().number = 1;
  }

  std::int64_t of(std::size_t row) {
    const std::int32_t on = columns_.on[row];
    Day& day = days_[static_cast<std::uint32_t>(on) % dayPlaces];
    if (day.number != on) day = {on, placeInMonth(row)};

    const std::uint32_t from = columns_.from[row], to = columns_.to[row];
    const std::uint32_t key = (from << 8 | to) << 7 | day.placeInMonth;
    Amount& amount = amounts_[((from << 3 ^ to) << 7 | day.placeInMonth) % amountPlaces];
    if (amount.key != key) amount = {key, workedOut(row)};
    return amount.due;
  }

 private:
  // Eleven years have a place for each day, eight plans one for each amount; those of more take turns.
  static constexpr std::uint32_t dayPlaces = 4'096, amountPlaces = 8'192;

  // No key is 0, as no place in a month is.
  struct Day {
    std::int32_t number = 0;
    std::uint32_t placeInMonth = 0;
  };
  struct Amount {
    std::uint32_t key = 0;
    std::int64_t due = 0;
  };

  [[noreturn]] void refuseRow(ErrorCode code, const char* column, std::size_t row, const char* message) const {
    refuse(code, column, columns_.first + row, message);
  }

  [[nodiscard]] Date dateOf(std::size_t row) const {
    return Date{std::chrono::sys_days{std::chrono::days{columns_.on[row]}}};
  }

  // The length of the month and the day of it, in seven bits.
  [[nodiscard]] std::uint32_t placeInMonth(std::size_t row) const {
    const std::int32_t day = columns_.on[row];
    if (day < earliest || day > latest)
      refuseRow(ErrorCode::invalidDate, "/on/", row, "This is no day from 2000-01-01 to 2999-12-31.");
    const Date date = dateOf(row);
    const auto length = static_cast<std::uint32_t>(daysIn(monthOf(date)));
    return (length - 28) << 5 | static_cast<unsigned>(date.day());
  }

  [[nodiscard]] std::int64_t workedOut(std::size_t row) const {
    const PlanIndex from = columns_.from[row], to = columns_.to[row];
    if (from >= catalog_.plans.size())
      refuseRow(ErrorCode::unknownPlan, "/from/", row, "The price list has no such plan.");
    if (to >= catalog_.plans.size()) refuseRow(ErrorCode::unknownPlan, "/to/", row, "The price list has no such plan.");
    if (!catalog_.plans[from].isSelfServe())
      refuseRow(ErrorCode::managedAccount, "/from/", row, "This plan is managed by the sales team.");

    Account account;
    account.plan = from;
    const PlanChange change = quotePlanChange(catalog_, account, dateOf(row), to);
    return change.allowed() ? planChangeAmount(catalog_, change, dateOf(row)).value : noAmount;
  }

  const Catalog& catalog_;
  const QuoteColumns& columns_;
  std::vector<Day> days_;
  std::vector<Amount> amounts_;
};

}  // namespace

void quoteColumns(const Catalog& catalog, const QuoteColumns& columns, std::span<std::int64_t> due) {
  checkLengths(columns);
  AmountsDue amounts(catalog, columns);
  for (std::size_t row = 0; row < columns.on.size(); ++row) due[row] = amounts.of(row);
}

}  // namespace prorata
