#pragma once

#include <string>
#include <vector>

namespace prorata::cli {

/// Something about a price list: a fault, for which it cannot be published, or a remark.
struct Finding {
  /// A stable word.
  std::string code;
  /// JSON Pointer into the document.
  std::string path;
  std::string message;
};

using Findings = std::vector<Finding>;

}  // namespace prorata::cli
