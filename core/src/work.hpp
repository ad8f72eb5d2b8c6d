#pragma once

#include <cstddef>

/// A limit of work: what cannot be answered within about a second is refused. Steps are counted and not time, so that
/// every host answers and refuses the same requests.
namespace prorata {

class Work {
 public:
  /// Throws PricingError out_of_range at "" once more steps are counted than a request may take.
  void count(std::size_t steps) {
    done_ += steps;
    if (done_ > most) refuse();
  }

  [[noreturn]] static void refuse();

 private:
  /// A step takes some five nanoseconds, half as much again in a browser.
  static constexpr std::size_t most = 80'000'000;

  std::size_t done_ = 0;
};

}  // namespace prorata
