#pragma once

#include <string>
#include <vector>

#include "stream.hpp"

namespace prorata::cli {

/// The lines of an input, some at a time, in memory that does not grow with them.
class LineReader {
 public:
  explicit LineReader(Input& input);

  /// The next lines, each ended by '\n': as many as have come, up to a few dozen. Waits where none has; false at the
  /// end. The last line need not be ended. Of a line longer than a document may be, a byte more than that is kept.
  [[nodiscard]] bool next(std::string& lines);

 private:
  [[nodiscard]] bool fill();
  void keep(std::string_view piece);

  Input& input_;
  std::vector<char> chunk_;
  /// What of the chunk is still to be handed on.
  std::string_view rest_;
  /// The beginning of a line whose end has not come.
  std::string begun_;
  bool lineBegun_ = false;
};

}  // namespace prorata::cli
