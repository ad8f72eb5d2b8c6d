#include "oracles.hpp"

#include <cstdio>
#include <cstdlib>

#include "prorata/json.hpp"

namespace fuzz {
namespace {

using nlohmann::json;

void require(bool holds, const char* rule, const json& answer) {
  if (holds) return;
  std::fprintf(stderr, "This does not hold: %s\n%s\n", rule, answer.dump(2).c_str());
  std::abort();
}

std::int64_t numberAt(const json& value, const char* name) { return value.at(name).get<std::int64_t>(); }

}  // namespace

void checkQuote(const prorata::Catalog& catalog, const std::string& request, const json& quote) {
  std::int64_t sum = 0;
  for (const json& line : quote.at("lines")) sum += numberAt(line, "amount");
  require(sum == numberAt(quote, "amountDue"), "the lines add up to what is due", quote);
  const json verification = json::parse(prorata::json::verify(catalog, request, quote.dump()));
  require(verification.at("valid").get<bool>(), "an own quote verifies", verification);
}

void checkCoverage(const json& request, const json& coverage) {
  std::int64_t sum = numberAt(coverage.at("overage"), "minutes") + numberAt(coverage, "unservedMinutes");
  for (const json& source : coverage.at("sources")) {
    sum += numberAt(source, "used");
    require(numberAt(source, "used") + numberAt(source, "left") == numberAt(source, "minutes"),
            "what is used of a source and what is left are all of it", coverage);
  }
  require(sum == numberAt(request, "monthMinutes"), "the sources add up to the month's minutes", coverage);
}

void checkComparison(const json& comparison) {
  const json& breakpoints = comparison.at("breakpoints");
  require(numberAt(breakpoints.front(), "fromMinutes") == 0, "breakpoints begin at 0", comparison);
  for (std::size_t i = 0; i + 1 < breakpoints.size(); ++i)
    require(numberAt(breakpoints[i], "throughMinutes") + 1 == numberAt(breakpoints[i + 1], "fromMinutes"),
            "breakpoints have no gap", comparison);
  require(breakpoints.back().at("throughMinutes").is_null(), "breakpoints have no end", comparison);
}

void checkPurchasePlan(const json& plan) {
  std::int64_t sum = 0;
  for (const json& month : plan.at("months")) {
    sum += numberAt(month, "planAmount") + numberAt(month, "packAmount") + numberAt(month, "overageAmount");
    const json& minutes = month.at("minutes");
    require(numberAt(minutes, "fromPlan") + numberAt(minutes, "fromPacks") + numberAt(minutes, "overage") ==
                numberAt(minutes, "forecast"),
            "a month's minutes add up to its forecast", plan);
  }
  require(sum == numberAt(plan, "total"), "the months add up to the total", plan);
  require(numberAt(plan.at("baseline"), "unservedMinutes") > 0 || numberAt(plan, "saving") >= 0,
          "buying nothing saves nothing where all is served", plan);
}

void checkSettlement(const prorata::Catalog& catalog, const json& request, const json& settlement) {
  const auto usage = request.value("usage", json::array());
  if (usage.empty()) return;
  // To the last day of the month of `on` and from there on.
  const std::string on = request.at("on").get<std::string>();
  const auto date = prorata::parseDate(on);
  const std::string cut = prorata::toString(prorata::lastDayOf(prorata::monthOf(*date)));
  json first{{"on", on}, {"account", request.at("account")}, {"through", cut}};
  json second = request;
  second["on"] = cut;
  const json before = json::parse(prorata::json::settle(catalog, first.dump()));
  second["account"] = before.at("account");
  const json after = json::parse(prorata::json::settle(catalog, second.dump()));
  json events = before.at("events");
  for (const json& event : after.at("events")) events.push_back(event);
  require(events == settlement.at("events") && after.at("account") == settlement.at("account"), "settling composes",
          {{"at once", settlement}, {"in two", {{"events", events}, {"then", after}}}});
}

}  // namespace fuzz
