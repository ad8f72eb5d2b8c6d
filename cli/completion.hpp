#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prorata::cli {

/// The script by which `shell` completes our arguments; nothing for a shell other than bash, zsh and fish.
[[nodiscard]] std::optional<std::string> completion(std::string_view shell);

}  // namespace prorata::cli
