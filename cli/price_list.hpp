#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prorata/catalog.hpp"

namespace prorata::cli {

/// Whether a price list is named by its file: it has a slash or ends in .json. No file shadows a built-in list.
[[nodiscard]] bool isFile(std::string_view priceList) noexcept;

/// The price list of a file, or the built-in one of an id. Throws Fault.
[[nodiscard]] Catalog openPriceList(const std::string& priceList);

/// The ids of the built-in price lists.
[[nodiscard]] std::vector<std::string> builtInPriceLists();

}  // namespace prorata::cli
