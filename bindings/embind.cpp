// What JavaScript sees of the core. JSON text goes in and out through memory, since embind's own strings are slow. No
// C++ exception may leave WebAssembly, where it would leak stack and memory.
#include <emscripten/bind.h>

#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "prorata/bulk.hpp"
#include "prorata/json.hpp"

namespace {

namespace json = prorata::json;
using Text = std::string_view;

// One call is served at a time: JavaScript writes its text, calls, and reads the reply before it writes the next.
std::unique_ptr<char[]> given;
std::string reply;

/// Where JavaScript writes so many bytes before it calls.
std::uintptr_t room(std::size_t bytes) {
  given.reset(new char[bytes]);
  return reinterpret_cast<std::uintptr_t>(given.get());
}

std::uintptr_t replyAt() { return reinterpret_cast<std::uintptr_t>(reply.data()); }
std::size_t replySize() { return reply.size(); }

/// Leaves as reply what `work()` answers, or the error it ends in; whether it was an answer.
template <class Work>
bool answered(Work work) noexcept {
  try {
    reply = work();
    return true;
  } catch (const prorata::PricingError& error) {
    reply = json::error(error);
    return false;
  }
}

/// The columns that stand in the room behind a place for as many amounts: these replace them, as JavaScript's numbers,
/// which hold every amount exactly and NaN for none. `first` is the number of their first row.
std::string quoteColumns(const prorata::Catalog& catalog, std::size_t first, std::size_t on, std::size_t from,
                         std::size_t to) {
  auto* const due = reinterpret_cast<std::int64_t*>(given.get());
  const auto* const days = reinterpret_cast<const std::int32_t*>(due + on);
  const auto* const plans = reinterpret_cast<const std::uint8_t*>(days + on);
  prorata::quoteColumns(catalog, {{days, on}, {plans, from}, {plans + from, to}, first}, {due, on});
  for (std::size_t row = 0; row < on; ++row) {
    const double number =
        due[row] == prorata::noAmount ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(due[row]);
    std::memcpy(&due[row], &number, sizeof number);
  }
  return {};
}

/// A price list, open for requests until it is deleted.
class Calculator {
 public:
  explicit Calculator(std::size_t size) noexcept
      : opened_(answered([&] {
          return json::catalog(catalog_.emplace(json::openCatalog({given.get(), size})));
        })) {}

  /// Whether the price list could be opened. It is the reply then, normalised; else nothing but this may be called.
  [[nodiscard]] bool opened() const { return opened_; }

  template <std::string (*verb)(const prorata::Catalog&, Text)>
  bool call(std::size_t size) const {
    return answered([&] { return verb(*catalog_, {given.get(), size}); });
  }
  bool verify(std::size_t size, std::size_t quoteSize) const {
    return answered([&] { return json::verify(*catalog_, {given.get(), size}, {given.get() + size, quoteSize}); });
  }

  bool quoteColumns(std::size_t first, std::size_t on, std::size_t from, std::size_t to) const {
    return answered([&] { return ::quoteColumns(*catalog_, first, on, from, to); });
  }

 private:
  // Declared first: opened_ is made with it.
  std::optional<prorata::Catalog> catalog_;
  bool opened_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(prorata) {
  emscripten::function("room", &room);
  emscripten::function("replyAt", &replyAt);
  emscripten::function("replySize", &replySize);
  emscripten::function(
      "builtInCatalogs", +[] { return answered(&json::builtInCatalogs); });
  emscripten::class_<Calculator>("Calculator")
      .constructor<std::size_t>()
      .function("opened", &Calculator::opened)
      .function("quote", &Calculator::call<&json::quote>)
      .function("verify", &Calculator::verify)
      .function("purchase", &Calculator::call<&json::purchase>)
      .function("settle", &Calculator::call<&json::settle>)
      .function("convert", &Calculator::call<&json::convert>)
      .function("equivalents", &Calculator::call<&json::equivalents>)
      .function("cover", &Calculator::call<&json::cover>)
      .function("compare", &Calculator::call<&json::compare>)
#ifndef PRORATA_WITHOUT_OPTIMIZE
      .function("optimize", &Calculator::call<&json::optimize>)
#endif
      .function("quoteColumns", &Calculator::quoteColumns);
}
