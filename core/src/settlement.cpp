#include "prorata/settlement.hpp"

#include "absorption.hpp"
#include "prorata/error.hpp"

namespace prorata {
namespace {

class Journey {
 public:
  Journey(const Catalog& catalog, const SettleRequest& request)
      : catalog_(catalog),
        request_(request),
        usage_(request.usage.value_or(std::vector<Minutes>{})),
        account_(request.account) {}

  Settlement run() {
    Month month = monthOf(request_.on);
    for (const Minutes usage : usage_) {
      const Month next = monthAfter(month);
      const Date first = firstDayOf(next);
      // Worked out before the 1st: what a scheduled change has paid for is known only while it is scheduled.
      const std::optional<Charged> renewal = renewalOf(next);
      if (renewal && renewal->on < first && renewal->on > request_.on) charge(*renewal);
      const std::vector<std::size_t> order = drawOrder(catalog_, account_.packs, lastDayOf(month));
      closeMonth(month, usage, order);
      expirePacks(first, order);
      startPendingChange(first);
      settleDifference(next);
      if (renewal && renewal->on == first) charge(*renewal);
      account_.history.reset();
      month = next;
    }
    const std::optional<Charged> renewal = renewalOf(monthAfter(month));
    if (renewal && renewal->on > request_.on && renewal->on <= request_.through) charge(*renewal);
    setUsed();
    if (account_.balance) account_.balance = Money::of(account_.balance->value - paid_);
    return {std::move(events_), std::move(account_)};
  }

 private:
  // What is charged for a month by itself; nothing for one that is free or paid for.
  [[nodiscard]] std::optional<Charged> renewalOf(Month month) const {
    const PlanIndex plan = planStarting(account_, month);
    const Money price = catalog_.selfServe(plan).monthlyPrice;
    if (price == Money{0} || isPaidOnRequest(catalog_, account_, month)) return std::nullopt;
    return Charged{chargeDate(catalog_.policy, month), Charged::Reason::renewal, month, plan, price};
  }

  void pay(Money amount) { paid_ += amount.value; }

  void charge(const Charged& charged) {
    pay(charged.amount);
    events_.emplace_back(charged);
  }

  void closeMonth(Month month, Minutes usage, const std::vector<std::size_t>& order) {
    const Minutes quota = monthQuota(catalog_, account_, lastDayOf(month));
    const Absorption absorbed = absorb(catalog_, account_.plan, quota, account_.packs, order, usage);

    MonthClosed closed{
        firstDayOf(monthAfter(month)), month, account_.plan, quota, usage, absorbed.fromPlan, {}, {}, {}};
    for (std::size_t i = 0; i < order.size(); ++i) {
      OwnedPack& pack = account_.packs[order[i]];
      const Minutes drawn = absorbed.fromPacks[i];
      if (drawn == Minutes{0}) continue;
      pack.remaining.value -= drawn.value;
      closed.packs.push_back({pack.pack, pack.purchasedOn, drawn});
    }
    closed.overage = {absorbed.overage.minutes, absorbed.overage.amount};
    closed.unserved = absorbed.unserved;
    pay(absorbed.overage.amount);
    events_.emplace_back(std::move(closed));
  }

  // Those whose last month ended, and without a word those that had expired before.
  void expirePacks(Date first, const std::vector<std::size_t>& order) {
    for (const std::size_t position : order) {
      const OwnedPack& pack = account_.packs[position];
      if (isUsable(catalog_, pack, first) || pack.remaining == Minutes{0}) continue;
      events_.emplace_back(PackExpired{first, pack.pack, pack.purchasedOn, pack.remaining});
    }
    std::erase_if(account_.packs, [&](const OwnedPack& pack) { return !isUsable(catalog_, pack, first); });
  }

  void startPendingChange(Date first) {
    if (!account_.pendingChange || account_.pendingChange->effectiveOn != first) return;
    const PlanIndex to = account_.pendingChange->plan;
    events_.emplace_back(PlanChanged{first, account_.plan, to});
    account_.plan = to;
    account_.pendingChange.reset();
  }

  void settleDifference(Month month) {
    if (!account_.nextMonthDifference) return;
    charge({firstDayOf(month), Charged::Reason::difference, month, account_.plan, *account_.nextMonthDifference});
    account_.nextMonthDifference.reset();
  }

  void setUsed() {
    std::optional<Minutes> used = request_.used;
    if (!used && usage_.empty()) used = request_.account.used;
    account_.used.reset();
    if (used && used->value > 0) account_.used = used;
  }

  const Catalog& catalog_;
  const SettleRequest& request_;
  const std::vector<Minutes> usage_;
  Account account_;
  /// Wide: on its way a balance may pass the range that it has to end in.
  Int128 paid_ = 0;
  std::vector<SettlementEvent> events_;
};

void check(const SettleRequest& request) {
  const auto refuse = [](ErrorCode code, const char* path, const char* message) {
    throw PricingError(code, path, message);
  };
  if (request.through < request.on) refuse(ErrorCode::outOfRange, "/through", "An account is settled to a later date.");
  const auto monthsEnded = (monthOf(request.through) - monthOf(request.on)).count();
  if (monthsEnded > mostSettledMonths)
    refuse(ErrorCode::outOfRange, "/through", "An account is settled over at most 36 months.");
  if (monthsEnded > 0 && !request.usage)
    refuse(ErrorCode::missingField, "/usage", "The usage of the months that end is missing.");
  if (request.usage && request.usage->size() != static_cast<std::size_t>(monthsEnded))
    refuse(ErrorCode::invalidValue, "/usage", "Usage is given for each month that ends on the way, and for no other.");

  const Minutes used = request.account.used.value_or(Minutes{0});
  if (monthsEnded > 0 && request.usage->front() < used)
    refuse(ErrorCode::outOfRange, "/usage/0", "More minutes are used already.");
  if (monthsEnded == 0 && request.used && *request.used < used)
    refuse(ErrorCode::outOfRange, "/usedMinutes", "More minutes are used already.");
}

}  // namespace

Settlement settle(const Catalog& catalog, const SettleRequest& request) {
  check(request);
  return Journey(catalog, request).run();
}

}  // namespace prorata
