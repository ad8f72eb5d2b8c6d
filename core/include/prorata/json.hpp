#pragma once

#include <string>
#include <string_view>

#include "prorata/catalog.hpp"
#include "prorata/error.hpp"
#include "prorata/export.hpp"

/// The one edge where JSON is read and written: the same text crosses embind, the command line and the test vectors.
/// Requests are UTF-8 JSON of at most 1 MiB, nested at most 64 deep; names in an object are unique. Every function
/// throws PricingError for a request that is malformed or contradicts itself, and out_of_range at "" where memory does
/// not suffice or the answer passes 16 MiB, and leaves the catalog as it was.
namespace prorata::json {
PRORATA_API_BEGIN

/// The ids of the price lists that are compiled in, as a JSON array.
[[nodiscard]] std::string builtInCatalogs();

/// The price list compiled in under this id, which is data and no JSON: "easemob-cn". Throws unknown_catalog at "".
[[nodiscard]] Catalog builtInCatalog(std::string_view id);

/// A catalog document. Throws invalid_catalog at the fault in it.
[[nodiscard]] Catalog readCatalog(std::string_view document);

/// Either of them, as a page asks for it: `text` is JSON, a string for an id, an object for a document.
[[nodiscard]] Catalog openCatalog(std::string_view text);

/// The normalised catalog: money in minor units, coefficients in their shortest form, absent members filled in.
[[nodiscard]] std::string catalog(const Catalog& catalog);

[[nodiscard]] std::string quote(const Catalog& catalog, std::string_view request);

/// Recomputes the quote of `request` and compares it with `quote` member by member. `quote` may be any text: one that
/// is no JSON object differs as a whole. At most 1 000 differences are listed, and no more than make the reply as long
/// as twice what was given and 64 kB; the others are counted.
[[nodiscard]] std::string verify(const Catalog& catalog, std::string_view request, std::string_view quote);

/// The quote, and the account once it is paid: null while there is a shortfall.
[[nodiscard]] std::string purchase(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string settle(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string convert(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string equivalents(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string cover(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string compare(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string optimize(const Catalog& catalog, std::string_view request);

/// {"code": ..., "path": ..., "message": ...}
[[nodiscard]] std::string error(const PricingError& error);

PRORATA_API_END
}  // namespace prorata::json
