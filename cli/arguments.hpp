#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "fault.hpp"
#include "table.hpp"

namespace prorata::cli {

/// Arguments that make no sense; the sentence says which.
class UsageError final : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Arguments {
  /// nullptr where help or version was asked for without one.
  const Verb* verb = nullptr;
  bool help = false;
  bool version = false;
  std::string catalog{defaultCatalog};
  std::string operand{standardInput};
  bool lines = false;
  std::optional<unsigned> jobs;
  bool strict = false;
  std::optional<std::string> against;
  bool json = false;
};

/// Options stand anywhere, long or short, with their argument after a space or, long, `=`; `--` ends them.
[[nodiscard]] Arguments readArguments(std::span<char* const> words);

}  // namespace prorata::cli
