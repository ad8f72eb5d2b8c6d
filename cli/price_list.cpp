#include "price_list.hpp"

#include "fault.hpp"
#include "json_text.hpp"
#include "prorata/json.hpp"
#include "stream.hpp"

namespace prorata::cli {

bool isFile(std::string_view priceList) noexcept {
  return priceList.find('/') != std::string_view::npos || priceList.ends_with(".json") || priceList == standardInput;
}

Catalog openPriceList(const std::string& priceList) {
  if (isFile(priceList)) {
    return inFile(priceList, [&] { return json::readCatalog(Input(priceList).document()); });
  }
  try {
    return json::builtInCatalog(priceList);
  } catch (const PricingError& error) {
    std::string message = "There is no built-in price list '" + priceList + "', only";
    for (const std::string& id : builtInPriceLists()) message += ' ' + id;
    throw Fault(toString(error.code()), error.path(), message + "; a file has a slash in its name or ends in .json.");
  }
}

std::vector<std::string> builtInPriceLists() {
  std::vector<std::string> ids;
  const std::string all = json::builtInCatalogs();
  JsonText(all).items([&](std::string_view id) { ids.push_back(JsonText(id).string()); });
  return ids;
}

}  // namespace prorata::cli
