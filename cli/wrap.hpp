#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace prorata::cli {

/// `text` in lines of at most 80 columns, each after `indent` blanks and ended by '\n'.
[[nodiscard]] inline std::string wrapped(std::string_view text, std::size_t indent) {
  constexpr std::size_t columns = 80;
  std::string lines;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (indent + end > columns) {
      end = text.rfind(' ', columns - indent);
      if (end == std::string_view::npos) end = std::min(text.find(' '), text.size());
    }
    lines += std::string(indent, ' ');
    lines += text.substr(0, end);
    lines += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace prorata::cli
