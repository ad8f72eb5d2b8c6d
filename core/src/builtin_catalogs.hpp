#pragma once

#include <span>
#include <string_view>

namespace prorata {

struct BuiltInCatalog {
  std::string_view id;
  std::string_view document;  // JSON, as in core/catalogs/<id>.json
};

/// The price lists compiled in, the default one first.
std::span<const BuiltInCatalog> builtInCatalogDocuments();

}  // namespace prorata
