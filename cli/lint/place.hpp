#pragma once

#include <cstddef>
#include <string_view>

namespace prorata::cli {

/// The line, from 1, of a byte in a text.
[[nodiscard]] std::size_t lineOf(std::string_view text, std::size_t offset) noexcept;

/// The line on which the value at a JSON Pointer begins; where there is none, that of what should hold it. Of a
/// text that is no JSON, the line from which on it is none.
[[nodiscard]] std::size_t lineOf(std::string_view json, std::string_view pointer);

}  // namespace prorata::cli
