#pragma once

#include <string>

namespace prorata::cli {

/// Takes the member `id` out of a request: blanks it there and answers its exact text, "" where it has none. Of a text
/// that is no JSON, `id` is answered where it could be read, and the text stays as it is.
/// Throws PricingError invalid_json where `id` is named twice; it has been stored in `id` by then.
void takeId(std::string& request, std::string& id);

}  // namespace prorata::cli
