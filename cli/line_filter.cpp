#include "line_filter.hpp"

#include <cstdlib>
#include <system_error>
#include <thread>
#include <vector>

#include "failure.hpp"
#include "fault.hpp"
#include "line_id.hpp"
#include "prorata/json.hpp"

namespace prorata::cli {
namespace {

// How many blocks of answers, for each core, may wait for a slower one before them.
constexpr unsigned mostWaiting = 4;

// Answers one line after the other, in buffers that are kept from line to line.
class Desk {
 public:
  Desk(const Catalog& catalog, Answer verb) : catalog_(catalog), verb_(verb) {}

  // Appends the answer to `line` and its '\n'.
  void answer(std::string_view line, std::string& to) {
    id_.clear();
    try {
      request_ = line;
      takeId(request_, id_);
      const std::string answer = verb_(catalog_, request_);
      begin(to);
      to += std::string_view(answer).substr(1);
      to += '\n';
    } catch (const PricingError& error) {
      refuse(json::error(error), to);
    } catch (const std::bad_alloc&) {
      refuse(outOfMemory().json(), to);
    }
  }

  [[nodiscard]] std::uint64_t refused() const { return refused_; }

 private:
  // The brace of an object, and its first member where the request had an id.
  void begin(std::string& to) const {
    to += '{';
    if (id_.empty()) return;
    to += "\"id\":";
    to += id_;
    to += ',';
  }

  void refuse(const std::string& error, std::string& to) {
    begin(to);
    to += "\"error\":";
    to += error;
    to += "}\n";
    ++refused_;
  }

  const Catalog& catalog_;
  const Answer verb_;
  std::string request_, id_;
  std::uint64_t refused_ = 0;
};

}  // namespace

LineFilter::LineFilter(const Catalog& catalog, Answer answer, Input& input, unsigned jobs)
    : catalog_(catalog), answer_(answer), input_(input), jobs_(jobs), lines_(input) {}

std::uint64_t LineFilter::run() {
  std::vector<std::thread> others;
  try {
    for (unsigned i = 1; i < jobs_; ++i) others.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // Fewer threads do the same work.
  }
  work();
  for (std::thread& other : others) other.join();
  if (readingFailed_) std::rethrow_exception(readingFailed_);
  return refused_;
}

void LineFilter::work() noexcept {
  try {
    Desk desk(catalog_, answer_);
    std::string lines;
    while (const auto turn = take(lines)) {
      std::string answers;
      for (std::string_view rest = lines; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        desk.answer(rest.substr(0, end), answers);
        rest.remove_prefix(end + 1);
      }
      deliver(*turn, std::move(answers));
    }
    const std::lock_guard lock(writing_);
    refused_ += desk.refused();
  } catch (...) {
    std::_Exit(reportFailure());
  }
}

std::optional<LineFilter::Turn> LineFilter::take(std::string& lines) {
  const std::lock_guard lock(reading_);
  if (readingFailed_) return std::nullopt;
  try {
    if (inFile(input_.name(), [&] { return lines_.next(lines); })) return taken_++;
  } catch (const Fault&) {
    readingFailed_ = std::current_exception();
  }
  return std::nullopt;
}

// Whoever finishes the block that is due writes it and those that wait behind it; nobody else waits for that.
void LineFilter::deliver(Turn turn, std::string answers) {
  std::unique_lock lock(writing_);
  moved_.wait(lock, [&] { return turn < written_ + Turn{mostWaiting} * jobs_; });
  finished_.emplace(turn, std::move(answers));
  if (isWriting_) return;
  isWriting_ = true;
  for (auto due = finished_.find(written_); due != finished_.end(); due = finished_.find(written_)) {
    const std::string text = std::move(due->second);
    finished_.erase(due);
    lock.unlock();
    print(text);
    lock.lock();
    ++written_;
    moved_.notify_all();
  }
  isWriting_ = false;
}

}  // namespace prorata::cli
