#include "work.hpp"

#include "prorata/error.hpp"

namespace prorata {

void Work::refuse() {
  throw PricingError(ErrorCode::outOfRange, "", "The packs can be combined in too many ways to compare them all.");
}

}  // namespace prorata
