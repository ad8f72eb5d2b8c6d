#include "prorata/json.hpp"

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
           {R"({"on":1e999})", ErrorCode::outOfRange, ""},
           {"null", ErrorCode::invalidType, ""},
           {"[]", ErrorCode::invalidType, ""},
           {"{}", ErrorCode::missingField, "/on"},
           {R"({"on":20240816})", ErrorCode::invalidType, "/on"},
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

TEST_CASE("a number is read by its value, not its spelling") {
  const Catalog catalog = builtIn("easemob-cn");
  const auto quote = [&](const std::string& quantity) {
    return json::quote(catalog, R"({"on":"2024-08-16","packs":[{"pack":"pack-25k","quantity":)" + quantity + "}]}");
  };
  CHECK(quote("10.0") == quote("10"));
  CHECK(quote("1e1") == quote("10"));
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
