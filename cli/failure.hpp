#pragma once

namespace prorata::cli {

/// Says to standard error what the exception being handled is about - nothing where whoever reads us has gone - and
/// answers the exit status.
[[nodiscard]] int reportFailure() noexcept;

}  // namespace prorata::cli
