#include "prorata/error.hpp"

namespace prorata {

std::string_view toString(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::invalidJson: return "invalid_json";
    case ErrorCode::invalidType: return "invalid_type";
    case ErrorCode::missingField: return "missing_field";
    case ErrorCode::unknownField: return "unknown_field";
    case ErrorCode::invalidValue: return "invalid_value";
    case ErrorCode::invalidDate: return "invalid_date";
    case ErrorCode::unknownCatalog: return "unknown_catalog";
    case ErrorCode::unknownPlan: return "unknown_plan";
    case ErrorCode::unknownPack: return "unknown_pack";
    case ErrorCode::unsupportedMedia: return "unsupported_media";
    case ErrorCode::outOfRange: return "out_of_range";
    case ErrorCode::inconsistentAccount: return "inconsistent_account";
    case ErrorCode::managedAccount: return "managed_account";
    case ErrorCode::invalidCatalog: return "invalid_catalog";
  }
  return {};
}

}  // namespace prorata
