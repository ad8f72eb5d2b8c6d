#include "lint.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "amount.hpp"
#include "changes.hpp"
#include "faults.hpp"
#include "json_text.hpp"
#include "place.hpp"
#include "price_list.hpp"
#include "prorata/json.hpp"
#include "remarks.hpp"
#include "stream.hpp"

namespace prorata::cli {
namespace {

struct Report {
  std::string name;
  /// Absent for a built-in list, which has no lines to point at.
  std::optional<std::string> document;
  Findings faults, remarks;
  std::vector<Change> changes;
  std::optional<Catalog> list, former;
};

Report examine(const Arguments& given) {
  Report report;
  report.name = given.operand;
  if (isFile(report.name)) {
    report.document = inFile(report.name, [&] { return Input(report.name).document(); });
    report.faults = faultsOf(*report.document);
    if (!report.faults.empty()) return report;
    report.list = json::readCatalog(*report.document);
  } else {
    report.list = openPriceList(report.name);
  }
  report.remarks = remarksOn(*report.list);
  if (!given.against) return report;

  report.former = openPriceList(*given.against);
  report.changes = changesBetween(*report.former, *report.list);
  if (report.former->id != report.list->id) {
    report.remarks.push_back({"another_list", "/id", "The list it is held against is " + report.former->id + '.'});
    return report;
  }
  const bool priced =
      std::any_of(report.changes.begin(), report.changes.end(), [](const Change& change) { return change.isPriced(); });
  if (priced && report.former->version == report.list->version)
    report.faults.push_back({"version_unchanged", "/version", "Figures changed, the version did not."});
  return report;
}

std::optional<std::size_t> lineIn(const Report& report, const Finding& finding) {
  if (!report.document) return std::nullopt;
  return lineOf(*report.document, finding.path);
}

// ---------------------------------------------------------------- for machines

template <class Items, class Write>
std::string arrayOf(const Items& items, Write write) {
  std::string text = "[";
  for (const auto& item : items) {
    if (text.size() > 1) text += ',';
    text += write(item);
  }
  return text += ']';
}

std::string jsonOf(const Report& report, const Findings& findings) {
  return arrayOf(findings, [&](const Finding& finding) {
    const auto line = lineIn(report, finding);
    return R"({"code":)" + quoted(finding.code) + R"(,"path":)" + quoted(finding.path) + R"(,"line":)" +
           (line ? std::to_string(*line) : "null") + R"(,"message":)" + quoted(finding.message) + '}';
  });
}

std::string jsonOf(const std::vector<Change>& changes) {
  return arrayOf(changes, [](const Change& change) {
    std::string text = "{";
    if (change.subject != Change::Subject::list) {
      text += change.subject == Change::Subject::plan ? R"("plan":)" : R"("pack":)";
      text += quoted(change.id) + ',';
    }
    return text + R"("figure":)" + quoted(change.figure) + R"(,"before":)" + change.before + R"(,"after":)" +
           change.after + '}';
  });
}

std::string forMachines(const Report& report) {
  return R"({"faults":)" + jsonOf(report, report.faults) + R"(,"remarks":)" + jsonOf(report, report.remarks) +
         R"(,"changes":)" + (report.former ? jsonOf(report.changes) : "null") + "}\n";
}

// ---------------------------------------------------------------- for people

std::string lineOfText(const Report& report, const char* kind, const Finding& finding) {
  const auto line = lineIn(report, finding);
  std::string text = report.name + ':' + (line ? std::to_string(*line) + ':' : "") + ' ' + kind + ": ";
  if (!finding.path.empty()) text += finding.path + ": ";
  return text + finding.message + '\n';
}

// [[10001,355714],[1258715,null]] as "10001 to 355714 and from 1258715 minutes".
std::string usageText(std::string_view ranges) {
  std::string text;
  JsonText(ranges).items([&](std::string_view range) {
    std::vector<std::string_view> ends;
    JsonText(range).items([&](std::string_view end) { ends.push_back(end); });
    text += text.empty() ? "" : " and ";
    text += ends[1] == "null" ? "from " + std::string(ends[0]) : std::string(ends[0]) + " to " + std::string(ends[1]);
  });
  return text.empty() ? "no usage" : text + " minutes";
}

std::string figureText(const Catalog& list, const std::string& figure, const std::string& value) {
  if (value == "null") return "none";
  if (figure == "cheapestFor") return usageText(value);
  for (const std::string_view money : {"monthlyPrice", "listPrice", "price", "overage/price"}) {
    if (figure == money) return amountText(list, Money{std::stoll(value)});
  }
  return value.starts_with('"') ? JsonText(value).string() : value;
}

std::string changeText(const Report& report, const Change& change) {
  std::string text = "  " + (change.id.empty() ? "all" : change.id) + ": ";
  if (change.figure == "offered") return text + (change.after == "true" ? "new\n" : "no longer offered\n");
  return text + change.figure + ' ' + figureText(*report.former, change.figure, change.before) + " -> " +
         figureText(*report.list, change.figure, change.after) + '\n';
}

std::string counted(std::size_t count, const std::string& what) {
  return (count == 0 ? "no" : std::to_string(count)) + ' ' + what + (count == 1 ? "" : "s");
}

std::string forPeople(const Report& report) {
  std::string text;
  for (const Finding& fault : report.faults) text += lineOfText(report, "fault", fault);
  for (const Finding& remark : report.remarks) text += lineOfText(report, "remark", remark);
  if (report.former) {
    text += report.former->id + ' ' + report.former->version + " -> " + report.list->id + ' ' + report.list->version +
            ": " + counted(report.changes.size(), "change") + '\n';
    for (const Change& change : report.changes) text += changeText(report, change);
  }
  return text + counted(report.faults.size(), "fault") + ", " + counted(report.remarks.size(), "remark") + '\n';
}

}  // namespace

int lint(const Arguments& given) {
  const Report report = examine(given);
  print(given.json ? forMachines(report) : forPeople(report));
  return report.faults.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace prorata::cli
