#include "prorata/usage.hpp"

#include <algorithm>

#include "prorata/error.hpp"
#include "sort.hpp"

namespace prorata {
namespace {

std::optional<Decimal> coefficientOf(const Conversion& conversion, Sdk sdk, Role role, Media media) {
  const auto bySdk = conversion.coefficients.find(sdk);
  if (bySdk == conversion.coefficients.end()) return std::nullopt;
  const auto byRole = bySdk->second.find(role);
  if (byRole == bySdk->second.end()) return std::nullopt;
  const auto byMedia = byRole->second.find(media);
  if (byMedia == byRole->second.end()) return std::nullopt;
  return byMedia->second;
}

Int128 checkedProduct(Int128 a, Int128 b) {
  Int128 product = 0;
  if (__builtin_mul_overflow(a, b, &product))
    throw PricingError(ErrorCode::outOfRange, "", "The usage is past every range.");
  return product;
}

Int128 checkedSum(Int128 a, Int128 b) {
  Int128 sum = 0;
  if (__builtin_add_overflow(a, b, &sum))
    throw PricingError(ErrorCode::outOfRange, "", "The usage is past every range.");
  return sum;
}

// At a common number of decimals. With at most 15 of them an overflow means more than 2^76 seconds: far out of range.
StandardSeconds sumOf(const std::vector<ConvertedItem>& items) {
  StandardSeconds sum;
  for (const ConvertedItem& item : items) sum.decimals = std::max(sum.decimals, item.standardSeconds.decimals);
  for (const ConvertedItem& item : items) {
    const std::int64_t scale = powerOfTen(sum.decimals - item.standardSeconds.decimals);
    sum.digits = checkedSum(sum.digits, checkedProduct(item.standardSeconds.digits, scale));
  }
  return sum;
}

// By pixels, so that a price list may calibrate any number of them for any number of streams.
class Classes {
 public:
  explicit Classes(const Conversion& conversion) : video_(conversion.video) {
    if (conversion.calibrations) calibrations_ = *conversion.calibrations;
    sort(calibrations_, [](const auto& a, const auto& b) { return a.pixels < b.pixels; });
  }

  [[nodiscard]] Media of(const std::vector<Stream>& streams) const {
    if (streams.empty()) return Media::audio;
    // Sides below 2^53 and fewer than 2^20 streams in a request of 1 MiB: below 2^126.
    Int128 aggregate = 0;
    for (const Stream& stream : streams) aggregate += calibrated(Int128{stream.width} * stream.height);
    return std::partition_point(video_.begin(), video_.end(),
                                [&](const auto& video) { return video.maxPixels && *video.maxPixels < aggregate; })
        ->media;
  }

 private:
  [[nodiscard]] Int128 calibrated(Int128 pixels) const {
    const auto found = std::partition_point(calibrations_.begin(), calibrations_.end(),
                                            [&](const auto& calibration) { return calibration.pixels < pixels; });
    return found != calibrations_.end() && found->pixels == pixels ? found->as : pixels;
  }

  const std::vector<Conversion::VideoClass>& video_;
  std::vector<Conversion::Calibration> calibrations_;
};

}  // namespace

Media mediaOf(const Conversion& conversion, const std::vector<Stream>& streams) {
  return Classes(conversion).of(streams);
}

ConvertedUsage convert(const Catalog& catalog, const ConvertRequest& request) {
  ConvertedUsage converted;
  const Classes classes(catalog.conversion);
  for (std::size_t i = 0; i < request.usage.size(); ++i) {
    const UsageItem& item = request.usage[i];
    const auto* streams = std::get_if<std::vector<Stream>>(&item.received);
    const Media media = streams != nullptr ? classes.of(*streams) : std::get<Media>(item.received);
    const auto coefficient = coefficientOf(catalog.conversion, request.sdk, item.role, media);
    if (!coefficient)
      throw PricingError(ErrorCode::unsupportedMedia,
                         "/usage/" + std::to_string(i) + (streams != nullptr ? "/streams" : "/media"),
                         "The price list has no coefficient for this role and media.");
    converted.items.push_back(
        {media, *coefficient, {Int128{item.seconds} * coefficient->digits, coefficient->decimals}});
  }
  converted.standardSeconds = sumOf(converted.items);
  converted.standardMinutes = Minutes::of(
      roundedUp({converted.standardSeconds.digits, Int128{60} * powerOfTen(converted.standardSeconds.decimals)}));
  return converted;
}

std::vector<Equivalent> equivalents(const Catalog& catalog, const EquivalentsRequest& request) {
  std::vector<Equivalent> found;
  bool any = false;
  for (const Role role : {Role::host, Role::interactiveAudience, Role::broadcastAudience}) {
    for (const Media media : {Media::audio, Media::hd, Media::fhd, Media::k2, Media::k2Plus}) {
      const auto coefficient = coefficientOf(catalog.conversion, request.sdk, role, media);
      if (!coefficient) continue;
      any = true;
      if (coefficient->digits == 0) continue;
      // Below 2^53 times at most 10^15.
      const Ratio exact{Int128{request.minutes.value} * powerOfTen(coefficient->decimals), coefficient->digits};
      found.push_back({role, media, *coefficient, Minutes::of(roundedDown(exact))});
    }
  }
  if (!any) throw PricingError(ErrorCode::unsupportedMedia, "/sdk", "The price list has no coefficients for this SDK.");
  return found;
}

}  // namespace prorata
