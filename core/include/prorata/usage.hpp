#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "prorata/catalog.hpp"
#include "prorata/export.hpp"

/// Media usage -> standard minutes (标准时长), the unit in which quotas, packs and overage are counted.
namespace prorata {
PRORATA_API_BEGIN

/// One video stream received; sides of at least one pixel.
struct Stream {
  std::int64_t width;
  std::int64_t height;
};

struct UsageItem {
  Role role;
  std::int64_t seconds;
  /// What was received: a class of media, or the video streams received at once.
  std::variant<Media, std::vector<Stream>> received;
};

struct ConvertRequest {
  Sdk sdk = Sdk::native;
  std::vector<UsageItem> usage;
};

/// A number of standard seconds, exactly: digits / 10^decimals.
struct StandardSeconds {
  Int128 digits = 0;
  int decimals = 0;
};

struct ConvertedItem {
  Media media;
  Decimal coefficient;
  StandardSeconds standardSeconds;
};

struct ConvertedUsage {
  std::vector<ConvertedItem> items;
  StandardSeconds standardSeconds;
  Minutes standardMinutes;
};

/// The class of the streams received at once, by aggregate resolution: the sum of their pixels, each as calibrated.
/// None is audio; otherwise the first class whose limit is not passed. 1280x720 + 1920x1080 = 2 995 200 -> 2k.
/// (Shengwang and Agora billing pages.)
[[nodiscard]] Media mediaOf(const Conversion& conversion, const std::vector<Stream>& streams);

/// Each item's seconds times its coefficient, summed exactly, in minutes rounded up once on the total (Shengwang).
/// 60 s host HD + 360 s broadcast-audience audio = 240 + 205.2 = 445.2 s -> 8 minutes.
/// Throws PricingError unsupported_media at an item's media or streams when the price list has no coefficient for it,
/// and out_of_range at "" when the minutes pass 2^53 - 1.
[[nodiscard]] ConvertedUsage convert(const Catalog& catalog, const ConvertRequest& request);

struct EquivalentsRequest {
  Minutes minutes;
  Sdk sdk = Sdk::native;
};

struct Equivalent {
  Role role;
  Media media;
  Decimal coefficient;
  Minutes minutes;
};

/// How many whole minutes of each role and media a number of standard minutes is: minutes / coefficient, rounded down.
/// In the order of Role and Media, of what the price list has a coefficient for; one of 0 is left out.
/// 400 000 are 701 754 of a broadcast audience's audio (0.57) and 100 000 of a host's hd video (4).
/// Throws PricingError unsupported_media at /sdk where the SDK has no coefficient, and out_of_range at "" when an
/// answer passes 2^53 - 1.
[[nodiscard]] std::vector<Equivalent> equivalents(const Catalog& catalog, const EquivalentsRequest& request);

PRORATA_API_END
}  // namespace prorata
