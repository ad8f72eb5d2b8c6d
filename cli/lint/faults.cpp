#include "faults.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "json_text.hpp"
#include "prorata/json.hpp"

namespace prorata::cli {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

// The library stops at the first fault. So that an author learns of others as well, each part is put, on its own, into
// a price list that is right.
constexpr std::string_view rightPlan = R"({"id": "right", "name" : {"en" : "-", "zh-CN" : "-"},
                           "monthlyPrice" : "0",
                           "monthlyMinutes" : 0,
                           "overage" : "postpaid"
})";
constexpr std::string_view rightList =
    R"({"id": "-", "version": "-", "name": {"en": "-", "zh-CN": "-"}, "currency": {"code": "XXX", "minorDigits": 2},
        "timeZone": "UTC", "plans": [], "defaultPlan": "right", "packs": [], "packValidityMonths": 12,
        "overage": {"price": "1", "perMinutes": 1},
        "conversion": {"video": [{"media": "hd"}], "coefficients": {}},
        "policy": {
  "proration" : {"price" : "full-month", "rounding" : "net", "quota" : "full-month"},
                "renewal" : {"day" : 1},
                            "downgrade" : {
    "effective" : "next-month", "charge" : "on-renewal", "cutoff" : "none"
  }
}
})";

Members membersOf(std::string_view object) {
  Members members;
  JsonText(object).members(
      [&](const std::string& name, std::string_view value) { members.emplace_back(name, std::string(value)); });
  return members;
}

const std::string* find(const Members& members, std::string_view name) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == name; });
  return found == members.end() ? nullptr : &found->second;
}

void set(Members& members, const std::string& name, std::string value) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == name; });
  if (found == members.end()) {
    members.emplace_back(name, std::move(value));
  } else {
    found->second = std::move(value);
  }
}

std::string objectOf(const Members& members) {
  std::string text = "{";
  for (const auto& [name, value] : members) {
    if (text.size() > 1) text += ',';
    text.append(quoted(name)).append(":").append(value);
  }
  return text += '}';
}

std::string bracketed(std::string_view items, std::string_view last = "") {
  return std::string("[").append(items).append(last).append("]");
}

std::optional<Finding> faultOf(std::string_view document) {
  try {
    static_cast<void>(json::readCatalog(document));
    return std::nullopt;
  } catch (const PricingError& error) {
    return Finding{std::string(toString(error.code())), error.path(), error.what()};
  }
}

// The faults that only the whole document shows are found by reading the whole; these are found by reading parts.
class Parts {
 public:
  explicit Parts(std::string_view document) : given_(membersOf(document)), right_(membersOf(rightList)) {
    set(right_, "plans", bracketed(rightPlan));
    // Prices are read by the digits of the currency.
    if (const std::string* currency = find(given_, "currency")) {
      Members members = right_;
      set(members, "currency", *currency);
      if (!faultOf(objectOf(members))) right_ = members;
    }
  }

  Findings faults() {
    for (const auto& [name, value] : right_) {
      if (find(given_, name) == nullptr) addMissing(name);
    }
    for (const auto& [name, value] : given_) {
      if (name == "defaultPlan") continue;  // has to name one of the plans
      if ((name == "plans" || name == "packs") && value.starts_with('[')) {
        addItems(name, value);
      } else {
        add(name, value, [](std::string path) { return path; });
      }
    }
    return found_;
  }

 private:
  void addMissing(const std::string& name) {
    Members members = right_;
    members.erase(std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == name; }));
    if (const auto fault = faultOf(objectOf(members))) found_.push_back(*fault);
  }

  // `placed(path)` is where the fault lies in the document that was given.
  template <class Placed>
  void add(const std::string& name, std::string value, Placed placed) {
    Members members = right_;
    set(members, name, std::move(value));
    auto fault = faultOf(objectOf(members));
    if (!fault) return;
    fault->path = placed(fault->path);
    found_.push_back(*fault);
  }

  void addItems(const std::string& name, std::string_view array) {
    const std::string before = name == "plans" ? std::string(rightPlan) + ',' : "";
    const std::string at = pointerToken(name) + (before.empty() ? "/0" : "/1");
    std::size_t index = 0;
    JsonText(array).items([&](std::string_view item) {
      const std::string place = pointerToken(name) + '/' + std::to_string(index++);
      add(name, bracketed(before, item),
          [&](const std::string& path) { return path.starts_with(at) ? place + path.substr(at.size()) : place; });
    });
  }

  Members given_, right_;
  Findings found_;
};

}  // namespace

Findings faultsOf(std::string_view document) {
  const auto first = faultOf(document);
  if (!first) return {};
  Findings faults;
  try {
    if (first->path.empty() && JsonText(document).value().front() != '{') return {*first};
    JsonText whole(document);
    static_cast<void>(whole.value());
    whole.end();
    faults = Parts(document).faults();
  } catch (const NotJson&) {
    return {*first};
  }
  const auto same = [&](const Finding& fault) { return fault.path == first->path; };
  if (std::none_of(faults.begin(), faults.end(), same)) faults.push_back(*first);
  return faults;
}

}  // namespace prorata::cli
