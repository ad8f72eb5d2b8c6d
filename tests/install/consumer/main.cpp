#include <prorata/json.hpp>

#include <iostream>

int main() {
  const auto catalog = prorata::json::builtInCatalog("easemob-cn");
  const auto quote = prorata::json::quote(catalog, R"({
    "on": "2024-08-16", "account": {"plan": "basic"}, "plan": "flagship"
  })");
  std::cout << quote << '\n';
  return quote.find(R"("amountDue":395406)") == std::string::npos ? 1 : 0;
}
