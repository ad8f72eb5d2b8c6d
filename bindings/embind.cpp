// What JavaScript sees of the core. Every call takes JSON text and answers {"value": ...} or {"error": ...}: no C++
// exception may leave WebAssembly, where it would leak stack and memory.
#include <emscripten/bind.h>

#include <optional>
#include <string>

#include "prorata/json.hpp"

namespace {

namespace json = prorata::json;

template <class Answer>
std::string enveloped(Answer answer) noexcept {
  try {
    return "{\"value\":" + answer() + '}';
  } catch (const prorata::PricingError& error) {
    return "{\"error\":" + json::error(error) + '}';
  }
}

/// A price list, open for requests until it is deleted.
class Calculator {
 public:
  explicit Calculator(const std::string& catalog) noexcept
      : opening_(enveloped([&] { return json::catalog(catalog_.emplace(json::openCatalog(catalog))); })) {}

  /// The normalised catalog, or why it could not be opened; nothing else may be called then.
  [[nodiscard]] std::string catalog() const { return opening_; }

  template <auto verb, class... Text>
  std::string call(const Text&... texts) const {
    return enveloped([&] { return verb(*catalog_, texts...); });
  }

 private:
  // Declared first: opening_ is made from it.
  std::optional<prorata::Catalog> catalog_;
  std::string opening_;
};

using Text = std::string;

}  // namespace

EMSCRIPTEN_BINDINGS(prorata) {
  emscripten::function("builtInCatalogs", &json::builtInCatalogs);
  emscripten::class_<Calculator>("Calculator")
      .constructor<const Text&>()
      .function("catalog", &Calculator::catalog)
      .function("quote", &Calculator::call<&json::quote, Text>)
      .function("verify", &Calculator::call<&json::verify, Text, Text>)
      .function("purchase", &Calculator::call<&json::purchase, Text>)
      .function("settle", &Calculator::call<&json::settle, Text>)
      .function("convert", &Calculator::call<&json::convert, Text>)
      .function("equivalents", &Calculator::call<&json::equivalents, Text>)
      .function("cover", &Calculator::call<&json::cover, Text>)
      .function("compare", &Calculator::call<&json::compare, Text>)
      .function("optimize", &Calculator::call<&json::optimize, Text>);
}
