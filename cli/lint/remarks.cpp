#include "remarks.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "amount.hpp"
#include "cheapest.hpp"

namespace prorata::cli {
namespace {

std::string placeOf(const char* array, std::size_t index) {
  return std::string("/") + array + '/' + std::to_string(index);
}

std::string minutesText(std::int64_t minutes) { return std::to_string(minutes) + " minutes"; }

class Remarks {
 public:
  explicit Remarks(const Catalog& catalog) : catalog_(catalog), ranges_(cheapestPlans(catalog)) {
    for (PlanIndex plan = 0; plan < catalog.plans.size(); ++plan) {
      if (catalog.plans[plan].isSelfServe()) selfServe_.push_back(plan);
    }
  }

  Findings all() {
    plansNobodyShouldBuy();
    plansThatCostTheSame();
    planSizes();
    listPrices();
    packsAgainstOverage();
    packSizes();
    translations();
    return found_;
  }

 private:
  void remark(const char* code, std::string path, std::string message) {
    found_.push_back({code, std::move(path), std::move(message)});
  }

  [[nodiscard]] const SelfServe& terms(PlanIndex plan) const { return catalog_.selfServe(plan); }
  [[nodiscard]] const std::string& id(PlanIndex plan) const { return catalog_.plans[plan].id; }
  [[nodiscard]] std::string amount(Money money) const { return amountText(catalog_, money); }

  // No usage at which `plan` would be the better one, and some at which `other` is, or all are alike and it comes
  // first.
  [[nodiscard]] bool isDominatedBy(PlanIndex plan, PlanIndex other) const {
    const SelfServe &a = terms(plan), &b = terms(other);
    const auto worth = [](const SelfServe& one) { return one.overage == OverageMode::postpaid ? 1 : 0; };
    if (b.monthlyPrice > a.monthlyPrice || b.monthlyMinutes < a.monthlyMinutes || worth(b) < worth(a)) return false;
    return b.monthlyPrice < a.monthlyPrice || b.monthlyMinutes > a.monthlyMinutes || worth(b) > worth(a) ||
           other < plan;
  }

  void plansNobodyShouldBuy() {
    std::set<PlanIndex> cheapestSomewhere;
    for (const Breakpoint& range : ranges_) cheapestSomewhere.insert(range.plan);
    for (const PlanIndex plan : selfServe_) {
      const auto better = std::find_if(selfServe_.begin(), selfServe_.end(),
                                       [&](PlanIndex other) { return isDominatedBy(plan, other); });
      if (better != selfServe_.end()) {
        remark("dominated_plan", placeOf("plans", plan),
               id(*better) + " costs no more than " + id(plan) + " and serves as many minutes.");
      } else if (!cheapestSomewhere.contains(plan)) {
        remark("never_cheapest", placeOf("plans", plan), id(plan) + " is the cheapest plan for no usage.");
      }
    }
  }

  // A full month's cost times perMinutes, exactly; nothing where the plan would stop. Below 2^108.
  [[nodiscard]] std::optional<Int128> cost(PlanIndex plan, Int128 usage) const {
    const SelfServe& plans = terms(plan);
    const Int128 excess = std::max<Int128>(0, usage - plans.monthlyMinutes.value);
    if (excess > 0 && plans.overage == OverageMode::suspend) return std::nullopt;
    return Int128{plans.monthlyPrice.value} * catalog_.overage.perMinutes + excess * catalog_.overage.price.value;
  }

  // Those that cost least at both usages: between them too where no quota ends in between, for costs are straight
  // there.
  using Usage = std::set<std::int64_t>::const_iterator;
  [[nodiscard]] std::vector<PlanIndex> cheapestFrom(const std::set<std::int64_t>& usages, Usage from) const {
    const std::int64_t last = std::next(from) == usages.end() ? *from + 1 : *std::next(from) - 1;
    std::vector<PlanIndex> cheapest = selfServe_;
    for (const std::int64_t usage : {*from, last}) {
      std::optional<Int128> least;
      for (const PlanIndex plan : selfServe_) {
        const auto here = cost(plan, usage);
        if (here && (!least || *here < *least)) least = here;
      }
      std::erase_if(cheapest, [&](PlanIndex plan) { return cost(plan, usage) != least; });
    }
    return cheapest;
  }

  // Costs are straight, and the cheapest plan is one, from each of these usages to the next.
  [[nodiscard]] std::set<std::int64_t> bends() const {
    std::set<std::int64_t> usages;
    for (const PlanIndex plan : selfServe_) {
      const std::int64_t quota = terms(plan).monthlyMinutes.value;
      usages.insert({quota, quota + 1});  // from here on a plan that stops is out
    }
    for (const Breakpoint& range : ranges_) usages.insert(range.from.value);
    return usages;
  }

