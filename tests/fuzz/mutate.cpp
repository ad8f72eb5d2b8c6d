#include "mutate.hpp"

#include <string>
#include <vector>

namespace fuzz {
namespace {

using nlohmann::json;

std::size_t below(std::size_t bound, std::mt19937& random) { return random() % bound; }

void collect(json& value, std::vector<json*>& all) {
  all.push_back(&value);
  if (!value.is_structured()) return;
  for (json& child : value) collect(child, all);
}

json interestingNumber(std::mt19937& random) {
  static const std::vector<json> numbers{0,
                                         1,
                                         -1,
                                         2,
                                         28,
                                         31,
                                         36,
                                         37,
                                         64,
                                         10'000,
                                         10'001,
                                         120'000,
                                         400'000,
                                         1'000'000,
                                         7.5,
                                         1e300,
                                         -7'380,
                                         83'990,
                                         2147483647,
                                         4294967296,
                                         1009,
                                         9007199254740991,
                                         9007199254740992,
                                         -9007199254740991};
  return numbers[below(numbers.size(), random)];
}

json interestingText(std::mt19937& random) {
  static const std::vector<json> texts{"free",
                                       "basic",
                                       "premium",
                                       "flagship",
                                       "enterprise",
                                       "starter",
                                       "pack-25k",
                                       "pack-250k",
                                       "pack-1000k",
                                       "easemob-cn",
                                       "2024-02-29",
                                       "2024-01-31",
                                       "2024-08-25",
                                       "2025-08-30",
                                       "2024-09-01",
                                       "2999-12-31",
                                       "2023-02-29",
                                       "remaining-days",
                                       "full-month",
                                       "day-weighted",
                                       "line",
                                       "net",
                                       "immediately",
                                       "next-month",
                                       "on-request",
                                       "on-renewal",
                                       "none",
                                       "renewal-day",
                                       "renewal-day-wait",
                                       "self-serve",
                                       "suspend",
                                       "postpaid",
                                       "0",
                                       "0.01",
                                       "6.00",
                                       "99999999.99",
                                       "",
                                       "a\"b"};
  return texts[below(texts.size(), random)];
}

// A number near the one that stands there, so that sums move by a little; else one of those where rules change.
json otherNumber(const json& number, std::mt19937& random) {
  if (number.is_number_integer() && below(2, random) == 0) {
    const auto value = number.get<std::int64_t>();
    if (value > -1'000'000'000'000 && value < 1'000'000'000'000)
      return below(2, random) == 0 ? value + static_cast<std::int64_t>(below(7, random)) - 3
                                   : value * static_cast<std::int64_t>(below(10, random));
  }
  return interestingNumber(random);
}

// Another day of a month near by.
json otherText(const json& text, std::mt19937& random) {
  auto words = text.get<std::string>();
  const bool isDate = words.size() == 10 && words[4] == '-' && words[7] == '-';
  if (!isDate || below(3, random) == 0) return interestingText(random);
  const std::string day = std::to_string(1 + below(31, random)), month = std::to_string(1 + below(12, random));
  if (below(2, random) == 0) words.replace(5, 2, std::string(2 - month.size(), '0') + month);
  words.replace(8, 2, std::string(2 - day.size(), '0') + day);
  return words;
}

void changeStructure(json& value, std::mt19937& random) {
  if (value.empty()) return;
  auto child = value.begin();
  std::advance(child, static_cast<std::ptrdiff_t>(below(value.size(), random)));
  const std::size_t choice = below(4, random);
  if (choice == 0) {
    value.erase(child);
  } else if (value.is_array()) {
    value.push_back(*child);
  } else if (choice == 1) {
    value["unknown"] = *child;
  } else {
    *child = interestingText(random);
  }
}

void changeOne(json& root, std::mt19937& random) {
  std::vector<json*> all;
  collect(root, all);
  json& value = *all[below(all.size(), random)];
  if (value.is_number()) {
    value = otherNumber(value, random);
  } else if (value.is_string()) {
    value = otherText(value, random);
  } else if (value.is_boolean()) {
    value = !value.get<bool>();
  } else if (value.is_structured()) {
    changeStructure(value, random);
  } else {
    value = interestingNumber(random);
  }
}

}  // namespace

void mutate(json& vector, std::mt19937& random) {
  static const std::vector<const char*> members{"request", "request", "request", "catalog", "quote"};
  const std::size_t changes = 1 + below(4, random);
  for (std::size_t i = 0; i < changes; ++i) {
    const char* member = members[below(members.size(), random)];
    if (vector.contains(member)) changeOne(vector[member], random);
  }
}

}  // namespace fuzz
