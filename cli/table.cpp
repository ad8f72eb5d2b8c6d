#include "table.hpp"

#include <algorithm>

#include "prorata/json.hpp"
#include "verify.hpp"

namespace prorata::cli {

namespace options {

const Option catalog{"catalog", 'c', Argument::catalog, "ID|FILE", "the price list; easemob-cn when left out"};
const Option lines{"lines", '\0', Argument::none, "", "a request a line in, an answer a line out"};
const Option jobs{"jobs", 'j', Argument::number, "N", "with --lines: how many cores to use; all when left out"};
const Option strict{"strict", '\0', Argument::none, "", "with --lines: end with status 1 if a line was refused"};
const Option against{"against", '\0', Argument::catalog, "ID|FILE",
                     "the price list it follows: what changed for whom, and whether the version says so"};
const Option json{"json", '\0', Argument::none, "", "print for machines"};
const Option help{"help", 'h', Argument::none, "", "print this help"};
const Option version{"version", 'V', Argument::none, "", "print the version"};

}  // namespace options

namespace {

Verb requestVerb(std::string_view name, std::string_view summary, Answer answer, std::string_view example) {
  return {name,   summary, "FILE",
          answer, example, {&options::catalog, &options::lines, &options::jobs, &options::strict}};
}

}  // namespace

bool Verb::takes(const Option& option) const {
  return std::find(options.begin(), options.end(), &option) != options.end();
}

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all{
      requestVerb("quote", "what a plan change and top-up packs cost today: the bill to confirm before paying",
                  json::quote, R"({"on": "2024-08-16", "account": {"plan": "basic"}, "plan": "flagship"})"),
      requestVerb("verify", "whether a quote is what the price list gives, and where it differs", verify,
                  R"({"request": {"on": "2024-08-16", "plan": "basic"}, "quote": {}})"),
      requestVerb(
          "purchase", "the same bill, and the account once it is paid", json::purchase,
          R"({"on": "2024-08-16", "account": {"plan": "basic"}, "packs": [{"pack": "pack-25k", "quantity": 2}]})"),
      requestVerb("settle", "an account at a later date: closed months, renewals, changes, expired packs", json::settle,
                  R"({"on": "2024-08-16", "account": {"plan": "basic"}, "through": "2024-09-01", "usage": [130000]})"),
      requestVerb("convert", "media usage as standard minutes", json::convert,
                  R"({"usage": [{"role": "host", "media": "hd", "seconds": 3600}]})"),
      requestVerb("equivalents", "how much of each media a number of standard minutes is", json::equivalents,
                  R"({"minutes": 400000})"),
      requestVerb("cover", "what absorbs a month's usage: plan quota, packs, overage", json::cover,
                  R"({"on": "2024-08-16", "account": {"plan": "basic"}, "monthMinutes": 150000})"),
      requestVerb("compare", "every plan side by side for a monthly usage", json::compare,
                  R"({"on": "2024-08-16", "monthlyMinutes": 150000})"),
      requestVerb("optimize", "the cheapest sequence of plans and packs for a forecast of up to 36 months",
                  json::optimize, R"({"on": "2024-08-16", "forecast": [90000, 150000, 400000]})"),
      {"catalog", "the price list itself, with everything filled in", "", nullptr, "", {&options::catalog}},
      {"lint",
       "what the author of a price list wants to know before publishing it",
       "ID|FILE",
       nullptr,
       "",
       {&options::against, &options::json}},
  };
  return all;
}

const Verb* findVerb(std::string_view name) {
  const auto& all = verbs();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Verb& verb) { return verb.name == name; });
  return found == all.end() ? nullptr : &*found;
}

const std::vector<const Option*>& allOptions() {
  static const std::vector<const Option*> all{&options::catalog, &options::lines, &options::jobs, &options::strict,
                                              &options::against, &options::json,  &options::help, &options::version};
  return all;
}

const std::vector<Section>& sections() {
  const auto always = [](const Verb&) { return true; };
  const auto withRequest = [](const Verb& verb) { return verb.answer != nullptr; };
  static const std::vector<Section> all{
      {"Requests",
       {"A request is JSON of at most 1 MiB, from FILE or, where FILE is left out or -, from standard input. The "
        "answer "
        "is printed as one line of JSON. verify reads {\"request\": ..., \"quote\": ...}."},
       withRequest},
      {"Price lists",
       {"ID|FILE is a file when it has a slash or ends in .json, else the id of a built-in price list; an id that is "
        "none is answered with those there are."},
       always},
      {"Line by line",
       {"With --lines, every line is a request and gives exactly one line, in the same order: the answer, or "
        "{\"error\": ...} for a line that is refused, an empty one too. Then it goes on with the next. A member id of "
        "a "
        "request, of any value, is not read but given back as the answer's first member.",
        "Memory does not grow with the input. Answers are written whenever the input pauses, so the command can serve "
        "as a coprocess; it ends with its input."},
       withRequest},
      {"Errors",
       {"What is wrong is printed to standard error as {\"code\", \"path\", \"message\", \"file\"}: a stable word, the "
        "place as a JSON Pointer, a sentence, and the file it lies in, - for standard input."},
       always},
      {"Remarks",
       {"lint calls a fault what the library refuses, and figures that changed while the version did not. It remarks "
        "on "
        "plans that another one dominates or that are the cheapest for no usage, usages for which no plan is the "
        "cheapest, packs as dear as overage, prices that do not fall with size, list prices below the price, and "
        "missing translations."},
       [](const Verb& verb) { return verb.needsOperand(); }},
      {"Exit status",
       {"0: answered; with --lines, read to the end; from lint, no fault. 1: refused, unreadable or unwritable; with "
        "--strict, a line was refused; from lint, a fault. 2: the arguments were not understood."},
       always},
  };
  return all;
}

}  // namespace prorata::cli
