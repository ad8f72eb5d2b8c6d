#include "prorata/settlement.hpp"

#include <map>
#include <numeric>

#include "prorata/coverage.hpp"
#include "prorata/optimizer.hpp"
#include "random.hpp"

namespace prorata {
namespace {

constexpr PlanIndex basic = 1, flagship = 3;

template <class Event>
std::vector<Event> eventsOf(const std::vector<SettlementEvent>& events) {
  std::vector<Event> found;
  for (const SettlementEvent& event : events) {
    if (const auto* known = std::get_if<Event>(&event)) found.push_back(*known);
  }
  return found;
}

std::string described(const SettlementEvent& event) {
  struct Text {
    std::string operator()(const MonthClosed& closed) const {
      std::string text = toString(closed.on) + " closed " + toString(closed.month) + " on " +
                         std::to_string(closed.plan) + ": " + std::to_string(closed.used.value) + " of " +
                         std::to_string(closed.quota.value) + ", plan " + std::to_string(closed.fromPlan.value);
      for (const auto& draw : closed.packs)
        text += ", pack " + (draw.pack ? std::to_string(*draw.pack) : "?") + " of " + toString(draw.purchasedOn) + " " +
                std::to_string(draw.minutes.value);
      return text + ", over " + std::to_string(closed.overage.minutes.value) + " for " +
             std::to_string(closed.overage.amount.value) + ", unserved " + std::to_string(closed.unserved.value);
    }
    std::string operator()(const PackExpired& expired) const {
      return toString(expired.on) + " expired " + (expired.pack ? std::to_string(*expired.pack) : "?") + " of " +
             toString(expired.purchasedOn) + " with " + std::to_string(expired.minutes.value);
    }
    std::string operator()(const PlanChanged& changed) const {
      return toString(changed.on) + " from " + std::to_string(changed.from) + " to " + std::to_string(changed.to);
    }
    std::string operator()(const Charged& charged) const {
      return toString(charged.on) + (charged.reason == Charged::Reason::renewal ? " renewal " : " difference ") +
             toString(charged.month) + " on " + std::to_string(charged.plan) + " " +
             std::to_string(charged.amount.value);
    }
  };
  return std::visit(Text{}, event);
}

std::string described(const std::vector<SettlementEvent>& events) {
  std::string text;
  for (const SettlementEvent& event : events) text += described(event) + '\n';
  return text;
}

int monthsBetween(Date from, Date to) { return static_cast<int>((monthOf(to) - monthOf(from)).count()); }

TEST_CASE("the month closes first, then packs expire, the change starts, and the charge falls") {
  SettleRequest request{dateOf("2024-08-16"), {}, dateOf("2024-09-01"), std::vector<Minutes>{{1'600'000}}, {}};
  request.account.plan = flagship;
  request.account.pendingChange = PendingChange{basic, dateOf("2024-09-01")};
  request.account.packs = {{1, dateOf("2023-08-15"), Minutes{250'000}}};
  request.account.balance = Money{100'000};
  const Settlement settlement = settle(builtIn("easemob-cn"), request);
  CHECK(described(settlement.events) ==
        "2024-09-01 closed 2024-08 on 3: 1600000 of 1500000, plan 1500000, pack 1 of 2023-08-15 100000, over 0 for 0, "
        "unserved 0\n"
        "2024-09-01 expired 1 of 2023-08-15 with 150000\n"
        "2024-09-01 from 3 to 1\n"
        "2024-09-01 renewal 2024-09 on 1 73800\n");
  CHECK(described(settlement.account) == "plan 1; balance 26200");
}

TEST_CASE("what falls on the first day has happened, what falls on the last is included") {
  const Catalog catalog = builtIn("shengwang-cn");
  Account account;
  account.plan = basic;
  const auto charges = [&](const char* on, const char* through) {
    return settle(catalog, {dateOf(on), account, dateOf(through), {}, {}}).events.size();
  };
  CHECK(charges("2024-08-24", "2024-08-24") == 0);
  CHECK(charges("2024-08-24", "2024-08-25") == 1);
  CHECK(charges("2024-08-25", "2024-08-31") == 0);
}

TEST_CASE("what was used of the last month is what the request says, the account's while no month ended, or none") {
  const Catalog catalog = builtIn("easemob-cn");
  Account account;
  account.used = Minutes{10};
  const auto used = [&](const char* through, std::vector<Minutes> usage, std::optional<Minutes> said) {
    return settle(catalog, {dateOf("2024-08-16"), account, dateOf(through), std::move(usage), said}).account.used;
  };
  CHECK(used("2024-08-31", {}, {}) == Minutes{10});
  CHECK(used("2024-08-31", {}, Minutes{11}) == Minutes{11});
  CHECK(used("2024-09-10", {{10}}, {}) == std::nullopt);
  CHECK(used("2024-09-10", {{10}}, Minutes{0}) == std::nullopt);
  CHECK(used("2024-09-10", {{10}}, Minutes{1}) == Minutes{1});
  account.used = Minutes{0};
  CHECK(used("2024-08-31", {}, {}) == std::nullopt);
}

TEST_CASE("a settlement that lacks usage, or has too much of it, is refused where that is") {
  const Catalog catalog = builtIn("easemob-cn");
  SettleRequest request{dateOf("2024-08-16"), {}, dateOf("2024-09-30"), {}, {}};
  request.account.used = Minutes{10};
  const auto refused = [&](ErrorCode code, const char* path) {
    checkError([&] { static_cast<void>(settle(catalog, request)); }, code, path);
  };
  refused(ErrorCode::missingField, "/usage");
  request.usage = std::vector<Minutes>{{10}, {10}};
  refused(ErrorCode::invalidValue, "/usage");
  request.usage = std::vector<Minutes>{{9}};
  refused(ErrorCode::outOfRange, "/usage/0");
  request.usage = std::vector<Minutes>{{10}};
  request.used = Minutes{0};
  CHECK_NOTHROW(settle(catalog, request));
  request.through = dateOf("2024-08-15");
  refused(ErrorCode::outOfRange, "/through");
  request.through = dateOf("2027-09-01");
  refused(ErrorCode::outOfRange, "/through");
  request = {dateOf("2024-08-16"), request.account, dateOf("2024-08-31"), {}, Minutes{9}};
  refused(ErrorCode::outOfRange, "/usedMinutes");
}

// ---------------------------------------------------------------- properties

/// Usage of some months from a date on, each of which ends, and of the one after them.
struct Usage {
  std::vector<Minutes> months;

  /// What a settlement between two days of them needs to know; the usage of a month is spread evenly.
  [[nodiscard]] SettleRequest between(Date start, Date on, Account account, Date through) const {
    SettleRequest request{on, std::move(account), through, std::vector<Minutes>{}, usedBefore(start, through)};
    for (int month = monthsBetween(start, on); month < monthsBetween(start, through); ++month)
      request.usage->push_back(months[static_cast<std::size_t>(month)]);
    return request;
  }

  [[nodiscard]] Minutes usedBefore(Date start, Date day) const {
    const Minutes whole = months[static_cast<std::size_t>(monthsBetween(start, day))];
    const Month month = monthOf(day);
    return {whole.value * (daysIn(month) - remainingDays(day)) / daysIn(month)};
  }
};

/// An account on a day, some months of usage from then on, and a later day.
struct Course {
  Catalog catalog = anyCatalog();
  Date on = anyDate(catalog);
  Account account = anyAccount(catalog, on);
  Date through;
  Usage usage;

  explicit Course(int mostMonths = 5) {
    through = anyDayOf(catalog, monthAfter(monthOf(on), static_cast<int>(within(0, mostMonths))));
    if (through < on) through = on;
    for (int month = 0; month <= monthsBetween(on, through); ++month)
      usage.months.push_back(Minutes{onceIn(4) ? 0 : within(0, 6'000)});
    account.used = usage.usedBefore(on, on);
    if (account.used == Minutes{0}) account.used.reset();
  }

  [[nodiscard]] Settlement settled() const { return settle(catalog, usage.between(on, on, account, through)); }
};

/// Every day on which something may fall, and the days before them.
std::vector<Date> cutsOf(const Course& course) {
  std::vector<Date> cuts;
  for (Month month = monthOf(course.on); month <= monthOf(course.through); month = monthAfter(month)) {
    const Date charged = chargeDate(course.catalog.policy, monthAfter(month));
    for (const Date day : {firstDayOf(month), plusDays(firstDayOf(month), 1), lastDayOf(month), charged,
                           plusDays(charged, -1), plusDays(charged, 1)}) {
      if (course.on <= day && day <= course.through) cuts.push_back(day);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

TEST_CASE("settling to a day and from there on is settling at once, whatever the day") {
  CHECK(rc::check([] {
    const Course course;
    const Settlement atOnce = course.settled();
    const auto endsTheSame = [&](const std::vector<Date>& days) {
      Settlement stepped{{}, course.account};
      Date on = course.on;
      for (const Date day : days) {
        Settlement step = settle(course.catalog, course.usage.between(course.on, on, stepped.account, day));
        checkAccount(course.catalog, step.account, day);
        stepped.events.insert(stepped.events.end(), step.events.begin(), step.events.end());
        stepped.account = std::move(step.account);
        on = day;
      }
      RC_ASSERT(described(stepped.events) == described(atOnce.events));
      RC_ASSERT(described(stepped.account) == described(atOnce.account));
    };
    std::vector<Date> every = cutsOf(course);
    for (const Date day : every) endsTheSame({day, course.through});
    every.push_back(course.through);
    endsTheSame(every);
  }));
}

TEST_CASE("events come by date, and on one date in the order of the rules") {
  CHECK(rc::check([] {
    const Course course;
    std::pair<Date, std::size_t> last{course.on, 0};
    for (const SettlementEvent& event : course.settled().events) {
      const std::pair<Date, std::size_t> here{std::visit([](const auto& any) { return any.on; }, event), event.index()};
      RC_ASSERT(last <= here);
      RC_ASSERT(here.first > course.on);
      RC_ASSERT(here.first <= course.through);
      last = here;
    }
  }));
}

TEST_CASE("the first charge after a date is the quote's renewal, and where that is 0 there is none until then") {
  CHECK(rc::check([] {
    Course course(0);
    QuoteRequest request;
    request.on = course.on;
    request.account = course.account;
    const Renewal renewal = quote(course.catalog, request).renewal;
    course.through = renewal.on;
    course.usage.months.resize(static_cast<std::size_t>(monthsBetween(course.on, renewal.on)) + 1, Minutes{0});
    const auto charges = eventsOf<Charged>(course.settled().events);
    if (renewal.amount == Money{0}) {
      RC_ASSERT(charges.empty());
      return;
    }
    RC_ASSERT(charges.size() == 1u);
    RC_ASSERT(charges[0].on == renewal.on);
    RC_ASSERT(charges[0].month == renewal.month);
    RC_ASSERT(charges[0].plan == renewal.plan);
    RC_ASSERT(charges[0].amount == renewal.amount);
    RC_ASSERT((charges[0].reason == Charged::Reason::difference) == course.account.nextMonthDifference.has_value());
  }));
}

/// Minutes by pack: the day it was bought and its kind.
using PackMinutes = std::map<std::pair<Date, std::optional<PackIndex>>, std::int64_t>;

void addTo(PackMinutes& minutes, const std::vector<OwnedPack>& packs) {
  for (const OwnedPack& pack : packs) minutes[{pack.purchasedOn, pack.pack}] += pack.remaining.value;
}

void addTo(PackMinutes& minutes, const std::vector<SettlementEvent>& events) {
  for (const MonthClosed& closed : eventsOf<MonthClosed>(events)) {
    for (const auto& draw : closed.packs) minutes[{draw.purchasedOn, draw.pack}] += draw.minutes.value;
  }
  for (const PackExpired& expired : eventsOf<PackExpired>(events))
    minutes[{expired.purchasedOn, expired.pack}] += expired.minutes.value;
}

TEST_CASE("a pack's minutes are drawn, expire or are left, and none twice") {
  CHECK(rc::check([] {
    Course course;
    // One that had expired before leaves without an event.
    std::erase_if(course.account.packs,
                  [&](const OwnedPack& pack) { return !isUsable(course.catalog, pack, course.on); });
    const Settlement settlement = course.settled();
    PackMinutes before, after;
    addTo(before, course.account.packs);
    addTo(after, settlement.events);
    addTo(after, settlement.account.packs);
    std::erase_if(before, [](const auto& pack) { return pack.second == 0; });
    std::erase_if(after, [](const auto& pack) { return pack.second == 0; });
    RC_ASSERT(before == after);
  }));
}

TEST_CASE("a month's usage comes from its quota, packs and overage, or is not served") {
  CHECK(rc::check([] {
    const Course course;
    std::size_t month = 0;
    for (const MonthClosed& closed : eventsOf<MonthClosed>(course.settled().events)) {
      RC_ASSERT(closed.used == course.usage.months[month++]);
      std::int64_t sum = closed.fromPlan.value + closed.overage.minutes.value + closed.unserved.value;
      for (const auto& draw : closed.packs) {
        RC_ASSERT(draw.minutes > Minutes{0});
        sum += draw.minutes.value;
      }
      RC_ASSERT(sum == closed.used.value);
      RC_ASSERT(closed.overage.minutes == Minutes{0} || closed.unserved == Minutes{0});
    }
  }));
}

TEST_CASE("the balance pays every amount that falls, and nothing else") {
  CHECK(rc::check([] {
    Course course;
    course.account.balance = Money{within(-1'000'000, 10'000'000)};
    const Settlement settlement = course.settled();
    std::int64_t paid = 0;
    for (const Charged& charged : eventsOf<Charged>(settlement.events)) {
      RC_ASSERT(charged.amount != Money{0});
      paid += charged.amount.value;
    }
    for (const MonthClosed& closed : eventsOf<MonthClosed>(settlement.events)) paid += closed.overage.amount.value;
    RC_ASSERT(settlement.account.balance->value == course.account.balance->value - paid);
  }));
}

TEST_CASE("a month closes as it is covered") {
  CHECK(rc::check([] {
    Course course(0);
    course.through = firstDayOf(monthAfter(monthOf(course.on)));
    course.usage.months.push_back(Minutes{0});
    const auto closed = eventsOf<MonthClosed>(course.settled().events);
    RC_ASSERT(closed.size() == 1u);
    CoverRequest request;
    request.cart.on = course.on;
    request.cart.account = course.account;
    request.monthMinutes = course.usage.months[0];
    const Coverage coverage = cover(course.catalog, request);
    RC_ASSERT(closed[0].quota == coverage.plan.minutes);
    RC_ASSERT(closed[0].fromPlan == coverage.plan.used);
    RC_ASSERT(closed[0].overage.amount == coverage.overage.amount);
    RC_ASSERT(closed[0].overage.minutes == coverage.overage.minutes);
    RC_ASSERT(closed[0].unserved == coverage.unserved);
    std::vector<MonthClosed::Draw> drawn;
    for (const PackSource& pack : coverage.packs) {
      if (pack.used > Minutes{0}) drawn.push_back({pack.pack, pack.purchasedOn, pack.used});
    }
    RC_ASSERT(drawn.size() == closed[0].packs.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      RC_ASSERT(drawn[i].purchasedOn == closed[0].packs[i].purchasedOn);
      RC_ASSERT(drawn[i].minutes == closed[0].packs[i].minutes);
    }
  }));
}

TEST_CASE("charges and overage of some months are the baseline of a purchase plan for them") {
  int compared = 0;
  CHECK(rc::check([&] {
    Course course(0);
    const int months = static_cast<int>(within(1, 3));
    course.through = firstDayOf(monthAfter(monthOf(course.on), months));
    course.usage.months.clear();
    for (int month = 0; month < months; ++month) course.usage.months.push_back(Minutes{within(0, 3'000)});
    course.account.used.reset();
    // What was paid before the day of the request - next month, or a downgrade's first - counts in a plan all the same.
    if (isNextMonthCharged(course.catalog.policy, course.on)) return;
    for (int month = 1; month < months; ++month) {
      if (isPaidOnRequest(course.catalog, course.account, monthAfter(monthOf(course.on), month))) return;
    }
    OptimizeRequest request{course.on, course.account, course.usage.months};
    PurchasePlan plan;
    try {
      plan = optimize(course.catalog, request);
    } catch (const PricingError& error) {
      RC_ASSERT(error.path() == "/forecast");  // no schedule serves every minute
      return;
    }
    course.usage.months.push_back(Minutes{0});
    std::int64_t total = 0, unserved = 0;
    const Settlement settlement = course.settled();
    for (const Charged& charged : eventsOf<Charged>(settlement.events)) {
      if (charged.month < monthOf(course.through)) total += charged.amount.value;
    }
    for (const MonthClosed& closed : eventsOf<MonthClosed>(settlement.events)) {
      total += closed.overage.amount.value;
      unserved += closed.unserved.value;
    }
    RC_ASSERT(plan.baseline.total.value == total);
    RC_ASSERT(plan.baseline.unserved.value == unserved);
    ++compared;
  }));
  CHECK(compared > 20);
}

/// Months of an account: settled from one day to the next, and something bought on each.
struct Journey {
  struct Stop {
    Date on;
    std::optional<PlanIndex> plan;
    std::vector<CartItem> packs;
  };

  Course course;
  std::vector<Stop> stops;

  Journey() {
    for (const Date day : cutsOf(course)) {
      if (!onceIn(3)) continue;
      Stop stop{day, {}, {}};
      if (!onceIn(4)) stop.plan = anyPlan();
      if (onceIn(3)) stop.packs.push_back({static_cast<PackIndex>(within(0, 2)), within(1, 3)});
      stops.push_back(std::move(stop));
    }
    // A bill that the balance does not pay would end the journey.
    course.account.balance = Money{1'000'000'000'000};
  }

  struct Result {
    std::string events;
    std::string account;
    std::int64_t paid = 0;
    PackMinutes bought, gone;
    Money balance;
  };

  /// `days` are stopped at on the way, for nothing.
  [[nodiscard]] Result travelled(const std::vector<Date>& days) const {
    Result result;
    Account account = course.account;
    addTo(result.bought, account.packs);
    Date on = course.on;
    const auto settleTo = [&](Date day) {
      Settlement step = settle(course.catalog, course.usage.between(course.on, on, account, day));
      account = std::move(step.account);
      on = day;
      checkAccount(course.catalog, account, on);
      result.events += described(step.events);
      addTo(result.gone, step.events);
      for (const Charged& charged : eventsOf<Charged>(step.events)) result.paid += charged.amount.value;
      for (const MonthClosed& closed : eventsOf<MonthClosed>(step.events)) result.paid += closed.overage.amount.value;
    };
    auto day = days.begin();
    for (const Stop& stop : stops) {
      for (; day != days.end() && *day <= stop.on; ++day) settleTo(*day);
      settleTo(stop.on);
      const Purchase bought = purchase(course.catalog, {on, account, stop.plan, stop.packs});
      for (std::size_t i = account.packs.size(); i < bought.account->packs.size(); ++i)
        addTo(result.bought, std::vector<OwnedPack>{bought.account->packs[i]});
      result.paid += bought.quote.amountDue.value;
      account = bought.account.value();
      checkAccount(course.catalog, account, on);
    }
    for (; day != days.end(); ++day) settleTo(*day);
    settleTo(course.through);
    result.account = described(account);
    result.balance = account.balance.value();
    addTo(result.gone, account.packs);
    return result;
  }
};

TEST_CASE("a journey of purchases ends the same by many settlements as by few") {
  CHECK(rc::check([] {
    const Journey journey;
    const auto few = journey.travelled({});
    const auto many = journey.travelled(cutsOf(journey.course));
    RC_ASSERT(few.events == many.events);
    RC_ASSERT(few.account == many.account);
  }));
}

TEST_CASE("what a journey pays are its bills, its charges and its overage, and pack minutes are all accounted for") {
  CHECK(rc::check([] {
    Journey journey;
    std::erase_if(journey.course.account.packs,
                  [&](const OwnedPack& pack) { return !isUsable(journey.course.catalog, pack, journey.course.on); });
    auto result = journey.travelled({});
    RC_ASSERT(result.balance.value == journey.course.account.balance->value - result.paid);
    std::erase_if(result.bought, [](const auto& pack) { return pack.second == 0; });
    std::erase_if(result.gone, [](const auto& pack) { return pack.second == 0; });
    RC_ASSERT(result.bought == result.gone);
  }));
}

TEST_CASE("thirty-six months are settled at once") {
  const Catalog catalog = builtIn("shengwang-cn");
  Account account;
  account.plan = basic;
  account.balance = Money{0};
  const Settlement settlement = settle(
      catalog, {dateOf("2024-08-31"), account, dateOf("2027-08-31"), std::vector<Minutes>(36, Minutes{130'000}), {}});
  CHECK(settlement.events.size() == 36 * 2);
  CHECK(settlement.account.balance == Money{-36 * (73'800 + 7'000)});
}

}  // namespace
}  // namespace prorata
