#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "line_reader.hpp"
#include "table.hpp"

namespace prorata::cli {

/// A request a line in, exactly one line out, in the same order, on several cores and in constant memory.
class LineFilter {
 public:
  LineFilter(const Catalog& catalog, Answer answer, Input& input, unsigned jobs);

  /// Answers every line and says how many were refused. Throws what reading throws, once all that was read is answered.
  /// What cannot be written ends the program with its report: other cores may be waiting for input that never comes.
  std::uint64_t run();

 private:
  using Turn = std::uint64_t;

  void work() noexcept;
  [[nodiscard]] std::optional<Turn> take(std::string& lines);
  void deliver(Turn turn, std::string answers);

  const Catalog& catalog_;
  const Answer answer_;
  Input& input_;
  const unsigned jobs_;

  std::mutex reading_;
  LineReader lines_;
  Turn taken_ = 0;
  std::exception_ptr readingFailed_;

  std::mutex writing_;
  std::condition_variable moved_;
  /// Answers that wait for earlier ones.
  std::map<Turn, std::string> finished_;
  Turn written_ = 0;
  bool isWriting_ = false;
  std::uint64_t refused_ = 0;
};

}  // namespace prorata::cli
