#include "prorata/usage.hpp"

#include "random.hpp"

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
  Conversion without = conversion;
  without.calibrations.reset();
  CHECK(mediaOf(without, {calibrated, calibrated, calibrated, calibrated, {1, 1}}) == Media::hd);
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

TEST_CASE("equivalents are the whole minutes of each role and media, in their order") {
  const auto all = equivalents(builtIn("easemob-cn"), {Minutes{400'000}});
  REQUIRE(all.size() == 15);
  CHECK((all[1].role == Role::host && all[1].media == Media::hd && all[1].minutes == Minutes{100'000}));
  CHECK((all[10].role == Role::broadcastAudience && all[10].media == Media::audio));
  CHECK(all[10].minutes == Minutes{701'754});
  CHECK(toString(all[10].coefficient) == "0.57");
  const auto small = equivalents(builtIn("easemob-cn"), {Minutes{1'000}, Sdk::miniProgram});
  REQUIRE(small.size() == 4);
  CHECK(small[3].minutes == Minutes{233});
}

TEST_CASE("what uses no standard minute is left out, and an SDK without coefficients is unsupported") {
  Catalog catalog = builtIn("easemob-cn");
  catalog.conversion.coefficients[Sdk::native][Role::host][Media::audio] = {0, 0};
  CHECK(equivalents(catalog, {Minutes{1}}).front().media == Media::hd);
  checkError(
      [&] {
        static_cast<void>(equivalents(builtIn("agora-global"), {Minutes{1}, Sdk::miniProgram}));
      },
      ErrorCode::unsupportedMedia, "/sdk");
  checkError([&] { static_cast<void>(equivalents(catalog, {Minutes{largestInteger}})); }, ErrorCode::outOfRange, "");
}

TEST_CASE("usage past every range is refused, however its coefficients are written") {
  Catalog catalog = builtIn("easemob-cn");
  auto& coefficients = catalog.conversion.coefficients[Sdk::native][Role::host];
  const auto convertAll = [&](std::vector<Media> media) {
    ConvertRequest request;
    for (const Media each : media) request.usage.push_back({Role::host, largestInteger, each});
    static_cast<void>(convert(catalog, request));
  };
  coefficients[Media::audio] = {largestInteger, 0};
  // At fifteen decimals the product does not fit into any integer; at six each does, and the sum of three does not.
  coefficients[Media::hd] = {1, 15};
  checkError([&] { convertAll({Media::audio, Media::hd}); }, ErrorCode::outOfRange, "");
  coefficients[Media::hd] = {1, 6};
  checkError([&] { convertAll({Media::hd, Media::audio, Media::audio, Media::audio}); }, ErrorCode::outOfRange, "");
}

TEST_CASE("an equivalent is the most of it that the minutes convert") {
  CHECK(rc::check([] {
    const Catalog catalog = builtIn(oneOf("easemob-cn", "agora-global"));
    const Minutes minutes{within(0, 10'000'000)};
    for (const Equivalent& equivalent : equivalents(catalog, {minutes})) {
      const auto standard = [&](std::int64_t of) {
        return convert(catalog, {Sdk::native, {{equivalent.role, of * 60, equivalent.media}}}).standardMinutes;
      };
      RC_ASSERT(standard(equivalent.minutes.value) <= minutes);
      RC_ASSERT(standard(equivalent.minutes.value + 1) > minutes);
    }
  }));
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
