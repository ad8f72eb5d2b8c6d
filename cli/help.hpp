#pragma once

#include <string>

#include "table.hpp"

/// The table for people: at the terminal, and as a page of the manual.
namespace prorata::cli {

[[nodiscard]] std::string help();
[[nodiscard]] std::string help(const Verb& verb);
[[nodiscard]] std::string versionText();
/// In roff.
[[nodiscard]] std::string manPage();

/// "prorata quote [OPTION]... [FILE]".
[[nodiscard]] std::string synopsis(const Verb& verb);

}  // namespace prorata::cli
