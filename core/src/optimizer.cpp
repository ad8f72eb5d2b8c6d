#include "prorata/optimizer.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <unordered_map>

#include "pack_bundles.hpp"
#include "prorata/coverage.hpp"
#include "prorata/error.hpp"

// How it works. Packs need only be bought in a month that exhausts every older minute, and only so many that none of
// them stays idle that month: an idle pack may as well be bought later, for the same price, and then serves longer. So
// after a purchase the minutes in hand are one pair, how many are left and the last month they serve; and before the
// first purchase they are the owned packs, of which first-bought is first to expire, so that their rest is one number.
//
// Month by month a label keeps what a way of buying has cost, the pack minutes it holds unused, its packs and what is
// left. A label is dropped for one that costs no more (then wastes no more, then has no more packs) and has in every
// later month as many minutes: draws are forced and more minutes never cost more, whatever comes. It is also dropped
// when even a bound from below on what is to come takes it past a schedule already known.
namespace prorata {
namespace {

/// Far above every answer, far below overflow.
constexpr Int128 beyondEveryAnswer = Int128{1} << 56;

/// More than this is refused rather than waited for.
constexpr std::size_t mostWork = 200'000'000;
constexpr std::size_t mostLabels = 200'000;
constexpr std::size_t mostLabelsInAll = 1'000'000;

/// A plan for one month.
struct Option {
  PlanIndex plan;
  Int128 cost;
  Minutes quota;
  Int128 excess;
  OverageMode overage;
};

struct Label {
  Int128 cost = 0;
  /// Pack minutes owned or bought and not used so far; what is still unused at the end is wasted.
  Int128 unused = 0;
  Int128 packs = 0;
  Int128 left = 0;
  /// Whether what is left is of the packs owned; otherwise all of it serves through `lastMonth`.
  bool owned = false;
  int lastMonth = -1;
  // How it came about: the label before, the option and the purchase of this month.
  std::size_t previous = 0;
  std::size_t option = 0;
  Bundle bought;
};

/// A purchase or owned packs, in the order they are drawn on.
struct Lot {
  int lastMonth;
  Int128 left;
};

class Optimizer {
 public:
  Optimizer(const Catalog& catalog, const OptimizeRequest& request)
      : catalog_(catalog),
        request_(request),
        months_(static_cast<int>(request.forecast.size())),
        bundles_(catalog, std::max_element(request.forecast.begin(), request.forecast.end())->value) {
    findOwned();
    findOptions();
    findBounds();
  }

  PurchasePlan solve() {
    // A narrow search finds a good schedule, the exact one then has something to measure labels against.
    constexpr std::size_t narrow = 32;
    if (search(narrow)) known_ = best_;
    if (!search(std::numeric_limits<std::size_t>::max())) {
      if (tooDear_) static_cast<void>(checkedInteger(beyondEveryAnswer));
      throw PricingError(ErrorCode::outOfRange, "/forecast", "Some minutes would not be served, whatever is bought.");
    }
    return report();
  }

 private:
  [[nodiscard]] Minutes usage(int month) const { return request_.forecast[static_cast<std::size_t>(month)]; }
  [[nodiscard]] const std::vector<Option>& options(int month) const {
    return options_[static_cast<std::size_t>(month)];
  }

  // ------------------------------------------------------------------ what is given

  void findOwned() {
    const Month first = monthOf(request_.on);
    std::vector<OwnedPack> packs = request_.account.packs;
    std::stable_sort(packs.begin(), packs.end(),
                     [](const OwnedPack& a, const OwnedPack& b) { return a.purchasedOn < b.purchasedOn; });
    for (const OwnedPack& pack : packs) {
      if (!isUsable(catalog_, pack, request_.on)) continue;
      const Month last = monthOf(packWindow(catalog_, pack.purchasedOn).through);
      owned_.push_back({static_cast<int>((last - first).count()), pack.remaining.value});
    }
    ownedFrom_.assign(static_cast<std::size_t>(months_) + 1, 0);
    for (const Lot& lot : owned_) {
      for (int month = 0; month <= std::min(lot.lastMonth, months_); ++month)
        ownedFrom_[static_cast<std::size_t>(month)] += lot.left;
    }
  }

  [[nodiscard]] Option option(int month, PlanIndex plan, Int128 cost, Minutes quota) const {
    return {plan, cost, quota, std::max<Int128>(0, usage(month) - quota), catalog_.selfServe(plan).overage};
  }

