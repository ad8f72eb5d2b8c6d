// lint for Node: texts in, a text out, and nothing thrown.
#include <emscripten/bind.h>

#include <string>

#include "lint/report.hpp"
#include "prorata/json.hpp"

namespace {

namespace json = prorata::json;
using prorata::cli::Report;

Report reportOn(const std::string& list) {
  if (list.starts_with('"')) return prorata::cli::reportOn(json::openCatalog(list));
  return prorata::cli::reportOn(list);
}

// Both are JSON: a document, or a string for the id of a built-in list; `against` may be empty.
// {"faults", "remarks", "changes"}, or {"error": {"code", "path", "message"}}.
std::string lint(const std::string& list, const std::string& against) noexcept {
  try {
    Report report = reportOn(list);
    if (!against.empty()) holdAgainst(report, json::openCatalog(against));
    return jsonOf(report);
  } catch (const prorata::PricingError& error) {
    return R"({"error":)" + json::error(error) + '}';
  }
}

}  // namespace

EMSCRIPTEN_BINDINGS(lint) { emscripten::function("lint", &lint); }
