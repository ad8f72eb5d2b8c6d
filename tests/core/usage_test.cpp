#include "prorata/usage.hpp"

#include <rapidcheck.h>

#include "support.hpp"

namespace prorata {
namespace {

TEST_CASE("streams received at once are classed by their aggregate resolution") {
  const Conversion conversion = builtIn("easemob-cn").conversion;
  const auto media = [&](std::vector<Stream> streams) { return mediaOf(conversion, streams); };
  CHECK(media({}) == Media::audio);
  CHECK(media({{1280, 720}}) == Media::hd);
  CHECK(media({{1280, 720}, {1, 1}}) == Media::fhd);
  CHECK(media({{1280, 720}, {1920, 1080}}) == Media::k2);
  CHECK(media({{640, 360}, {640, 360}, {640, 360}}) == Media::hd);
  CHECK(media({{960, 720}, {960, 720}}) == Media::fhd);
  CHECK(media({{960, 720}, {960, 720}, {960, 720}, {1920, 1080}}) == Media::k2Plus);
  CHECK(media({{largestInteger, largestInteger}, {largestInteger, largestInteger}}) == Media::k2Plus);
}

TEST_CASE("a stream of 640 x 352 counts as one of 640 x 360, each on its own") {
  const Conversion conversion = builtIn("easemob-cn").conversion;
  const Stream calibrated{640, 352};
  CHECK(mediaOf(conversion, {calibrated, calibrated, calibrated, calibrated}) == Media::hd);
  CHECK(mediaOf(conversion, {calibrated, calibrated, calibrated, calibrated, {1, 1}}) == Media::fhd);
}

TEST_CASE("standard minutes are rounded up once, on the total") {
  const Catalog catalog = builtIn("easemob-cn");
  const ConvertedUsage published =
      convert(catalog, {Sdk::native, {{Role::host, 60, Media::hd}, {Role::broadcastAudience, 360, Media::audio}}});
  CHECK(decimalText(published.standardSeconds.digits, published.standardSeconds.decimals) == "445.2");
  CHECK(published.standardMinutes == Minutes{8});
  CHECK(convert(catalog, {}).standardMinutes == Minutes{0});
  const UsageItem second{Role::host, 1, Media::audio};
  CHECK(convert(catalog, {Sdk::native, {second, second}}).standardMinutes == Minutes{1});
}

TEST_CASE("what the price list has no coefficient for is unsupported where it is named") {
  const Catalog catalog = builtIn("easemob-cn");
  checkError(
      [&] {
        static_cast<void>(
            convert(catalog, {Sdk::miniProgram, {{Role::host, 1, Media::hd}, {Role::host, 1, Media::fhd}}}));
      },
      ErrorCode::unsupportedMedia, "/usage/1/media");
  checkError(
      [&] {
        static_cast<void>(convert(catalog, {Sdk::miniProgram, {{Role::broadcastAudience, 1, std::vector<Stream>{}}}}));
      },
      ErrorCode::unsupportedMedia, "/usage/0/streams");
}

TEST_CASE("more minutes than 2^53 - 1 are refused, fewer are exact to the last") {
  const Catalog catalog = builtIn("easemob-cn");
  const UsageItem most{Role::host, largestInteger, Media::audio};
  CHECK(convert(catalog, {Sdk::native, std::vector<UsageItem>(60, most)}).standardMinutes == Minutes{largestInteger});
  checkError(
      [&] {
        static_cast<void>(convert(catalog, {Sdk::native, std::vector<UsageItem>(61, most)}));
      },
      ErrorCode::outOfRange, "");
}

TEST_CASE("more seconds never make fewer minutes") {
  CHECK(rc::check([] {
    const Catalog catalog = builtIn("easemob-cn");
    ConvertRequest request;
    const int items = *rc::gen::inRange(1, 6);
    for (int i = 0; i < items; ++i) {
      request.usage.push_back({*rc::gen::element(Role::host, Role::interactiveAudience, Role::broadcastAudience),
                               *rc::gen::inRange<std::int64_t>(0, 1'000'000),
                               *rc::gen::element(Media::audio, Media::hd, Media::fhd, Media::k2, Media::k2Plus)});
    }
    const Minutes before = convert(catalog, request).standardMinutes;
    request.usage.front().seconds += *rc::gen::inRange<std::int64_t>(0, 10'000);
    RC_ASSERT(convert(catalog, request).standardMinutes >= before);
  }));
}

}  // namespace
}  // namespace prorata
