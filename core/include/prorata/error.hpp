#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "prorata/export.hpp"

namespace prorata {
PRORATA_API_BEGIN

/// What is wrong with an input. The words of `toString` are part of the public API; messages are not.
enum class ErrorCode {
  invalidJson,
  invalidType,
  missingField,
  unknownField,
  invalidValue,
  invalidDate,
  unknownCatalog,
  unknownPlan,
  unknownPack,
  unsupportedMedia,
  outOfRange,
  inconsistentAccount,
  managedAccount,
  invalidCatalog,
};

/// The word of a code in JSON and TypeScript, e.g. "inconsistent_account".
[[nodiscard]] std::string_view toString(ErrorCode code) noexcept;

/// Thrown for input that is malformed or contradicts itself. A change that the rules forbid is not an error but an
/// answer (`PlanChange::refusal`). Nothing is changed when it is thrown; the same catalog answers the next request.
class PricingError : public std::runtime_error {
 public:
  PricingError(ErrorCode code, std::string path, const std::string& message)
      : std::runtime_error(message), code_(code), path_(std::move(path)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }

  /// JSON Pointer (RFC 6901) to the value at fault in the request or catalog document; "" is the whole document, and
  /// also an answer that would not fit the range of amounts and minutes.
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  ErrorCode code_;
  std::string path_;
};

PRORATA_API_END
}  // namespace prorata
