#pragma once

#include <string>
#include <string_view>

#include "prorata/catalog.hpp"

namespace prorata::cli {

/// json::verify on one document, {"request", "quote"}. Paths lead into that document: "/request/on".
[[nodiscard]] std::string verify(const Catalog& catalog, std::string_view document);

}  // namespace prorata::cli