  void findOptions() {
    const Account& account = request_.account;
    const Date on = request_.on;
    options_.resize(request_.forecast.size());
    for (PlanIndex plan = 0; plan < catalog_.plans.size(); ++plan) {
      const PlanChange change = quotePlanChange(catalog_, account, on, plan);
      const bool atOnce = change.allowed() && *change.effectiveOn == on;
      if (plan != account.plan && !atOnce) continue;
      QuoteRequest request;
      request.on = on;
      request.account = account;
      request.account.packs.clear();
      request.account.balance.reset();
      request.plan = plan;
      const Quote bill = quote(catalog_, request);
      options_[0].push_back(option(0, plan, bill.amountDue.value, bill.quota.after));
    }

    const auto& pending = account.pendingChange;
    const Month first = monthOf(on);
    const int pendingMonth = pending ? static_cast<int>((monthOf(pending->effectiveOn) - first).count()) : 0;
    for (int month = 1; month < months_; ++month) {
      for (PlanIndex plan = 0; plan < catalog_.plans.size(); ++plan) {
        if (!catalog_.plans[plan].isSelfServe()) continue;
        if (month < pendingMonth && plan != account.plan) continue;
        if (pending && month == pendingMonth && plan < pending->plan) continue;
        const SelfServe& terms = catalog_.selfServe(plan);
        options_[static_cast<std::size_t>(month)].push_back(
            option(month, plan, terms.monthlyPrice.value, terms.monthlyMinutes));
      }
    }

    // A downgrade that could be asked for on the date of the request: would it start next month?
    const Policy& policy = catalog_.policy;
    const bool limited = account.lastDowngradeOn && monthOf(*account.lastDowngradeOn) == first;
    const bool late = policy.downgrade.cutoff == DowngradeCutoff::renewalDay && isNextMonthCharged(policy, on);
    secondMonthKeepsTier_ = !pending && (limited || late);

    for (int month = 0; month < months_; ++month) dropDearerOptions(month);
  }

  // An option goes when another costs strictly less, leaves no more excess and can bill it if there is any; of equal
  // ones the lowest tier stays. At equal cost a smaller quota may use up packs that would be wasted.
  void dropDearerOptions(int month) {
    std::vector<Option>& all = options_[static_cast<std::size_t>(month)];
    // A higher tier in the first month, or a lower one in the second, does not stand in for the other.
    const auto replaces = [&](PlanIndex other, PlanIndex mine) {
      if (!secondMonthKeepsTier_ || month > 1) return true;
      return month == 0 ? other <= mine : other >= mine;
    };
    std::vector<Option> kept;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Option& mine = all[i];
      bool dropped = false;
      for (std::size_t j = 0; j < all.size() && !dropped; ++j) {
        const Option& other = all[j];
        if (!replaces(other.plan, mine.plan)) continue;
        const bool serves =
            other.excess == 0 || other.overage == OverageMode::postpaid || mine.overage == OverageMode::suspend;
        const bool same = other.cost == mine.cost && other.excess == mine.excess && j < i;
        dropped = serves && (same || (other.cost < mine.cost && other.excess <= mine.excess));
      }
      if (!dropped) kept.push_back(mine);
    }
    all = std::move(kept);
  }

  // Whatever a pack minute is taken to be worth, up to the lowest rate of a pack, a schedule costs at least its plans
  // and every excess minute at that worth - or at the overage rate, where the plan bills overage and that is lower -
  // less the minutes held; but for half a minor unit of rounding in a month that bills overage. Two worths are looked
  // at: the lowest rate of all, which is close where packs are bought as overage is, and the packs' own, which is close
  // where a plan that suspends leaves no choice.
  struct Bound {
    Ratio worth;
    /// By month, twice what it and all later ones cost at least, times the denominator.
    std::vector<Int128> from;
  };

  void findBounds() {
    addBound(bundles_.lowestRate());
    if (bundles_.packRate() && *bundles_.packRate() > bundles_.lowestRate()) addBound(*bundles_.packRate());
  }

