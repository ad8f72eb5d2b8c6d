#include "line_reader.hpp"

#include <algorithm>

namespace prorata::cli {
namespace {

// Small enough for two cores to share a short input evenly, large enough for handing over to cost nothing beside it.
constexpr int mostLines = 32;
constexpr std::size_t chunkSize = 1 << 16;

}  // namespace

LineReader::LineReader(Input& input) : input_(input), chunk_(chunkSize) {}

bool LineReader::next(std::string& lines) {
  lines.clear();
  for (int count = 0; count < mostLines && lines.size() < chunkSize;) {
    if (rest_.empty()) {
      if (count > 0) return true;  // answer these before waiting for more
      if (!fill()) break;
    }
    const std::size_t end = rest_.find('\n');
    keep(rest_.substr(0, end));
    if (end == std::string_view::npos) {
      rest_ = {};
      continue;
    }
    rest_.remove_prefix(end + 1);
    lines += begun_;
    lines += '\n';
    begun_.clear();
    lineBegun_ = false;
    ++count;
  }
  if (!lines.empty()) return true;
  if (!lineBegun_) return false;
  lineBegun_ = false;
  lines = std::move(begun_) + '\n';
  begun_.clear();
  return true;
}

bool LineReader::fill() {
  const std::size_t size = input_.read(chunk_.data(), chunk_.size());
  rest_ = {chunk_.data(), size};
  return size > 0;
}

void LineReader::keep(std::string_view piece) {
  lineBegun_ = true;
  begun_ += piece.substr(0, largestDocument + 1 - std::min(begun_.size(), largestDocument + 1));
}

}  // namespace prorata::cli
