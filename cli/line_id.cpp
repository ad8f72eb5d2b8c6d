#include "line_id.hpp"

#include <algorithm>
#include <optional>

#include "json_text.hpp"
#include "prorata/error.hpp"

namespace prorata::cli {

void takeId(std::string& request, std::string& id) {
  id.clear();
  // Most requests have none; one that is written "\u0069d" holds a backslash.
  if (request.find("\"id\"") == std::string::npos && request.find('\\') == std::string::npos) return;

  // The member with the comma that parted it from the others: the one after it, else the one before it.
  std::optional<std::size_t> from;
  std::size_t to = 0;
  try {
    JsonText text(request);
    if (!text.take('{') || text.take('}')) return;
    bool more = true;
    for (std::size_t comma = text.position(); more;) {
      const std::size_t begin = text.position();
      const bool isId = text.string() == "id";
      text.expect(':');
      const std::string_view value = text.value();
      if (isId) {
        if (from) throw PricingError(ErrorCode::invalidJson, "", "The member \"id\" is named twice.");
        id = value;
      }
      const std::size_t end = text.position();
      more = text.take(',');
      if (isId) {
        from = more ? begin : comma;
        to = more ? end + 1 : end;
      }
      comma = end;
    }
    text.expect('}');
    text.end();
  } catch (const NotJson&) {
    return;
  }
  if (from)
    std::fill(request.begin() + static_cast<std::ptrdiff_t>(*from), request.begin() + static_cast<std::ptrdiff_t>(to),
              ' ');
}

}  // namespace prorata::cli
