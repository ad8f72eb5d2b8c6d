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

Json writeConversion(const ConvertedUsage& usage) {
  Json items = Json::array();
  for (const ConvertedItem& item : usage.items) {
    items.push_back({{"media", wordOf(medias, item.media)},
                     {"coefficient", toString(item.coefficient)},
                     {"standardSeconds", text(item.standardSeconds)}});
  }
  return {{"items", std::move(items)},
          {"standardSeconds", text(usage.standardSeconds)},
          {"standardMinutes", usage.standardMinutes.value}};
}

}  // namespace prorata::json
