#include "documents.hpp"
#include "words.hpp"

namespace prorata::json {
namespace {

Stream readStream(const Reader& at) {
  at.expectMembers({"width", "height"});
  return {at.at("width").integer(1), at.at("height").integer(1)};
}

UsageItem readUsageItem(const Reader& at) {
  at.expectMembers({"role", "seconds", "media", "streams"});
  UsageItem item;
  item.role = readWord(roles, at.at("role"));
  item.seconds = at.at("seconds").integer(0);
  if (at.has("streams")) {
    const Reader streams = at.at("streams");
    if (at.has("media")) streams.fail(ErrorCode::invalidValue, "Usage is given by media or by streams, not by both.");
    item.received = streams.items(readStream);
  } else {
    item.received = readWord(medias, at.at("media"));
  }
  return item;
}

std::string text(const StandardSeconds& seconds) { return decimalText(seconds.digits, seconds.decimals); }

}  // namespace

ConvertRequest readConvertRequest(const Reader& request) {
  request.expectMembers({"sdk", "usage"});
  ConvertRequest read;
  if (request.has("sdk")) read.sdk = readWord(sdks, request.at("sdk"));
  read.usage = request.at("usage").items(readUsageItem);
  return read;
}

void writeConversion(Writer& json, const ConvertedUsage& usage) {
  const auto item = [&](const ConvertedItem& converted) {
    json.text("media", wordOf(medias, converted.media))
        .text("coefficient", toString(converted.coefficient))
        .text("standardSeconds", text(converted.standardSeconds));
  };
  json.array("items", usage.items, item)
      .text("standardSeconds", text(usage.standardSeconds))
      .number("standardMinutes", usage.standardMinutes);
}

EquivalentsRequest readEquivalentsRequest(const Reader& request) {
  request.expectMembers({"minutes", "sdk"});
  EquivalentsRequest read{request.at("minutes").minutes()};
  if (request.has("sdk")) read.sdk = readWord(sdks, request.at("sdk"));
  return read;
}

void writeEquivalents(Writer& json, const std::vector<Equivalent>& equivalents) {
  json.array("items", equivalents, [&](const Equivalent& equivalent) {
    json.text("role", wordOf(roles, equivalent.role))
        .text("media", wordOf(medias, equivalent.media))
        .text("coefficient", toString(equivalent.coefficient))
        .number("minutes", equivalent.minutes);
  });
}

}  // namespace prorata::json
