#include "changes.hpp"

#include <algorithm>
#include <utility>

#include "cheapest.hpp"
#include "json_text.hpp"
#include "prorata/json.hpp"

namespace prorata::cli {
namespace {

using Subject = Change::Subject;

// Figures by name, in the order of the document.
using Figures = std::vector<std::pair<std::string, std::string>>;

struct Described {
  Subject subject;
  std::string id;
  Figures figures;
};

// Every value below `value` that holds no other, under the names that lead to it.
void flatten(const std::string& name, std::string_view value, Figures& to) {
  const auto within = [&](const std::string& part) { return name.empty() ? part : name + '/' + part; };
  if (value.starts_with('{')) {
    JsonText(value).members(
        [&](const std::string& member, std::string_view inner) { flatten(within(member), inner, to); });
  } else if (value.starts_with('[')) {
    std::size_t index = 0;
    JsonText(value).items([&](std::string_view item) { flatten(within(std::to_string(index++)), item, to); });
  } else {
    to.emplace_back(name, value);
  }
}

Described describedItem(Subject subject, std::string_view item) {
  Described described{subject, "", {{"offered", "true"}}};
  JsonText(item).members([&](const std::string& member, std::string_view value) {
    if (member == "id") {
      described.id = JsonText(value).string();
    } else if (member != "name") {
      flatten(member, value, described.figures);
    }
  });
  return described;
}

std::string rangesText(const std::vector<Breakpoint>& ranges, PlanIndex plan) {
  std::string text = "[";
  for (const Breakpoint& range : ranges) {
    if (range.plan != plan) continue;
    if (text.size() > 1) text += ',';
    text += '[';
    text += std::to_string(range.from.value);
    text += ',';
    text += range.through ? std::to_string(range.through->value) : "null";
    text += ']';
  }
  return text += ']';
}

std::vector<Described> describe(const Catalog& catalog) {
  std::vector<Described> all;
  Described list{Subject::list, "", {}};
  const std::string document = json::catalog(catalog);
  JsonText(document).members([&](const std::string& member, std::string_view value) {
    if (member == "plans" || member == "packs") {
      const Subject subject = member == "plans" ? Subject::plan : Subject::pack;
      JsonText(value).items([&](std::string_view item) { all.push_back(describedItem(subject, item)); });
    } else if (member != "id" && member != "version" && member != "name" && member != "source") {
      flatten(member, value, list.figures);
    }
  });

  const auto ranges = cheapestPlans(catalog);
  for (Described& one : all) {
    if (one.subject != Subject::plan) continue;
    const PlanIndex plan = *catalog.findPlan(one.id);
    if (catalog.plans[plan].isSelfServe()) one.figures.emplace_back("cheapestFor", rangesText(ranges, plan));
  }
  all.push_back(std::move(list));
  return all;
}

const Described* find(const std::vector<Described>& all, const Described& like) {
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Described& one) { return one.subject == like.subject && one.id == like.id; });
  return found == all.end() ? nullptr : &*found;
}

// null where a figure stands for nothing, also in a plan or pack that is not offered.
std::string figureOf(const Described* described, const std::string& name) {
  if (described == nullptr) return name == "offered" ? "false" : "null";
  const Figures& all = described->figures;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
  return found == all.end() ? "null" : found->second;
}

// One of the two may be missing, not both.
void compareFigures(const Described* before, const Described* after, std::vector<Change>& changes) {
  const Described& one = after == nullptr ? *before : *after;
  std::vector<std::string> names;
  for (const Described* side : {after, before}) {
    if (side == nullptr) continue;
    for (const auto& [name, value] : side->figures) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  for (const std::string& name : names) {
    Change change{one.subject, one.id, name, figureOf(before, name), figureOf(after, name)};
    if (change.before == change.after || (before == nullptr && !change.isPriced())) continue;
    changes.push_back(std::move(change));
    if (after == nullptr) return;  // what is no longer offered has no figures
  }
}

// The ids of those in both lists, in the order of the first.
std::string orderOf(Subject subject, const std::vector<Described>& all, const std::vector<Described>& others) {
  std::string ids = "[";
  for (const Described& one : all) {
    if (one.subject != subject || find(others, one) == nullptr) continue;
    if (ids.size() > 1) ids += ',';
    ids += quoted(one.id);
  }
  return ids += ']';
}

}  // namespace

bool Change::isPriced() const { return !figure.starts_with("features/"); }

std::vector<Change> changesBetween(const Catalog& before, const Catalog& after) {
  const std::vector<Described> old = describe(before), now = describe(after);
  std::vector<Change> changes;
  for (const Described& one : old) {
    if (find(now, one) == nullptr) compareFigures(&one, nullptr, changes);
  }
  for (const Described& one : now) compareFigures(find(old, one), &one, changes);
  for (const Subject subject : {Subject::plan, Subject::pack}) {
    Change change{Subject::list, "", subject == Subject::plan ? "plans/order" : "packs/order",
                  orderOf(subject, old, now), orderOf(subject, now, old)};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace prorata::cli
