#pragma once

#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

#include "prorata/error.hpp"

/// What ends the command: a fault, told as JSON, with the file it lies in.
namespace prorata::cli {

/// The name that stands for standard input.
inline constexpr std::string_view standardInput = "-";

class Fault final : public std::runtime_error {
 public:
  Fault(std::string_view code, std::string_view path, const std::string& message, std::string_view file = "")
      : std::runtime_error(message), code_(code), path_(path), file_(file) {}

  /// {"code", "path", "message"}, and "file" where the fault lies in one.
  [[nodiscard]] std::string json() const;

 private:
  std::string code_, path_, file_;
};

/// The system's word for errno as a fault: "No such file or directory".
[[nodiscard]] Fault systemFault(std::string_view code, std::string_view file);
[[nodiscard]] Fault outOfMemory(std::string_view file = "");

/// `work()`, whose faults lie in `file`.
template <class Work>
auto inFile(std::string_view file, Work work) {
  try {
    return work();
  } catch (const PricingError& error) {
    throw Fault(toString(error.code()), error.path(), error.what(), file);
  } catch (const std::bad_alloc&) {
    throw outOfMemory(file);
  }
}

}  // namespace prorata::cli