  void addBound(Ratio worth) {
    Bound bound{worth, std::vector<Int128>(static_cast<std::size_t>(months_) + 1, 0)};
    const Ratio overage = catalog_.overage.cost(1);
    // Both rates over one denominator would be too wide; the difference is billed at nothing instead.
    const bool dearer = worth > overage;
    for (int month = months_ - 1; month >= 0; --month) {
      std::optional<Int128> least;
      for (const Option& option : options(month)) {
        Int128 excess = option.excess * worth.numerator;
        if (dearer && option.overage == OverageMode::postpaid)
          excess = std::min(excess, std::min(roundedDown(catalog_.overage.cost(option.excess)), beyondEveryAnswer) *
                                        worth.denominator);
        const Int128 cost = 2 * (option.cost * worth.denominator + excess);
        least = least ? std::min(*least, cost) : cost;
      }
      bound.from[static_cast<std::size_t>(month)] =
          bound.from[static_cast<std::size_t>(month) + 1] + *least - worth.denominator;
    }
    bounds_.push_back(std::move(bound));
  }

  // ------------------------------------------------------------------ labels

  /// Minutes that a label of this month's end could still use in `month`, later.
  [[nodiscard]] Int128 usable(const Label& label, int month) const {
    if (label.owned) return std::min(label.left, ownedFrom_[static_cast<std::size_t>(month)]);
    return label.lastMonth >= month ? label.left : 0;
  }

  /// Twice what a schedule with this label costs at least, times the denominator of the bound's worth.
  [[nodiscard]] Int128 least(const Bound& bound, const Label& label, int month) const {
    return 2 * (label.cost * bound.worth.denominator - usable(label, month + 1) * bound.worth.numerator) +
           bound.from[static_cast<std::size_t>(month) + 1];
  }

  // Whether no schedule with this label is better than the one known. A total is whole, so that a bound past the known
  // total less 1 makes it a tie at best; then the minutes wasted already decide, and the packs.
  [[nodiscard]] bool isWorse(const Label& label, int month) const {
    if (!known_) return false;
    bool mayCostLess = true;
    for (const Bound& bound : bounds_) {
      const Int128 unit = 2 * bound.worth.denominator;
      const Int128 cost = least(bound, label, month);
      if (cost > known_->cost * unit) return true;
      if (cost > (known_->cost - 1) * unit) mayCostLess = false;
    }
    if (mayCostLess) return false;
    const Int128 wasted = label.unused - usable(label, month + 1);
    if (wasted != known_->unused) return wasted > known_->unused;
    return label.packs > known_->packs;
  }

  void add(const Label& label, int month) {
    if (label.cost > beyondEveryAnswer) {
      tooDear_ = true;
      return;
    }
    if (!isWorse(label, month)) fresh_.push_back(label);
    if (fresh_.size() < crowded_) return;
    fresh_ = prune(std::move(fresh_), month, mostLabels);
    if (fresh_.size() == mostLabels) throw tooManyWays();
    crowded_ = std::max(crowded_, 2 * fresh_.size());
  }

  // Packs of nearly one rate and of sizes with nothing in common can tie in more ways than can be compared.
  void countWork(std::size_t steps) {
    work_ += steps;
    if (work_ > mostWork) throw tooManyWays();
  }
  [[nodiscard]] static PricingError tooManyWays() {
    return {ErrorCode::outOfRange, "", "The packs can be combined in too many ways."};
  }

  // What one option makes of one label.
  void advance(const Label& before, std::size_t previous, int month, std::size_t optionIndex) {
    countWork(1);
    const Option& option = options(month)[optionIndex];
    Label label = before;
    label.previous = previous;
    label.option = optionIndex;
    label.bought = {};
    label.cost += option.cost;
    label.left = month == 0 ? ownedFrom_[0] : usable(before, month);

    const Int128 drawn = std::min(label.left, option.excess);
    label.left -= drawn;
    label.unused -= drawn;
    const Int128 need = option.excess - drawn;
    if (label.left == 0) {
      label.owned = false;
      label.lastMonth = -1;
    }
    if (need == 0) return add(label, month);

    // Packs for all of it cost their lowest rate at least; what is left over of them cannot be worth more.
    Label cheapest = label;
    if (const auto rate = bundles_.packRate()) {
      cheapest.cost += std::min(beyondEveryAnswer, roundedDown({need * rate->numerator, rate->denominator}));
      cheapest.packs += 1;
    }
    const bool mayCover = bundles_.packRate() && !isWorse(cheapest, month);
    if (!mayCover && option.overage == OverageMode::suspend) return;

    const auto found = needs_.find(need);
    const Purchases& purchases =
        found != needs_.end() ? found->second : needs_.emplace(need, purchasesFor(need)).first->second;
    if (option.overage == OverageMode::postpaid) {
      Label partial = label;
      partial.bought = purchases.partial;
      partial.cost += purchases.partial.price + rounded(catalog_.overage.cost(need - purchases.partial.minutes));
      partial.packs += purchases.partial.packs;
      add(partial, month);
    }
    if (!mayCover) return;
    countWork(purchases.covers.size());
    for (const Bundle& bundle : purchases.covers) {
      Label covered = label;
      covered.bought = bundle;
      covered.cost += bundle.price;
      covered.packs += bundle.packs;
      covered.left = bundle.minutes - need;
      covered.unused += covered.left;
      if (covered.left > 0) covered.lastMonth = std::min(month + catalog_.packValidityMonths, months_ - 1);
      add(covered, month);
    }
  }

