#pragma once

#include "finding.hpp"
#include "prorata/catalog.hpp"

namespace prorata::cli {

/// What is worth a second look in a price list that is right: plans nobody should buy, packs that save nothing, prices
/// that do not fall with size, usages at which plans cost the same, translations that others have.
[[nodiscard]] Findings remarksOn(const Catalog& catalog);

}  // namespace prorata::cli
