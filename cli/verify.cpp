#include "verify.hpp"

#include <optional>

#include "json_text.hpp"
#include "prorata/json.hpp"
#include "stream.hpp"

namespace prorata::cli {
namespace {

struct Parts {
  std::optional<std::string_view> request, quote;
};

void keep(std::optional<std::string_view>& part, std::string_view value) {
  if (part) throw PricingError(ErrorCode::invalidJson, "", "A member is named twice.");
  part = value;
}

Parts partsOf(std::string_view document) {
  if (document.size() > largestDocument)
    throw PricingError(ErrorCode::invalidJson, "", "The document is larger than 1 MiB.");
  Parts parts;
  std::optional<PricingError> unknown;
  try {
    JsonText text(document);
    if (text.position() == document.size() || document[text.position()] != '{') {
      text.value();
      text.end();
      throw PricingError(ErrorCode::invalidType, "", "An object belongs here.");
    }
    text.members([&](const std::string& name, std::string_view value) {
      if (name == "request") {
        keep(parts.request, value);
      } else if (name == "quote") {
        keep(parts.quote, value);
      } else {
        unknown.emplace(ErrorCode::unknownField, pointerToken(name), "There is no such member.");
      }
    });
    text.end();
  } catch (const NotJson& fault) {
    throw PricingError(ErrorCode::invalidJson, "", fault.what());
  }
  if (unknown) throw PricingError(*unknown);
  return parts;
}

std::string_view part(const std::optional<std::string_view>& part, const char* path) {
  if (!part) throw PricingError(ErrorCode::missingField, path, "This member is missing.");
  return *part;
}

}  // namespace

std::string verify(const Catalog& catalog, std::string_view document) {
  const Parts parts = partsOf(document);
  const std::string_view request = part(parts.request, "/request");
  const std::string_view quote = part(parts.quote, "/quote");
  try {
    return json::verify(catalog, request, quote);
  } catch (const PricingError& error) {
    // "" is the whole document, or an answer that does not fit, unless it is said of the request's own type.
    if (error.path().empty() && error.code() != ErrorCode::invalidType) throw;
    throw PricingError(error.code(), "/request" + error.path(), error.what());
  }
}

}  // namespace prorata::cli
