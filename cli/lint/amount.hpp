#pragma once

#include <string>

#include "prorata/catalog.hpp"

namespace prorata::cli {

/// 73800 fen as "738.00".
[[nodiscard]] inline std::string amountText(const Catalog& catalog, Money money) {
  const auto decimals = static_cast<std::size_t>(catalog.minorDigits);
  std::string text = decimalText(money.value < 0 ? -Int128{money.value} : Int128{money.value}, 0);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - decimals, 1, '.');
  if (money.value < 0) text.insert(0, 1, '-');
  return text;
}

}  // namespace prorata::cli