  struct Purchases {
    Bundle partial;
    std::vector<Bundle> covers;
  };
  [[nodiscard]] Purchases purchasesFor(Int128 need) {
    countWork(bundles_.size());
    return {bundles_.bestPartial(need), bundles_.covers(need)};
  }

  // Keeps the labels of a month's end for which no other is at least as good, best first.
  [[nodiscard]] std::vector<Label> withoutDominated(std::vector<Label> labels, int month) const {
    std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) {
      if (a.cost != b.cost) return a.cost < b.cost;
      if (a.unused != b.unused) return a.unused < b.unused;
      if (a.packs != b.packs) return a.packs < b.packs;
      return a.left > b.left;
    });
    int lastOwned = -1;
    for (int later = month + 1; later < months_; ++later) {
      if (ownedFrom_[static_cast<std::size_t>(later)] > 0) lastOwned = later;
    }
    // Of the labels kept: the most minutes that serve through a month at least, and the most that are owned.
    std::vector<Int128> mostThrough(static_cast<std::size_t>(months_) + 1, -1);
    Int128 mostOwned = -1;
    std::vector<Label> kept;
    for (const Label& label : labels) {
      const bool owned = label.owned && usable(label, month + 1) > 0;
      const Int128 minutes = usable(label, month + 1);
      const int last = minutes == 0 ? month : (owned ? lastOwned : label.lastMonth);
      const auto through = static_cast<std::size_t>(std::max(last, 0));
      const bool dominated =
          mostThrough[through] >= minutes ||
          (owned ? mostOwned >= label.left : mostOwned >= 0 && std::min(mostOwned, ownedFrom_[through]) >= minutes);
      if (dominated) continue;
      if (owned) {
        mostOwned = std::max(mostOwned, label.left);
      } else {
        for (std::size_t i = 0; i <= through; ++i) mostThrough[i] = std::max(mostThrough[i], minutes);
      }
      kept.push_back(label);
    }
    return kept;
  }

  [[nodiscard]] std::vector<Label> prune(std::vector<Label> labels, int month, std::size_t width) const {
    std::vector<Label> kept;
    if (month == 0 && secondMonthKeepsTier_) {
      // The plan of the first month restricts the second, so labels of different plans are not compared.
      std::map<std::size_t, std::vector<Label>> byOption;
      for (const Label& label : labels) byOption[label.option].push_back(label);
      for (auto& [option, same] : byOption) {
        for (const Label& label : withoutDominated(std::move(same), month)) kept.push_back(label);
      }
    } else {
      kept = withoutDominated(std::move(labels), month);
    }
    if (kept.size() > width) {
      std::stable_sort(kept.begin(), kept.end(), [&](const Label& a, const Label& b) {
        return least(bounds_.front(), a, month) < least(bounds_.front(), b, month);
      });
      kept.resize(width);
    }
    return kept;
  }

  bool search(std::size_t width) {
    Label start;
    start.left = start.unused = ownedFrom_[0];
    start.owned = true;
    levels_.assign(1, {start});
    std::size_t inAll = 0;
    for (int month = 0; month < months_; ++month) {
      fresh_.clear();
      const std::vector<Label>& before = levels_.back();
      for (std::size_t i = 0; i < before.size(); ++i) {
        for (std::size_t o = 0; o < options(month).size(); ++o) {
          const bool tooLow =
              month == 1 && secondMonthKeepsTier_ && options(1)[o].plan < options(0)[before[i].option].plan;
          if (!tooLow) advance(before[i], i, month, o);
        }
      }
      levels_.push_back(prune(std::move(fresh_), month, width));
      inAll += levels_.back().size();
      if (inAll > mostLabelsInAll) throw tooManyWays();
    }
    const std::vector<Label>& last = levels_.back();
    if (last.empty()) return false;
    best_ = *std::min_element(last.begin(), last.end(), [](const Label& a, const Label& b) {
      if (a.cost != b.cost) return a.cost < b.cost;
      return a.unused != b.unused ? a.unused < b.unused : a.packs < b.packs;
    });
    return true;
  }

  // ------------------------------------------------------------------ the answer

  // Draws a month's excess from the lots still usable; answers how much they gave.
  static Int128 draw(std::deque<Lot>& lots, int month, Int128 excess) {
    Int128 drawn = 0;
    for (Lot& lot : lots) {
      if (lot.lastMonth < month) continue;
      const Int128 taken = std::min(lot.left, excess - drawn);
      lot.left -= taken;
      drawn += taken;
    }
    return drawn;
  }

  PurchasePlan report() const {
    std::vector<const Label*> steps(static_cast<std::size_t>(months_));
    const Label* step = &best_;
    for (int month = months_ - 1; month >= 0; --month) {
      steps[static_cast<std::size_t>(month)] = step;
      step = &levels_[static_cast<std::size_t>(month)][step->previous];
    }

    PurchasePlan plan{};
    std::deque<Lot> lots = owned_;
    Int128 total = 0;
    for (int month = 0; month < months_; ++month) {
      const Label& chosen = *steps[static_cast<std::size_t>(month)];
      const Option& option = options(month)[chosen.option];
      lots.push_back({month + catalog_.packValidityMonths, chosen.bought.minutes});
      const Int128 fromPacks = draw(lots, month, option.excess);
      const Int128 overage = option.excess - fromPacks;
      const Money overageAmount = Money::of(rounded(catalog_.overage.cost(overage)));
      total += option.cost + chosen.bought.price + overageAmount.value;
      plan.months.push_back({monthAfter(monthOf(request_.on), month), option.plan, Money::of(option.cost),
                             bundles_.contents(chosen.bought), Money::of(chosen.bought.price), usage(month),
                             std::min(usage(month), option.quota), Minutes::of(fromPacks), Minutes::of(overage),
                             overageAmount});
    }
    plan.total = Money::of(total);

    Int128 expired = 0, left = 0;
    for (const Lot& lot : lots) (lot.lastMonth < months_ - 1 ? expired : left) += lot.left;
    plan.packMinutes = {Minutes::of(expired), Minutes::of(left)};

    addBaseline(plan);
    plan.saving = Money::of(plan.baseline.total - plan.total);
    return plan;
  }

  void addBaseline(PurchasePlan& plan) const {
    std::deque<Lot> lots = owned_;
    Int128 total = 0, unserved = 0;
    for (int month = 0; month < months_; ++month) {
      const PlanIndex held = planStarting(request_.account, monthAfter(monthOf(request_.on), month));
      const SelfServe& terms = catalog_.selfServe(held);
      const Minutes quota = month == 0 ? monthQuota(catalog_, request_.account, request_.on) : terms.monthlyMinutes;
      const Int128 excess = std::max<Int128>(0, usage(month) - quota);
      const Int128 rest = excess - draw(lots, month, excess);
      if (month > 0) total += terms.monthlyPrice.value;
      if (terms.overage == OverageMode::suspend) {
        unserved += rest;
      } else {
        total += rounded(catalog_.overage.cost(rest));
      }
    }
    plan.baseline = {Money::of(total), Minutes::of(unserved)};
  }

  const Catalog& catalog_;
  const OptimizeRequest& request_;
  int months_;
  PackBundles bundles_;

  /// Owned packs usable on the date of the request, first to expire first.
  std::deque<Lot> owned_;
  /// Their minutes by the month in which they are usable, if none were used before.
  std::vector<Int128> ownedFrom_;
  std::vector<std::vector<Option>> options_;
  bool secondMonthKeepsTier_ = false;
  std::vector<Bound> bounds_;

  /// The end of a schedule that is known.
  std::optional<Label> known_;
  bool tooDear_ = false;
  std::size_t work_ = 0;
  /// How many fresh labels are let come together before the dominated ones are dropped.
  std::size_t crowded_ = 50'000;
  std::map<Int128, Purchases> needs_;
  std::vector<Label> fresh_;
  /// levels_[m]: the labels before month m.
  std::vector<std::vector<Label>> levels_;
  Label best_;
};

}  // namespace

PurchasePlan optimize(const Catalog& catalog, const OptimizeRequest& request) {
  if (request.forecast.front() < request.account.used)
    throw PricingError(ErrorCode::outOfRange, "/forecast/0", "More minutes are used already.");
  return Optimizer(catalog, request).solve();
}

}  // namespace prorata
