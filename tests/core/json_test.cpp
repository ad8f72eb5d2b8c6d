#include "prorata/json.hpp"

#include <nlohmann/json.hpp>
#include <vector>

#include "support.hpp"

namespace prorata {
namespace {

struct Malformed {
  const char* request;
  ErrorCode code;
  const char* path;
};

TEST_CASE("a malformed request gives its code and the place of its fault") {
  const Catalog catalog = builtIn("easemob-cn");
  for (const auto& [request, code, path] : std::vector<Malformed>{
           {"", ErrorCode::invalidJson, ""},
           {"{", ErrorCode::invalidJson, ""},
           {R"({"on":"2024-08-16"} x)", ErrorCode::invalidJson, ""},
           {R"({"on":"2024-08-16","on":"2024-08-17"})", ErrorCode::invalidJson, ""},
           {"{\"on\":\"\xff\"}", ErrorCode::invalidJson, ""},
           {R"({"on":1e999})", ErrorCode::invalidType, "/on"},
           {"null", ErrorCode::invalidType, ""},
           {"[]", ErrorCode::invalidType, ""},
           {"{}", ErrorCode::missingField, "/on"},
           {R"({"on":20240816})", ErrorCode::invalidType, "/on"},
           {R"({"on":false})", ErrorCode::invalidType, "/on"},
           {R"({"on":"2023-02-29"})", ErrorCode::invalidDate, "/on"},
           {R"({"on":"2024-08-16","a/b~c":1})", ErrorCode::unknownField, "/a~1b~0c"},
           {R"({"on":"2024-08-16","plan":"gold"})", ErrorCode::unknownPlan, "/plan"},
           {R"({"on":"2024-08-16","plan":null})", ErrorCode::invalidType, "/plan"},
           {R"({"on":"2024-08-16","packs":{}})", ErrorCode::invalidType, "/packs"},
           {R"({"on":"2024-08-16","packs":[{"quantity":1}]})", ErrorCode::missingField, "/packs/0/pack"},
           {R"({"on":"2024-08-16","packs":[{"pack":"pack-1","quantity":1}]})", ErrorCode::unknownPack, "/packs/0/pack"},
           {R"({"on":"2024-08-16","packs":[{"pack":"pack-25k","quantity":0}]})", ErrorCode::outOfRange,
            "/packs/0/quantity"},
           {R"({"on":"2024-08-16","packs":[{"pack":"pack-25k","quantity":10001}]})", ErrorCode::outOfRange,
            "/packs/0/quantity"},
           {R"({"on":"2024-08-16","packs":[{"pack":"pack-25k","quantity":1.5}]})", ErrorCode::invalidType,
            "/packs/0/quantity"},
           {R"({"on":"2024-08-16","packs":[{"pack":"pack-25k","quantity":1},{"pack":"pack-25k","quantity":1}]})",
            ErrorCode::invalidValue, "/packs/1/pack"},
           {R"({"on":"2024-08-16","account":{}})", ErrorCode::missingField, "/account/plan"},
           {R"({"on":"2024-08-16","account":{"plan":"enterprise"}})", ErrorCode::managedAccount, "/account/plan"},
           {R"({"on":"2024-08-16","account":{"plan":"basic","usedMinutes":-1}})", ErrorCode::outOfRange,
            "/account/usedMinutes"},
           {R"({"on":"2024-08-16","account":{"plan":"basic","usedMinutes":9007199254740992}})", ErrorCode::outOfRange,
            "/account/usedMinutes"},
           {R"({"on":"2024-08-16","account":{"plan":"basic","usedMinutes":18446744073709551615}})",
            ErrorCode::outOfRange, "/account/usedMinutes"},
           {R"({"on":"2024-08-16","account":{"plan":"basic","balance":-9007199254740992}})", ErrorCode::outOfRange,
            "/account/balance"},
           {R"({"on":"2024-08-16","account":{"plan":"basic","history":[]}})", ErrorCode::inconsistentAccount,
            "/account/history"},
       }) {
    CAPTURE(request);
    checkError([&, text = request] { static_cast<void>(json::quote(catalog, text)); }, code, path);
  }
}

TEST_CASE("a document may be nested 64 deep and 1 MiB long, no more") {
  const Catalog catalog = builtIn("easemob-cn");
  const auto refusedWith = [&](const std::string& text, ErrorCode code) {
    checkError([&] { static_cast<void>(json::quote(catalog, text)); }, code, "");
  };
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  refusedWith(nested(64), ErrorCode::invalidType);
  refusedWith(nested(65), ErrorCode::invalidJson);
  refusedWith(std::string(500'000, '['), ErrorCode::invalidJson);
  const std::size_t limit = 1 << 20;
  refusedWith('"' + std::string(limit - 2, 'x') + '"', ErrorCode::invalidType);
  refusedWith('"' + std::string(limit - 1, 'x') + '"', ErrorCode::invalidJson);
}

TEST_CASE("a document ends where its text ends") {
  const Catalog catalog = builtIn("easemob-cn");
  const std::string request = R"({"on":"2024-08-16"})";
  CHECK(json::quote(catalog, ' ' + request + "\r\n\t ") == json::quote(catalog, request));
  for (const std::string& after : {std::string(1, '\0'), std::string("\0 ", 2), std::string("1"), std::string("{}"),
                                   std::string(","), std::string("\0{}", 3)}) {
    checkError([&] { static_cast<void>(json::quote(catalog, request + after)); }, ErrorCode::invalidJson, "");
  }
  checkError([&] { static_cast<void>(json::readCatalog(std::string("{}\0", 3))); }, ErrorCode::invalidCatalog, "");
}

TEST_CASE("a document begins where its text begins: a byte order mark is no JSON") {
  const Catalog catalog = builtIn("easemob-cn");
  const std::string mark = "\xEF\xBB\xBF", request = R"({"on":"2024-08-16"})";
  checkError([&] { static_cast<void>(json::quote(catalog, mark + request)); }, ErrorCode::invalidJson, "");
  checkError([&] { static_cast<void>(json::readCatalog(mark + "{}")); }, ErrorCode::invalidCatalog, "");
  checkError([&] { static_cast<void>(json::quote(catalog, mark)); }, ErrorCode::invalidJson, "");
  CHECK(json::verify(catalog, request, mark + json::quote(catalog, request)).find(R"("path":"")") != std::string::npos);
}

TEST_CASE("a number is what its text says") {
  const Catalog catalog = builtIn("easemob-cn");
  const auto request = [](const std::string& balance) {
    return R"({"on":"2024-08-16","account":{"plan":"basic","balance":)" + balance + "}}";
  };
  const std::string zeros(400, '0');
  for (const auto& [spelled, plain] : std::vector<std::pair<std::string, std::string>>{
           {"10.0", "10"},
           {"1e1", "10"},
           {"1E+1", "10"},
           {"0.1e2", "10"},
           {"10000e-3", "10"},
           {"-10000e-3", "-10"},
           {"-0", "0"},
           {"-0.0e5", "0"},
           {"0e999999999999999999999", "0"},
           {"0e-999999999999999999999", "0"},
           {"1" + zeros + "e-400", "1"},
           {"0." + zeros + "1e401", "1"},
           {"9007199254740991.0", "9007199254740991"},
           {"900719925474099.1e1", "9007199254740991"},
       }) {
    CAPTURE(spelled);
    CHECK(json::quote(catalog, request(spelled)) == json::quote(catalog, request(plain)));
  }
  for (const std::string& fraction :
       {std::string("0.5"), std::string("9007199254740990.5"), std::string("1000.00000000000000000001"),
        std::string("1e-400"), std::string("-1e-999999999999999999999"), "1" + zeros + "e-401",
        std::string("9007199254740993.5"), "1" + zeros + ".1"}) {
    CAPTURE(fraction);
    checkError([&] { static_cast<void>(json::quote(catalog, request(fraction))); }, ErrorCode::invalidType,
               "/account/balance");
  }
  for (const std::string& large :
       {std::string("9007199254740992"), std::string("-9007199254740992.0"), std::string("9999999999999999"),
        std::string("1e16"), std::string("1e400"), std::string("-1e400"), std::string("1e999999999999999999999"),
        "1" + zeros, std::string("123456789012345678901234567890")}) {
    CAPTURE(large);
    checkError([&] { static_cast<void>(json::quote(catalog, request(large))); }, ErrorCode::outOfRange,
               "/account/balance");
  }
  for (const char* none : {"01", "-", "- 1", "+1", "1.", ".5", "1e", "1e+", "-01", "1e1.5", "0x1", "1-1", "1 1", "NaN",
                           "--1", "1e400.5", "1e1e1"}) {
    CAPTURE(none);
    checkError([&] { static_cast<void>(json::quote(catalog, request(none))); }, ErrorCode::invalidJson, "");
  }
}

TEST_CASE("what looks like a number or an escape inside a string is just text") {
  const Catalog catalog = builtIn("easemob-cn");
  checkError([&] { static_cast<void>(json::quote(catalog, R"({"on":"2024-08-16","\\\"1e400\\":-1})")); },
             ErrorCode::unknownField, R"(/\"1e400\)");
  checkError([&] { static_cast<void>(json::quote(catalog, R"({"on":"2024-08-16","\u0061~\/\ud83d\ude00":1e400})")); },
             ErrorCode::unknownField, "/a~0~1\xF0\x9F\x98\x80");
}

TEST_CASE("an object of a hundred thousand members is read like any other") {
  std::string members;
  for (int i = 0; i < 100'000; ++i) members += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
  const Catalog catalog = builtIn("easemob-cn");
  const auto quote = [&](const std::string& more) {
    static_cast<void>(json::quote(catalog, '{' + members + more + '}'));
  };
  checkError([&] { quote(""); }, ErrorCode::unknownField, "/0");
  checkError([&] { quote(",\"50000\":0"); }, ErrorCode::invalidJson, "");
}

TEST_CASE("an answer past 2^53 - 1 is refused as a whole") {
  checkError(
      [] {
        static_cast<void>(json::quote(
            builtIn("easemob-cn"),
            R"({"on":"2024-08-16","account":{"plan":"basic","packs":[{"purchasedOn":"2024-08-01","remainingMinutes":9007199254740991},{"purchasedOn":"2024-08-01","remainingMinutes":1}]}})"));
      },
      ErrorCode::outOfRange, "");
}

TEST_CASE("an answer that repeats a long id is refused past 16 MiB") {
  Catalog catalog = builtIn("easemob-cn");
  catalog.plans[1].id = std::string(300'000, 'b');
  const auto settled = [&](const char* through, const std::string& usage) {
    const std::string account = R"({"on":"2024-08-01","account":{"plan":")" + catalog.plans[1].id + "\"}";
    return json::settle(catalog, account + R"(,"through":")" + through + R"(","usage":[0)" + usage + "]}");
  };
  CHECK(settled("2024-09-01", "").size() > 900'000);
  std::string months;
  for (int i = 0; i < 35; ++i) months += ",0";
  checkError([&] { static_cast<void>(settled("2027-08-01", months)); }, ErrorCode::outOfRange, "");
}

TEST_CASE("the id of a built-in price list is data: nothing in it is read as JSON") {
  CHECK(json::builtInCatalog("agora-global").id == "agora-global");
  for (const std::string_view id : {"", "a\"b", "easemob-cn\" ", "\\u0065asemob-cn", "{}"}) {
    CAPTURE(id);
    checkError([&] { static_cast<void>(json::builtInCatalog(id)); }, ErrorCode::unknownCatalog, "");
  }
  checkError([&] { static_cast<void>(json::openCatalog(R"("a\"b")")); }, ErrorCode::unknownCatalog, "");
  checkError([&] { static_cast<void>(json::readCatalog("\"easemob-cn\"")); }, ErrorCode::invalidCatalog, "");
}

TEST_CASE("an unknown built-in id and a faulty document are told apart") {
  const auto refused = [](std::string_view text, ErrorCode code, std::string_view path) {
    CAPTURE(text);
    checkError([&] { static_cast<void>(json::openCatalog(text)); }, code, path);
  };
  refused("\"easemob\"", ErrorCode::unknownCatalog, "");
  refused("{", ErrorCode::invalidCatalog, "");
  refused("null", ErrorCode::invalidCatalog, "");
  refused("{}", ErrorCode::invalidCatalog, "/id");
  refused(R"({"id":"x","colour":1})", ErrorCode::invalidCatalog, "/colour");
  refused(R"({"id":"x","version":"1","name":{"en":"X"}})", ErrorCode::invalidCatalog, "/name/zh-CN");
}

TEST_CASE("an untampered quote verifies, and any other value is one difference or more, never an error") {
  const Catalog catalog = builtIn("easemob-cn");
  const std::string request = R"({"on":"2024-08-16","account":{"plan":"basic"},"plan":"flagship"})";
  const std::string quote = json::quote(catalog, request);
  CHECK(json::verify(catalog, request, quote) == R"({"valid":true,"differences":[]})");

  const auto differs = [&](const std::string& what, const std::string& with) {
    std::string tampered = quote;
    const auto at = tampered.find(what);
    REQUIRE(at != std::string::npos);
    tampered.replace(at, what.size(), with);
    return json::verify(catalog, request, tampered);
  };
  CHECK(differs("\"amountDue\":395406", "\"amountDue\":395406.0") == R"({"valid":true,"differences":[]})");
  CHECK(differs("\"amountDue\":395406", "\"amountDue\":1") ==
        R"({"valid":false,"differences":[{"path":"/amountDue","expected":395406,"actual":1}]})");
  for (const std::string fraction : {"395406.5", "1e999", "[395406]", "null"})
    CHECK(differs("\"amountDue\":395406", "\"amountDue\":" + fraction) ==
          R"({"valid":false,"differences":[{"path":"/amountDue","expected":395406,"actual":)" + fraction + "}]}");
  CHECK(differs("\"packs\":[]", "\"packs\":{}") ==
        R"({"valid":false,"differences":[{"path":"/packs","expected":[],"actual":{}}]})");
  CHECK(differs("\"amountDue\":395406,", "") ==
        R"({"valid":false,"differences":[{"path":"/amountDue","expected":395406}]})");
  CHECK(differs("\"amountDue\"", "\"\xF0\x90\x80\x80\":1,\"\xEE\x80\x80\":2,\"amountDue\"") ==
        "{\"valid\":false,\"differences\":[{\"path\":\"/\xF0\x90\x80\x80\",\"actual\":1},{\"path\":\"/"
        "\xEE\x80\x80\",\"actual\":2}]}");
  CHECK(differs("\"version\":\"2026-11-25\"", "\"version\":\"2026-12-01\"") ==
        R"({"valid":false,"differences":[{"path":"/catalog/version","expected":"2026-11-25","actual":"2026-12-01"}]})");
  CHECK(json::verify(catalog, request, "{}") ==
        R"({"valid":false,"differences":[{"path":"/catalog","expected":{"id":"easemob-cn","version":"2026-11-25"}}]})");
  CHECK(json::verify(catalog, request, "7").find(R"({"valid":false,"differences":[{"path":"","expected":{)") == 0);
  for (const std::string& nonsense : {std::string(), std::string("{"), std::string(100, '[')})
    CHECK(json::verify(catalog, request, nonsense).find("\"actual\"") == std::string::npos);
  checkError([&] { static_cast<void>(json::verify(catalog, "{}", quote)); }, ErrorCode::missingField, "/on");
}

TEST_CASE("a verification lists a thousand differences at most and counts the others") {
  const Catalog catalog = builtIn("easemob-cn");
  const std::string request = R"({"on":"2024-08-16"})";
  const std::string quote = json::quote(catalog, request);
  const auto verifyWith = [&](int count) {
    std::string items;
    for (int i = 0; i < count; ++i) items += i == 0 ? "0" : ",0";
    std::string tampered = quote;
    tampered.replace(tampered.find("\"lines\":["), 9, "\"lines\":[" + items);
    return json::verify(catalog, request, tampered);
  };
  const std::string thousand = verifyWith(1000);
  CHECK(thousand.find("\"more\"") == std::string::npos);
  CHECK(thousand.find(R"({"path":"/lines/999","actual":0}]})") != std::string::npos);
  // By the order of their paths, "/lines/9" comes after "/lines/1000" and "/lines/999" last of all.
  const std::string more = verifyWith(1003);
  CHECK(more.find(R"({"path":"/lines/996","actual":0}],"more":3})") != std::string::npos);
  CHECK(more.find(R"({"path":"/lines/1002","actual":0})") != std::string::npos);
  CHECK(verifyWith(500'000).find("],\"more\":499000}") != std::string::npos);
}

TEST_CASE("a verification is never longer than twice what was given and 64 kB") {
  const Catalog catalog = builtIn("easemob-cn");
  const std::string request = R"({"on":"2024-08-16"})";
  const std::string quote = json::quote(catalog, request);
  const auto members = [](std::size_t count, std::size_t length) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
      all += '"' + std::string(length, '~') + std::to_string(i) + "\":\"" + std::string(length, '\x7f') + "\",";
    return all;
  };
  for (const auto& [count, length] :
       std::vector<std::pair<std::size_t, std::size_t>>{{1, 500'000}, {990, 500}, {1000, 1}, {30'000, 5}}) {
    for (const char* object : {"{", "\"period\":{", "\"renewal\":{"}) {
      CAPTURE(count, length, object);
      std::string tampered = quote;
      tampered.insert(tampered.find(object) + std::string_view(object).size(), members(count, length));
      const std::string reply = json::verify(catalog, request, tampered);
      CHECK(reply.size() <= 2 * (request.size() + tampered.size()) + 64 * 1024);
      CHECK(reply.find("{\"valid\":false,\"differences\":[{\"path\":\"/") == 0);
    }
  }
}

TEST_CASE("a verification that would be longer lists what there is room for and counts the others") {
  Catalog catalog = builtIn("easemob-cn");
  catalog.plans[0].id = std::string(40'000, 'x');
  const std::string request = R"({"on":"2024-08-16"})";
  // Whatever a quote has beside its price list is missing: by their paths, up to the next month's plan there is room.
  const std::string reply = json::verify(catalog, request, R"({"catalog":{"id":"easemob-cn","version":"2026-11-25"}})");
  CHECK(reply.size() <= 2 * request.size() + 64 * 1024);
  CHECK(reply.find(R"({"path":"/nextMonth","expected":{"plan":"xxx)") != std::string::npos);
  CHECK(reply.find("/renewal") == std::string::npos);
  CHECK(reply.find("}}],\"more\":") != std::string::npos);

  catalog.plans[0].id += std::string(40'000, 'x');
  const std::string shorter =
      json::verify(catalog, request, R"({"catalog":{"id":"easemob-cn","version":"2026-11-25"}})");
  CHECK(shorter.find("/nextMonth") == std::string::npos);
  CHECK(shorter.find(R"({"path":"/lines","expected":[]}],"more":)") != std::string::npos);
}

TEST_CASE("an error is a reply as well, and any text in one is JSON") {
  const PricingError error(ErrorCode::unknownField, "/a\"b", "\\ \b\f\n\r\t \x01 \x1f \x7f \xE5\xA5\x97 /");
  CHECK(json::error(error) ==
        "{\"code\":\"unknown_field\",\"path\":\"/a\\\"b\","
        "\"message\":\"\\\\ \\b\\f\\n\\r\\t \\u0001 \\u001f \x7f \xE5\xA5\x97 /\"}");
}

TEST_CASE("the built-in price lists are told in their order") {
  CHECK(json::builtInCatalogs() == R"(["easemob-cn","shengwang-cn","agora-global"])");
}

/// A number of a document, and both ends of what it may be.
struct Range {
  const char* at;
  std::int64_t least;
  std::int64_t most = largestInteger;
};

/// Both ends are taken, the next number beyond each is refused where it stands.
template <class Read>
void checkRange(const nlohmann::json& document, const Range& range, ErrorCode code, Read read) {
  const auto with = [&](std::int64_t number) {
    nlohmann::json changed = document;
    changed[nlohmann::json::json_pointer(range.at)] = number;
    return changed.dump();
  };
  CAPTURE(range.at);
  CHECK_NOTHROW(read(with(range.least)));
  CHECK_NOTHROW(read(with(range.most)));
  checkError([&] { read(with(range.least - 1)); }, code, range.at);
  checkError([&] { read(with(range.most + 1)); }, code, range.at);
}

TEST_CASE("every number of a price list has its range, both ends included") {
  const auto document = nlohmann::json::parse(R"({
    "id": "x", "version": "1", "name": {"en": "X", "zh-CN": "X"}, "currency": {"code": "CNY", "minorDigits": 2},
    "timeZone": "Asia/Shanghai", "defaultPlan": "a", "packValidityMonths": 12,
    "plans": [
      {"id": "a", "name": {"en": "A", "zh-CN": "A"}, "monthlyPrice": "1", "monthlyMinutes": 9, "bonusMinutes": 0,
       "overage": "postpaid"},
      {"id": "b", "name": {"en": "B", "zh-CN": "B"}, "contactSales": true, "minimumMinutes": 9}],
    "packs": [{"id": "p", "name": {"en": "P", "zh-CN": "P"}, "minutes": 9, "price": "1"}],
    "overage": {"price": "7", "perMinutes": 1000},
    "conversion": {"video": [{"media": "hd", "maxPixels": 9}, {"media": "fhd"}],
                   "calibrations": [{"pixels": 7, "as": 8}], "coefficients": {}},
    "policy": {"proration": {"price": "full-month", "rounding": "net", "quota": "full-month"},
               "renewal": {"day": 1},
               "downgrade": {"effective": "next-month", "limitPerMonth": 1, "charge": "on-renewal",
                             "cutoff": "renewal-day"}}})");
  const auto read = [](const std::string& text) { static_cast<void>(json::readCatalog(text)); };
  for (const Range& range :
       {Range{"/currency/minorDigits", 0, 4}, Range{"/packValidityMonths", 1, 120}, Range{"/plans/0/monthlyMinutes", 0},
        Range{"/plans/0/bonusMinutes", 0, 9}, Range{"/plans/1/minimumMinutes", 0}, Range{"/packs/0/minutes", 1},
        Range{"/overage/perMinutes", 1}, Range{"/conversion/video/0/maxPixels", 1},
        Range{"/conversion/calibrations/0/pixels", 1}, Range{"/conversion/calibrations/0/as", 1},
        Range{"/policy/renewal/day", 1, 28}, Range{"/policy/downgrade/limitPerMonth", 1, 1}})
    checkRange(document, range, ErrorCode::invalidCatalog, read);
  auto beforeTheEnd = document;
  beforeTheEnd["policy"]["renewal"] = {{"daysBeforeMonthEnd", 1}};
  checkRange(beforeTheEnd, {"/policy/renewal/daysBeforeMonthEnd", 0, 26}, ErrorCode::invalidCatalog, read);
}

TEST_CASE("every number of a request has its range, both ends included") {
  const Catalog catalog = builtIn("easemob-cn");
  const auto check = [&](auto verb, const char* request, const std::vector<Range>& ranges) {
    for (const Range& range : ranges)
      checkRange(nlohmann::json::parse(request), range, ErrorCode::outOfRange,
                 [&](const std::string& text) { static_cast<void>(verb(catalog, text)); });
  };
  check(json::quote,
        R"({"on": "2024-08-16", "account": {"plan": "basic", "usedMinutes": 9, "balance": 9,
            "packs": [{"purchasedOn": "2023-01-01", "remainingMinutes": 9}]},
            "packs": [{"pack": "pack-25k", "quantity": 9}]})",
        {{"/account/usedMinutes", 0}, {"/account/packs/0/remainingMinutes", 0}, {"/packs/0/quantity", 1, 10'000}});
  check(json::quote, R"({"on": "2024-08-16", "account": {"plan": "free", "balance": 9}})",
        {{"/account/balance", -largestInteger}});
  check(json::cover, R"({"on": "2024-08-16", "account": {"plan": "free"}, "monthMinutes": 9})", {{"/monthMinutes", 0}});
  check(json::compare, R"({"on": "2024-08-16", "monthlyMinutes": 9, "months": 9})", {{"/months", 1, 13}});
  check(json::convert, R"({"usage": [{"role": "host", "media": "audio", "seconds": 9}]})", {{"/usage/0/seconds", 0}});
  check(json::convert, R"({"usage": [{"role": "host", "streams": [{"width": 9, "height": 9}], "seconds": 9}]})",
        {{"/usage/0/streams/0/width", 1}, {"/usage/0/streams/0/height", 1}});
  check(json::settle,
        R"({"on": "2024-08-16", "account": {"plan": "free"}, "through": "2024-09-16", "usage": [9],
            "usedMinutes": 9})",
        {{"/usage/0", 0}, {"/usedMinutes", 0}});
}

TEST_CASE("a price list has at most 256 plans") {
  const auto withPlans = [](int count) {
    std::string plans;
    for (int i = 0; i < count; ++i)
      plans += (i == 0 ? R"({"id":"p)" : R"(,{"id":"p)") + std::to_string(i) +
               R"(","name":{"en":"P","zh-CN":"P"},"monthlyPrice":"1","monthlyMinutes":1,"overage":"postpaid"})";
    return R"({"id":"x","version":"1","name":{"en":"X","zh-CN":"X"},"currency":{"code":"CNY","minorDigits":2},)"
           R"("timeZone":"Asia/Shanghai","packs":[],"packValidityMonths":12,"overage":{"price":"7","perMinutes":1000},)"
           R"("conversion":{"video":[{"media":"hd"}],"coefficients":{}},"defaultPlan":"p0",)"
           R"("policy":{"proration":{"price":"full-month","rounding":"net","quota":"full-month"},"renewal":{"day":1},)"
           R"("downgrade":{"effective":"next-month","charge":"on-renewal","cutoff":"none"}},"plans":[)" +
           plans + "]}";
  };
  CHECK(json::readCatalog(withPlans(256)).plans.size() == 256);
  checkError([&] { static_cast<void>(json::readCatalog(withPlans(257))); }, ErrorCode::invalidCatalog, "/plans");
}

TEST_CASE("after any error the same catalog answers as before") {
  const Catalog catalog = builtIn("agora-global");
  const std::string request = R"({"on":"2024-08-16","plan":"pro"})";
  const std::string before = json::quote(catalog, request);
  for (int i = 0; i < 1000; ++i)
    CHECK_THROWS_AS(json::quote(catalog, "{\"on\":" + std::to_string(i) + "}"), PricingError);
  CHECK(json::quote(catalog, request) == before);
}

}  // namespace
}  // namespace prorata
