// A stranger's program: a quote by the headers, the same as JSON, and a fault caught across the library's border.
#include <prorata/json.hpp>
#include <prorata/quote.hpp>

#include <iostream>

int main() {
  using namespace std::chrono_literals;
  const prorata::Catalog catalog = prorata::json::builtInCatalog("easemob-cn");

  prorata::Account account = prorata::newAccount(catalog);
  account.plan = catalog.findPlan("basic").value();
  const prorata::Quote quote = prorata::quote(catalog, {2024y / 8 / 16, account, catalog.findPlan("flagship"), {}});

  const std::string json = prorata::json::quote(catalog, R"({
    "on": "2024-08-16", "account": {"plan": "basic"}, "plan": "flagship"
  })");
  try {
    (void)prorata::json::readCatalog("{}");
  } catch (const prorata::PricingError& error) {
    std::cout << "due " << quote.amountDue.value << ", fault at " << error.path() << '\n';
    return json.find(R"("amountDue":395406,)") == std::string::npos;
  }
  return 1;
}