  void plansThatCostTheSame() {
    const std::set<std::int64_t> usages = bends();
    for (auto from = usages.begin(); from != usages.end();) {
      // On to where others are the cheapest.
      const std::vector<PlanIndex> cheapest = cheapestFrom(usages, from);
      auto to = std::next(from);
      while (to != usages.end() && cheapestFrom(usages, to) == cheapest) ++to;
      // Plans may well meet at one usage, and one dominated by its twin has been remarked on already.
      const bool meet = to != usages.end() && *to == *from + 1;
      if (cheapest.size() > 1 && !meet && !areTwins(cheapest)) {
        remark("no_cheapest_plan", placeOf("plans", cheapest.back()),
               "From " + minutesText(*from) + (to == usages.end() ? " on" : " to " + std::to_string(*to - 1)) + ' ' +
                   idsOf(cheapest) + " cost the same: none is the cheapest.");
      }
      from = to;
    }
  }

  [[nodiscard]] bool areTwins(const std::vector<PlanIndex>& plans) const {
    return std::all_of(plans.begin() + 1, plans.end(),
                       [&](PlanIndex plan) { return isDominatedBy(plan, plans.front()); });
  }

  [[nodiscard]] std::string idsOf(const std::vector<PlanIndex>& plans) const {
    std::string text;
    for (const PlanIndex plan : plans) text += (text.empty() ? "" : plan == plans.back() ? " and " : ", ") + id(plan);
    return text;
  }

  // What is sold in several sizes: `unit(index)` is the price of a minute, and it should fall from each size to the
  // next larger one.
  template <class Sizes, class Unit, class Name>
  void sizes(const char* array, Sizes bySize, Unit unit, Name name) {
    std::stable_sort(bySize.begin(), bySize.end(),
                     [&](std::size_t a, std::size_t b) { return unit(a).denominator < unit(b).denominator; });
    for (std::size_t i = 1; i < bySize.size(); ++i) {
      const std::size_t smaller = bySize[i - 1], larger = bySize[i];
      if (unit(larger) >= unit(smaller))
        remark("no_discount_by_size", placeOf(array, larger),
               "A minute of " + name(larger) + " costs no less than one of " + name(smaller) + ", which is smaller.");
    }
  }

  void planSizes() {
    std::vector<PlanIndex> sold;
    std::copy_if(selfServe_.begin(), selfServe_.end(), std::back_inserter(sold), [&](PlanIndex plan) {
      return terms(plan).monthlyPrice > Money{0} && terms(plan).monthlyMinutes > Minutes{0};
    });
    sizes(
        "plans", sold,
        [&](PlanIndex plan) {
          return Ratio{terms(plan).monthlyPrice.value, terms(plan).monthlyMinutes.value};
        },
        [&](PlanIndex plan) { return id(plan); });
  }

  void listPrices() {
    for (const PlanIndex plan : selfServe_) {
      const SelfServe& sold = terms(plan);
      if (sold.listPrice && *sold.listPrice < sold.monthlyPrice)
        remark("list_price_below_price", placeOf("plans", plan) + "/listPrice",
               id(plan) + " costs " + amount(sold.monthlyPrice) + ", more than its list price of " +
                   amount(*sold.listPrice) + '.');
    }
  }

  void packsAgainstOverage() {
    for (PackIndex i = 0; i < catalog_.packs.size(); ++i) {
      const Pack& pack = catalog_.packs[i];
      const Ratio overage = catalog_.overage.cost(pack.minutes.value);
      if (Ratio{pack.price.value} < overage) continue;
      remark("dear_pack", placeOf("packs", i),
             pack.id + " costs " + amount(pack.price) + " for " + minutesText(pack.minutes.value) + ", which cost " +
                 amount(Money::of(rounded(overage))) + " as overage.");
    }
  }

  void packSizes() {
    std::vector<PackIndex> all(catalog_.packs.size());
    for (PackIndex i = 0; i < all.size(); ++i) all[i] = i;
    sizes(
        "packs", all,
        [&](PackIndex i) {
          return Ratio{catalog_.packs[i].price.value, catalog_.packs[i].minutes.value};
        },
        [&](PackIndex i) { return catalog_.packs[i].id; });
  }

  void translations() {
    std::vector<std::pair<std::string, const LocalizedText*>> texts{{"/name", &catalog_.name}};
    for (PlanIndex i = 0; i < catalog_.plans.size(); ++i)
      texts.emplace_back(placeOf("plans", i) + "/name", &catalog_.plans[i].name);
    for (PackIndex i = 0; i < catalog_.packs.size(); ++i)
      texts.emplace_back(placeOf("packs", i) + "/name", &catalog_.packs[i].name);

    std::set<std::string> tags;
    for (const auto& [path, text] : texts) {
      for (const auto& [tag, translation] : *text) tags.insert(tag);
    }
    for (const auto& [path, text] : texts) {
      for (const std::string& tag : tags) {
        const bool has = std::any_of(text->begin(), text->end(), [&](const auto& one) { return one.first == tag; });
        if (!has) remark("missing_translation", path, "Other names are translated into " + tag + ", this one is not.");
      }
    }
  }

  const Catalog& catalog_;
  const std::vector<Breakpoint> ranges_;
  std::vector<PlanIndex> selfServe_;
  Findings found_;
};

}  // namespace

Findings remarksOn(const Catalog& catalog) { return Remarks(catalog).all(); }

}  // namespace prorata::cli
