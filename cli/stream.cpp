#include "stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "fault.hpp"

namespace prorata::cli {
namespace {

// A pipe shared with an event loop may be non-blocking: then waiting is up to us.
bool worthAnotherTry(int descriptor, short event) {
  if (errno == EINTR) return true;
  if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
  pollfd waited{descriptor, event, 0};
  return ::poll(&waited, 1, -1) >= 0 || errno == EINTR;
}

[[noreturn]] void failWriting() {
  if (errno == EPIPE) throw ReaderGone();
  throw systemFault("unwritable_output", "standard output");
}

}  // namespace

Input::Input(std::string name)
    : name_(std::move(name)),
      descriptor_(name_ == standardInput ? STDIN_FILENO : ::open(name_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) throw systemFault("unreadable_file", name_);
}

Input::~Input() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

bool Input::isTerminal() const noexcept { return ::isatty(descriptor_) == 1; }

std::size_t Input::read(char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (!worthAnotherTry(descriptor_, POLLIN)) throw systemFault("unreadable_file", name_);
  }
}

std::string Input::document() {
  constexpr std::size_t piece = 1 << 16;
  std::string text;
  for (std::size_t size = 0; size <= largestDocument;) {
    text.resize(size + piece);
    const std::size_t count = read(text.data() + size, piece);
    size += count;
    text.resize(size);
    if (count == 0) break;
  }
  return text;
}

void print(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
    if (count >= 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (!worthAnotherTry(STDOUT_FILENO, POLLOUT)) {
      failWriting();
    }
  }
}

void finishOutput() {
  if (::close(STDOUT_FILENO) != 0) failWriting();
}

}  // namespace prorata::cli
