#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

/// Files as the system gives them: read and write say at once what has come and what has failed.
namespace prorata::cli {

/// The library takes documents of this size and refuses larger ones.
inline constexpr std::size_t largestDocument = 1 << 20;

/// A file open for reading, or standard input.
class Input {
 public:
  /// Throws Fault unreadable_file.
  explicit Input(std::string name);
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  ~Input();

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] bool isTerminal() const noexcept;
  /// Waits for what comes next and reads it, at most `size` bytes; 0 at the end. Throws Fault unreadable_file.
  [[nodiscard]] std::size_t read(char* buffer, std::size_t size);
  /// The whole document, or of a larger one a byte more than the library takes: no need to wait for its end.
  [[nodiscard]] std::string document();

 private:
  std::string name_;
  int descriptor_;
};

/// Whoever reads standard output has gone: no fault, and nobody left to tell.
struct ReaderGone final : std::exception {};

/// Writes all of `text` to standard output. Throws ReaderGone, or Fault unwritable_output.
void print(std::string_view text);

/// Some systems say only now that a disk was full.
void finishOutput();

}  // namespace prorata::cli
