#include "place.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "json_text.hpp"

namespace prorata::cli {
namespace {

// What `token`, "/name", leads to within a value.
std::optional<std::string_view> child(std::string_view value, std::string_view token) {
  std::optional<std::string_view> found;
  if (value.starts_with('{')) {
    JsonText(value).members([&](const std::string& name, std::string_view member) {
      if (!found && pointerToken(name) == token) found = member;
    });
  } else if (value.starts_with('[')) {
    std::size_t index = 0;
    JsonText(value).items([&](std::string_view item) {
      if (token.substr(1) == std::to_string(index++)) found = item;
    });
  }
  return found;
}

}  // namespace

std::size_t lineOf(std::string_view text, std::size_t offset) noexcept {
  const auto before = text.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::size_t lineOf(std::string_view json, std::string_view pointer) {
  try {
    JsonText whole(json);
    std::string_view value = whole.value();
    whole.end();
    while (!pointer.empty()) {
      const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
      const auto next = child(value, pointer.substr(0, end));
      if (!next) break;
      value = *next;
      pointer.remove_prefix(end);
    }
    return lineOf(json, static_cast<std::size_t>(value.data() - json.data()));
  } catch (const NotJson& fault) {
    return lineOf(json, fault.offset());
  }
}

}  // namespace prorata::cli
