#pragma once

#include <cstdint>
#include <string_view>

namespace prorata::json {

/// What a JSON number says, exactly: 1.0, 1e3 and -0 are whole, 1e-400 is a fraction.
struct Number {
  enum class Kind : std::uint8_t { whole, fraction, pastRange };
  Kind kind;
  /// Of a whole number within +-largestInteger.
  std::int64_t value = 0;

  [[nodiscard]] static Number of(std::string_view text) noexcept;
};

}  // namespace prorata::json
