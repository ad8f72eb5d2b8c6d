#include "report.hpp"

#include <algorithm>
#include <utility>

#include "amount.hpp"
#include "faults.hpp"
#include "json_text.hpp"
#include "place.hpp"
#include "prorata/json.hpp"
#include "remarks.hpp"

namespace prorata::cli {
namespace {

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

// ---------------------------------------------------------------- for people

std::string lineOfText(const Report& report, const std::string& name, const char* kind, const Finding& finding) {
  const auto line = lineIn(report, finding);
  std::string text = name + ':' + (line ? std::to_string(*line) + ':' : "") + ' ' + kind + ": ";
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

}  // namespace

Report reportOn(std::string document) {
  Report report;
  report.faults = faultsOf(document);
  if (report.faults.empty()) {
    report.list = json::readCatalog(document);
    report.remarks = remarksOn(*report.list);
  }
  report.document = std::move(document);
  return report;
}

Report reportOn(Catalog builtIn) {
  Report report;
  report.remarks = remarksOn(builtIn);
  report.list = std::move(builtIn);
  return report;
}

void holdAgainst(Report& report, Catalog former) {
  if (!report.list) return;
  report.changes = changesBetween(former, *report.list);
  const bool priced =
      std::any_of(report.changes.begin(), report.changes.end(), [](const Change& change) { return change.isPriced(); });
  if (former.id != report.list->id) {
    report.remarks.push_back({"another_list", "/id", "The list it is held against is " + former.id + '.'});
  } else if (priced && former.version == report.list->version) {
    report.faults.push_back({"version_unchanged", "/version", "Figures changed, the version did not."});
  }
  report.former = std::move(former);
}

std::string jsonOf(const Report& report) {
  return R"({"faults":)" + jsonOf(report, report.faults) + R"(,"remarks":)" + jsonOf(report, report.remarks) +
         R"(,"changes":)" + (report.former ? jsonOf(report.changes) : "null") + '}';
}

std::string textOf(const Report& report, const std::string& name) {
  std::string text;
  for (const Finding& fault : report.faults) text += lineOfText(report, name, "fault", fault);
  for (const Finding& remark : report.remarks) text += lineOfText(report, name, "remark", remark);
  if (report.former) {
    text += report.former->id + ' ' + report.former->version + " -> " + report.list->id + ' ' + report.list->version +
            ": " + counted(report.changes.size(), "change") + '\n';
    for (const Change& change : report.changes) text += changeText(report, change);
  }
  return text + counted(report.faults.size(), "fault") + ", " + counted(report.remarks.size(), "remark") + '\n';
}

}  // namespace prorata::cli
